import { dataRemoval } from './data-removal';
import { allEntries, itemsOf, type DataNode, type DataScalar } from '../../source/content/data-node';
import { rangeAt } from '../../source/content/text-place';
import type { TextRange } from '../../source/range';
import type { RuleContext } from '../rule';

/** Programs that run any other, or send anything anywhere. */
const OPEN_PROGRAMS =
  /^(?:sudo|su|doas|bash|sh|zsh|dash|fish|pwsh|powershell|eval|exec|env|xargs|python[\d.]*|node|deno|bun|perl|ruby|php|npx|uvx|curl|wget|nc|ncat|netcat|ssh|scp|osascript|docker|rm|dd)$/u;

/** The same with the option that takes the program, and deleting whole folders: `python -c`, `rm -rf`. */
const OPEN_COMMAND =
  /^(?:rm\s+-\w*[rRfF]\w*|(?:bash|sh|zsh|dash|python[\d.]*|node|deno|bun|perl|ruby|php)\s+-{1,2}(?:\w?[ce]|eval))\s*:?\*$/u;

/** Every file, or every file of the user. */
const EVERYWHERE =
  /^(?:\*\*?(?:\/\*\*?)?|\/{1,2}(?:\*\*?)?(?:\/\*)?|~(?:\/\*{0,2})?|~\/\*\*\/\*|\$HOME(?:\/\*{0,2})?|[A-Z]:[\\/]\*{0,2})$/u;

interface Grant {
  readonly text: string;
  readonly range: TextRange;
}

/** What an agent may do by the lists of its settings or the front matter of a skill: reports what is too broad. */
export function toolGrantListener(advice: string): (root: DataNode, context: RuleContext) => void {
  return (root, context) => {
    for (const { text, range, item, isSkill } of grantsOf(root)) {
      const found = breadth(text, isSkill);
      if (!found) continue;
      context.report({
        at: range,
        subject: text,
        message: `\`${text}\` ${found.does}. ${advice}`,
        fixes: isSkill ? [] : dataRemoval(item, `Take ${text} out`, context.model),
        ...(found.isProbable ? { confidence: 'probable' as const } : {}),
      });
    }
  };
}

function* grantsOf(
  root: DataNode,
): Iterable<Grant & { readonly isSkill: boolean; readonly item: TextRange }> {
  for (const { entry, path } of allEntries(root)) {
    const name = path.join('.');
    const isSettings = /(?:^|\.)permissions\.allow$/u.test(name);
    const isSkill = /^(?:allowed-tools|allowed_tools|allowedTools)$/u.test(name);
    if (!isSettings && !isSkill) continue;
    for (const item of itemsOf(entry.value))
      if (item.kind === 'scalar' && typeof item.value === 'string')
        for (const grant of isSkill ? separated(item, item.value) : [whole(item, item.value)])
          yield { ...grant, isSkill, item: item.range };
  }
}

/** Settings hold one grant an item, whatever brackets its command has: `Bash(python -c "print(1)")`. */
function whole(node: DataScalar, text: string): Grant {
  return { text: text.trim(), range: rangeAt(node.place, { start: 0, end: text.length }) };
}

/** `Read, Bash(git diff:*)`: commas and blanks outside brackets separate. */
function separated(node: DataScalar, text: string): readonly Grant[] {
  return [...text.matchAll(/[\w*-]+(?:\((?:[^()]|\([^()]*\))*\))?/gu)].map((match) => ({
    text: match[0],
    range: rangeAt(node.place, { start: match.index, end: match.index + match[0].length }),
  }));
}

function breadth(
  grant: string,
  isSkill: boolean,
): { readonly does: string; readonly isProbable: boolean } | undefined {
  const [, tool = '', scope] = /^([\w*-]+)(?:\((.*)\))?$/u.exec(grant) ?? [];
  const isOpen = scope === undefined || /^:?\*{0,2}$/u.test(scope.trim());
  if (tool === '*') return { does: 'allows every tool', isProbable: false };
  if (/^(?:Bash|Shell|PowerShell|Terminal)$/u.test(tool)) {
    // A skill names its tools in short; the user's own rules decide beside it.
    if (isOpen) return { does: 'allows every command', isProbable: isSkill && scope === undefined };
    const program = scope.trim().split(/[\s:]/u, 1)[0] ?? '';
    const isWhole = /^\S+?(?::\*| \*|\*)$/u.test(scope.trim());
    if (isWhole && OPEN_PROGRAMS.test(program.replace(/\*$/u, '')))
      return { does: `allows whatever \`${program}\` can run or send`, isProbable: true };
    return OPEN_COMMAND.test(scope.trim())
      ? { does: `allows whatever \`${scope.trim().replace(/\s*:?\*$/u, '')}\` is given`, isProbable: true }
      : undefined;
  }
  if (/^(?:Read|Write|Edit|MultiEdit|NotebookEdit|Delete)$/u.test(tool)) {
    if (scope === undefined) return undefined;
    const isOutside = /^(?:[/~$]|[A-Z]:)/u.test(scope);
    return EVERYWHERE.test(scope)
      ? { does: isOutside ? 'reaches every file of the user' : 'reaches every file', isProbable: !isOutside }
      : undefined;
  }
  if (/^(?:WebFetch|Fetch|web_fetch)$/u.test(tool) && (isOpen || /^domain:\*$/u.test(scope)))
    return isSkill ? undefined : { does: 'fetches from any address', isProbable: false };
  if (/^mcp__\*$/u.test(tool)) return { does: 'allows every tool of every server', isProbable: false };
  return undefined;
}
