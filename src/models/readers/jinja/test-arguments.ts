import type { TemplateToken } from './template-part';

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
/** Words that go on with the expression after a test without arguments. */
const GOES_ON = new Set(['and', 'or', 'else', 'if', 'is', 'in', 'not', 'recursive']);

/**
 * Takes the arguments of tests (`is divisibleby(2)`, `is in ['a']`) out, which the library's parser does not know.
 *
 * @returns what is left, and each argument by itself
 */
export function withoutTestArguments(tokens: readonly TemplateToken[]): {
  readonly kept: readonly TemplateToken[];
  readonly dropped: readonly (readonly TemplateToken[])[];
} {
  if (!tokens.some(({ kind, value }) => kind === 'name' && value === 'is'))
    return { kept: tokens, dropped: [] };
  const kept: TemplateToken[] = [];
  const dropped: (readonly TemplateToken[])[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    kept.push(token);
    if (!isName(token, 'is')) continue;
    if (isName(tokens[at + 1], 'not')) kept.push(...tokens.slice(++at, at + 1));
    kept.push(...tokens.slice(++at, at + 1));
    const end = argumentEnd(tokens, at + 1);
    if (end > at + 1) dropped.push(tokens.slice(at + 1, end));
    at = end - 1;
  }
  return { kept, dropped };
}

function isName(token: TemplateToken | undefined, value: string): boolean {
  return token?.kind === 'name' && token.value === value;
}

/** Where the argument that begins at `start` ends; `start` when there is none. */
function argumentEnd(tokens: readonly TemplateToken[], start: number): number {
  const first = tokens[start];
  if (!first || (first.kind === 'name' && GOES_ON.has(first.value))) return start;
  if (first.kind !== 'operator') return start + 1;
  if (!(first.value in CLOSING)) return start;
  const open: string[] = [];
  for (let at = start; at < tokens.length; at++) {
    const { kind, value } = tokens[at] ?? first;
    if (kind !== 'operator') continue;
    if (value in CLOSING) open.push(CLOSING[value] ?? '');
    else if (value === open.at(-1)) open.pop();
    if (open.length === 0) return at + 1;
  }
  return tokens.length;
}
