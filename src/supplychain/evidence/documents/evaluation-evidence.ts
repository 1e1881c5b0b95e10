import type {
  GitHubWorkflow,
  WorkflowJob,
  WorkflowStep,
} from '../../../analysis/rule-support/pipelines/github-workflow';
import { dataAt, itemsOf, scalarOf, stringOf, type DataNode } from '../../../source/content/data-node';
import { containsRange } from '../../../source/range';
import type { Observation } from '../observation';
import { isEvaluation } from '../tools/observe-runs';
import type { ToolRun } from '../tools/tool-run';

/** Paths of what an evaluation depends on. */
const MODEL_OR_DATA = /models?|data|prompts?|weights|dvc|adapters?|evals?|checkpoints?/iu;
/** Tools that end with an error when an answer is wrong. */
const FAILS = /^(?:deepeval|promptfoo|pytest|promptfoo\/promptfoo-action)$/u;
const LETS_THROUGH = /\|\|\s*(?:true|:|exit 0)|--no-fail/u;
const RELEASES = /deploy|publish|release|push|upload|promote/iu;

/** Whether evaluations run in a pipeline, again when models change, and whether a release waits for them. */
export function evaluationEvidence(
  runs: readonly ToolRun[],
  workflow: GitHubWorkflow | undefined,
): readonly Observation[] {
  const evaluations = runs.filter(isEvaluation);
  const [first] = evaluations;
  if (!first) return [];
  const { name, range } = first;
  const found: Observation[] = [
    { evidence: 'EV-EVAL-CI', holds: true, detail: `an evaluation (\`${name}\`) runs in a pipeline`, range },
  ];
  if (!workflow) return found;
  const again = retest(workflow);
  if (again !== undefined)
    found.push({
      evidence: 'EV-RETEST',
      holds: true,
      detail: `an evaluation (\`${name}\`) runs ${again}`,
      range,
    });
  const gate = evaluations.find((run) => isGate(run, workflow));
  if (gate)
    found.push({
      evidence: 'EV-EVAL-GATE',
      holds: true,
      detail: `what releases waits for an evaluation (\`${gate.name}\`)`,
      range: gate.range,
    });
  return found;
}

function retest({ events }: GitHubWorkflow): string | undefined {
  if (events.has('schedule')) return 'at fixed times';
  const paths = ['push', 'pull_request'].flatMap((name) => itemsOf(dataAt(events.get(name), 'paths')));
  return paths.some((path) => MODEL_OR_DATA.test(stringOf(path) ?? ''))
    ? 'when models, data or prompts change'
    : undefined;
}

/** Whether a bad result ends the run before something is released. */
function isGate(run: ToolRun, workflow: GitHubWorkflow): boolean {
  const { name, given, range } = run;
  if (!FAILS.test(name) && !/--(?:fail-on|threshold|fail-under)/u.test(given)) return false;
  const job = workflow.jobs.find(({ node }) => containsRange(node.range, range));
  const at = job?.steps.findIndex(({ node }) => containsRange(node.range, range)) ?? -1;
  const step = job?.steps[at];
  if (!job || !step || goesOn(step.node) || goesOn(job.node)) return false;
  if (LETS_THROUGH.test(stringOf(step.run) ?? '')) return false;
  if (job.steps.slice(at + 1).some(releases)) return true;
  return workflow.jobs.some((other) => waitsFor(other, job, workflow) && isRelease(other));
}

function goesOn(node: DataNode): boolean {
  return scalarOf(dataAt(node, 'continue-on-error')) === true;
}

/** Whether a job waits for another, also by way of those between. */
function waitsFor(job: WorkflowJob, other: WorkflowJob, { jobs }: GitHubWorkflow): boolean {
  const waiting = new Set([other.name]);
  // Each round reaches the jobs one further away.
  for (let round = 0; round < jobs.length; round++) {
    for (const { name, node } of jobs)
      if (itemsOf(dataAt(node, 'needs')).some((need) => waiting.has(stringOf(need) ?? ''))) waiting.add(name);
  }
  return job !== other && waiting.has(job.name);
}

function isRelease(job: WorkflowJob): boolean {
  return RELEASES.test(job.name) || job.steps.some(releases);
}

function releases({ node, action, run }: WorkflowStep): boolean {
  return RELEASES.test([stringOf(dataAt(node, 'name')), action, stringOf(run)].join('\n'));
}
