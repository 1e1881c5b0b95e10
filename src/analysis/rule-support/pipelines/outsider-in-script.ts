import { entriesOf, itemsOf, stringOf, type DataNode } from '../../../source/content/data-node';
import type { TextRange } from '../../../source/range';

/** Text of an outsider that a pipeline puts into a script, or lets a shell read as one. */
export interface OutsiderInScript {
  readonly text: string;
  readonly range: TextRange;
  /** Replaced before the shell starts, or evaluated by a command of the script. */
  readonly how: 'replaced' | 'evaluated';
}

/** Pipelines nest steps in jobs, stages and templates; no real one is deeper. */
const DEEPEST = 24;

const AZURE_SCRIPTS = new Set(['script', 'bash', 'pwsh', 'powershell', 'inlineScript']);
/**
 * Macros whose value whoever commits or opens a pull request writes. Azure puts them into the script before it runs.
 * Source: https://learn.microsoft.com/azure/devops/pipelines/build/variables
 */
const AZURE_MACRO = /\$\((?:Build\.SourceVersionMessage|System\.PullRequest\.SourceBranch)\)/giu;

const GITLAB_SCRIPTS = new Set(['script', 'before_script', 'after_script']);
const GITLAB_VALUE = String.raw`\$\{?CI_(?:COMMIT_(?:MESSAGE|TITLE|DESCRIPTION|REF_NAME|BRANCH)|MERGE_REQUEST_(?:TITLE|DESCRIPTION|SOURCE_BRANCH_NAME))\b\}?`;
/**
 * GitLab gives them as variables of the environment, which is harmless until a command evaluates them.
 * Source: https://docs.gitlab.com/ci/variables/predefined_variables/
 */
const GITLAB_EVALUATED = new RegExp(
  String.raw`\b(?:eval\s[^\n;|&]*|(?:ba|z)?sh\s+-l?c\s+"[^"\n]*)${GITLAB_VALUE}`,
  'gu',
);

/** Finds such text in a pipeline of Azure (`azure-pipelines.yml`) or GitLab (`.gitlab-ci.yml`); nothing in other files. */
export function outsiderInScript(root: DataNode, path: string): readonly OutsiderInScript[] {
  const name = path.replaceAll('\\', '/').split('/').at(-1) ?? '';
  if (/^azure-pipelines?[\w.-]*\.ya?ml$/iu.test(name) || /(?:^|\/)\.azure-?pipelines\//u.test(path))
    return found(root, AZURE_SCRIPTS, AZURE_MACRO, 'replaced', 0);
  if (/\.gitlab-ci\.ya?ml$/u.test(name)) return found(root, GITLAB_SCRIPTS, GITLAB_EVALUATED, 'evaluated', 0);
  return [];
}

function found(
  node: DataNode,
  keys: ReadonlySet<string>,
  pattern: RegExp,
  how: OutsiderInScript['how'],
  depth: number,
): readonly OutsiderInScript[] {
  if (depth > DEEPEST) return [];
  if (node.kind === 'list') return node.items.flatMap((item) => found(item, keys, pattern, how, depth + 1));
  return entriesOf(node).flatMap(({ key, value }) =>
    keys.has(key)
      ? itemsOf(value).flatMap((script) => inScript(script, pattern, how))
      : found(value, keys, pattern, how, depth + 1),
  );
}

function inScript(
  script: DataNode,
  pattern: RegExp,
  how: OutsiderInScript['how'],
): readonly OutsiderInScript[] {
  const text = stringOf(script);
  if (script.kind !== 'scalar' || text === undefined) return [];
  return [...text.matchAll(pattern)].map((match) => {
    const start = script.place.offsetOf(match.index);
    const end = script.place.offsetOf(match.index + match[0].length);
    return { text: match[0], range: { start, end: Math.max(end, start + 1) }, how };
  });
}
