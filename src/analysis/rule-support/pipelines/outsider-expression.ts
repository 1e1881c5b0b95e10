import { dataAt, entriesOf, stringOf, type DataNode } from '../../../source/content/data-node';
import type { TextRange } from '../../../source/range';
import type { GitHubWorkflow, WorkflowStep } from './github-workflow';

/** A `${{ … }}` whose value somebody writes. */
export interface FoundExpression {
  /** What is inserted, without the braces. */
  readonly text: string;
  /** In the document, with the braces. */
  readonly range: TextRange;
  /** An outsider (title, branch name, comment), or only who may start the workflow or uses the action. */
  readonly writer: 'outsider' | 'caller';
}

const EVENT = String.raw`github\.event\.`;
const BRANCH = String.raw`head\.(?:ref|label|repo\.(?:default_branch|description|homepage|name|full_name))`;
const COMMIT = String.raw`(?:message|(?:author|committer)\.(?:name|email|username))`;

/** Values that whoever opens an issue, a pull request, a discussion, or comments, writes as he likes. */
const OUTSIDER = new RegExp(
  [
    String.raw`${EVENT}(?:issue|pull_request|discussion)\.(?:title|body)\b`,
    String.raw`${EVENT}(?:comment|review|review_comment)\.body\b`,
    String.raw`${EVENT}pull_request\.${BRANCH}\b`,
    String.raw`${EVENT}pages(?:\.\*|\[\d+\])?\.(?:page_name|title|summary)\b`,
    String.raw`${EVENT}commits(?:\.\*|\[\d+\])?\.${COMMIT}\b`,
    String.raw`${EVENT}head_commit\.${COMMIT}\b`,
    String.raw`${EVENT}workflow_run\.(?:head_branch|display_title|head_commit\.${COMMIT}|head_repository\.(?:description|full_name)|pull_requests(?:\.\*|\[\d+\])?\.head\.ref)(?![\w])`,
    String.raw`${EVENT}changes\.(?:title|body)\.from\b`,
    String.raw`${EVENT}answer\.body\b`,
    String.raw`github\.head_ref\b`,
    String.raw`toJSON\(\s*github(?:\.event(?:\.(?:issue|pull_request|comment|review|discussion|commits|head_commit|workflow_run))?)?\s*\)`,
  ].join('|'),
  'iu',
);

/** Values of who starts the workflow by hand or calls it. */
const CALLER = /\bgithub\.event\.(?:inputs|client_payload)\b|(?<![\w.])inputs\.[\w-]+/iu;

/** Parts of an expression that give true or false, whatever they are given. */
const DECIDES = [
  /\b(?:contains|startsWith|endsWith|hashFiles)\((?:[^()]|\([^()]*\))*\)/giu,
  /[\w.*[\]'-]+\s*(?:==|!=|<=?|>=?)\s*(?:'(?:[^']|'')*'|[\w.*[\]-]+)/gu,
  /'(?:[^']|'')*'\s*(?:==|!=)\s*[\w.*[\]-]+/gu,
  /!\s*[\w.]+/gu,
  /[\w.]+\s*&&/gu,
];

/** Every expression in a text whose value somebody else writes. */
export function outsiderExpressions(
  node: DataNode | undefined,
  step: WorkflowStep | undefined,
  workflow: GitHubWorkflow,
): readonly FoundExpression[] {
  const text = stringOf(node);
  if (node?.kind !== 'scalar' || text === undefined || !text.includes('${{')) return [];
  const found: FoundExpression[] = [];
  for (const match of text.matchAll(/\$\{\{(.*?)\}\}/gsu)) {
    const inner = match[1] ?? '';
    const writer = writerOf(inner, step, workflow);
    if (!writer) continue;
    const start = node.place.offsetOf(match.index);
    const end = node.place.offsetOf(match.index + match[0].length);
    found.push({ text: inner.trim(), range: { start, end: Math.max(end, start + 1) }, writer });
  }
  return found;
}

function writerOf(
  expression: string,
  step: WorkflowStep | undefined,
  workflow: GitHubWorkflow,
): FoundExpression['writer'] | undefined {
  const value = DECIDES.reduce((text, part) => text.replace(part, ' '), expression);
  const normal = value.replaceAll(/\[\s*'([\w-]+)'\s*\]/gu, '.$1');
  if (OUTSIDER.test(normal)) return 'outsider';
  const variable = /(?<![\w.])env\.([A-Za-z_]\w*)/u.exec(normal)?.[1];
  const given = variable === undefined ? undefined : environmentValue(variable, step, workflow);
  if (given !== undefined && !/\$\{\{[^}]*\benv\./u.test(given)) {
    const writers = [...given.matchAll(/\$\{\{(.*?)\}\}/gsu)].map(([, inner = '']) =>
      writerOf(inner, undefined, workflow),
    );
    return writers.find((writer) => writer === 'outsider') ?? writers.find(Boolean);
  }
  return CALLER.test(normal) && !isChoice(normal, workflow) ? 'caller' : undefined;
}

/** An input that is a number, yes or no, or one of a list. */
function isChoice(expression: string, { root, events }: GitHubWorkflow): boolean {
  const name = /\binputs\.([\w-]+)/iu.exec(expression)?.[1];
  if (name === undefined) return false;
  const declared = [dataAt(root, 'inputs'), ...[...events.values()].map((event) => dataAt(event, 'inputs'))];
  return declared.some((inputs) =>
    /^(?:boolean|number|choice|environment)$/u.test(stringOf(dataAt(inputs, name, 'type')) ?? ''),
  );
}

/** What a step's environment gives to a name, from the step outwards. */
export function environmentValue(
  name: string,
  step: WorkflowStep | undefined,
  { root }: GitHubWorkflow,
): string | undefined {
  for (const level of [step?.node, step?.job.node, root]) {
    const value = dataAt(dataAt(level, 'env'), name);
    if (value) return stringOf(value);
  }
  return undefined;
}

/** Names of environment variables of a step that hold what an outsider writes. */
export function outsiderVariables(step: WorkflowStep, workflow: GitHubWorkflow): ReadonlySet<string> {
  const names = new Set<string>();
  for (const level of [workflow.root, step.job.node, step.node])
    for (const { key, value } of entriesOf(dataAt(level, 'env')))
      if (outsiderExpressions(value, undefined, workflow).some(({ writer }) => writer === 'outsider'))
        names.add(key);
      else names.delete(key);
  return names;
}
