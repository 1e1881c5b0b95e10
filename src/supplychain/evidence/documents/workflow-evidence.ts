import {
  githubWorkflow,
  type GitHubWorkflow,
} from '../../../analysis/rule-support/pipelines/github-workflow';
import { dataAt, entriesOf, scalarOf, stringOf, type DataNode } from '../../../source/content/data-node';
import { traitSign } from '../trait-sign';
import type { Observation } from '../observation';
import { observeRuns } from '../tools/observe-runs';
import type { DocumentView } from './document-view';
import { evaluationEvidence } from './evaluation-evidence';
import { pipelineRuns } from './pipeline-runs';

/** Started by nobody but a person, a workflow checks nothing. */
const BY_HAND = /^(?:workflow_dispatch|workflow_call|repository_dispatch)$/u;
const COMMIT = /@[0-9a-f]{40}(?:[0-9a-f]{24})?$/iu;
/** Its builders refuse anything but a full version tag. */
const SLSA_BUILDER = /^slsa-framework\/slsa-github-generator\/.*@v\d+\.\d+\.\d+$/u;

/** What a pipeline is evidence of. */
export function workflowEvidence(view: DocumentView): readonly Observation[] {
  const runs = pipelineRuns(view);
  const [root] = view.content.data;
  if (!root) return [];
  const workflow = githubWorkflow(root, view);
  return [
    ...(workflow ? ofGitHub(workflow) : ofOthers(root, runs.length)),
    ...observeRuns(runs),
    ...evaluationEvidence(runs, workflow),
  ];
}

function ofGitHub(workflow: GitHubWorkflow): readonly Observation[] {
  const found: Observation[] = [...pins(workflow)];
  if (workflow.isAction) return found;
  const { root, events, jobs } = workflow;
  const place = jobsRange(root);
  found.push({ evidence: traitSign('workflows'), holds: true, detail: 'a workflow', range: place });
  const names = [...events.keys()].filter((name) => !BY_HAND.test(name));
  if (names.length > 0 && jobs.some(({ steps, node }) => steps.length > 0 || dataAt(node, 'uses')))
    found.push({
      evidence: 'EV-CI',
      holds: true,
      detail: `a workflow that starts on \`${names.slice(0, 3).join('`, `')}\``,
      range: place,
    });
  found.push(permissions(workflow));
  return found;
}

/** A pipeline of another service: something in it is run. */
function ofOthers(root: DataNode, runs: number): readonly Observation[] {
  // An action alone runs nothing.
  if (runs === 0 || dataAt(root, 'runs')) return [];
  const range = entriesOf(root)[0]?.keyRange ?? root.range;
  return [{ evidence: 'EV-CI', holds: true, detail: 'a pipeline with commands', range }];
}

/** Each action of somebody else: pinned by its commit, or not. */
function pins({ jobs }: GitHubWorkflow): readonly Observation[] {
  const all = jobs.flatMap(({ node, steps }) => [dataAt(node, 'uses'), ...steps.map(({ uses }) => uses)]);
  return all.flatMap((uses): readonly Observation[] => {
    const text = stringOf(uses);
    if (!uses || text === undefined || /^(?:\.|docker:)/u.test(text) || !text.includes('/')) return [];
    if (text.includes('${{') || SLSA_BUILDER.test(text)) return [];
    const holds = COMMIT.test(text);
    const detail = holds ? `\`${text}\` names a commit` : `\`${text}\` names no commit`;
    return [{ evidence: 'EV-PINNED-ACTIONS', holds, detail, range: uses.range }];
  });
}

/** Rights that are written for the whole workflow, or for each of its jobs, and are not all. */
function permissions({ root, jobs }: GitHubWorkflow): Observation {
  const own = dataAt(root, 'permissions');
  const written = own ? [own] : jobs.map(({ node }) => dataAt(node, 'permissions'));
  const all = [own, ...jobs.map(({ node }) => dataAt(node, 'permissions'))];
  const broad = all.find((node) => scalarOf(node) === 'write-all');
  const holds = !broad && written.every((node) => node !== undefined);
  return {
    evidence: 'EV-PERMS',
    holds,
    detail: holds
      ? 'the rights of its token are written'
      : broad
        ? '`write-all` gives its token every right'
        : 'the rights of its token are not written',
    range: broad?.range ?? own?.range ?? jobsRange(root),
  };
}

function jobsRange(root: DataNode): Observation['range'] {
  return entriesOf(root).find(({ key }) => key === 'jobs')?.keyRange ?? root.range;
}
