import {
  dataAt,
  entriesOf,
  itemsOf,
  scalarOf,
  stringOf,
  type DataNode,
} from '../../../source/content/data-node';
import type { RuleContext } from '../../rule';

/** A step of a job of GitHub Actions, or of an action that is made of steps. */
export interface WorkflowStep {
  readonly node: DataNode;
  /** `owner/name[/path]@ref`, in small letters and without the part behind `@`. */
  readonly action: string | undefined;
  readonly uses: DataNode | undefined;
  readonly run: DataNode | undefined;
  readonly job: WorkflowJob;
}

export interface WorkflowJob {
  readonly name: string;
  readonly node: DataNode;
  readonly steps: readonly WorkflowStep[];
}

export interface GitHubWorkflow {
  readonly root: DataNode;
  /** Names of the events that start it; none for an action. */
  readonly events: ReadonlyMap<string, DataNode>;
  readonly jobs: readonly WorkflowJob[];
  /** An action made of steps, which runs with the rights of whoever uses it. */
  readonly isAction: boolean;
}

/** Events that anybody can cause and that run with the secrets and the rights of the repository. */
const OPEN_EVENTS = [
  'pull_request_target',
  'workflow_run',
  'issues',
  'issue_comment',
  'discussion',
  'discussion_comment',
  'pull_request_comment',
  'fork',
  'watch',
  'gollum',
];

/** The document as a workflow or action of GitHub; undefined for the pipelines of others. */
export function githubWorkflow(
  root: DataNode,
  { role }: Pick<RuleContext, 'role'>,
): GitHubWorkflow | undefined {
  if (role !== 'workflow') return undefined;
  const runs = dataAt(root, 'runs');
  if (dataAt(runs, 'using')) {
    const job = jobOf('', runs as DataNode);
    return { root, events: new Map(), jobs: [job], isAction: true };
  }
  const jobs = entriesOf(dataAt(root, 'jobs'));
  const trigger = dataAt(root, 'on') ?? dataAt(root, 'true');
  if (jobs.length === 0 || !trigger) return undefined;
  return {
    root,
    events: eventsOf(trigger),
    jobs: jobs.map(({ key, value }) => jobOf(key, value)),
    isAction: false,
  };
}

function jobOf(name: string, node: DataNode): WorkflowJob {
  const steps: WorkflowStep[] = [];
  const job: WorkflowJob = { name, node, steps };
  for (const step of itemsOf(dataAt(node, 'steps'))) {
    const uses = dataAt(step, 'uses');
    const action = stringOf(uses)?.toLowerCase().split('@', 1)[0];
    steps.push({ node: step, action, uses, run: dataAt(step, 'run'), job });
  }
  return job;
}

function eventsOf(trigger: DataNode): ReadonlyMap<string, DataNode> {
  if (trigger.kind === 'map') return new Map(trigger.entries.map(({ key, value }) => [key, value]));
  return new Map(itemsOf(trigger).flatMap((item) => [[stringOf(item) ?? '', item] as const]));
}

/** An event that an outsider can cause and that gets secrets and rights; the first of them. */
export function openEvent({ events }: GitHubWorkflow): string | undefined {
  return OPEN_EVENTS.find((event) => events.has(event));
}

/** What a step is given as `with.<name>`. */
export function inputOf(step: WorkflowStep, name: string): DataNode | undefined {
  const inputs = entriesOf(dataAt(step.node, 'with'));
  return inputs.findLast(({ key }) => key.toLowerCase() === name)?.value;
}

/** The rights of a job: its own entry, or the workflow's. */
export function permissionsOf(job: WorkflowJob, { root }: GitHubWorkflow): DataNode | undefined {
  return dataAt(job.node, 'permissions') ?? dataAt(root, 'permissions');
}

/** Whether the rights let a job change anything; rights that are not written are those of the repository: unknown. */
export function mayWrite(permissions: DataNode | undefined): boolean | undefined {
  if (!permissions) return undefined;
  if (permissions.kind === 'map')
    return permissions.entries.some(({ key, value }) => key !== 'id-token' && scalarOf(value) === 'write');
  return scalarOf(permissions) === 'write-all';
}
