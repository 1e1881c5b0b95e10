import type { JinjaExpression } from './jinja-expression';
import { parseExpression } from './parse-expression';
import type { TemplateToken } from './template-part';
import type { TemplateStep } from './template-step';

/** What a `{% … %}` says. */
export interface Statement {
  readonly kind: TemplateStep['kind'];
  readonly keyword: string;
  readonly targets?: readonly string[];
  readonly expression?: JinjaExpression;
  /** It has an expression; when there is none here, it was not understood. */
  readonly needed: boolean;
  /** Something ends it later. */
  readonly opens: boolean;
}

/** Reads the tokens between `{%` and `%}`. */
export function readStatement(tokens: readonly TemplateToken[]): Statement {
  const keyword = tokens[0]?.kind === 'name' ? tokens[0].value : '';
  const rest = tokens.slice(1);
  switch (keyword) {
    case 'if':
    case 'elif':
      return made('test', keyword, rest, false);
    case 'set':
      return readSet(rest);
    case 'for':
      return readFor(rest);
    case 'include':
    case 'extends':
    case 'import':
    case 'from':
      return made('load', keyword, beforeWord(rest, LOAD_WORDS), false);
    case 'macro':
      return { ...made('macro', keyword, rest, true), targets: argumentNames(rest) };
    case 'call':
      return made('other', keyword, rest[0]?.value === '(' ? rest.slice(closing(rest) + 1) : rest, true);
    case 'filter':
      return made('other', keyword, [word('body'), operator('|'), ...rest], true);
    case 'with':
      return {
        ...made('other', keyword, [word('with'), operator('('), ...rest, operator(')')], true),
        targets: argumentNames(rest),
      };
    case 'do':
      return made('other', keyword, rest, false);
    default:
      return {
        kind: 'other',
        keyword,
        needed: !PLAIN.test(keyword),
        opens: /^(?:block|autoescape|trans)$/u.test(keyword),
      };
  }
}

/** Statements whose words are no expression. `generation` is what Transformers adds. */
const PLAIN = /^(?:else|end\w+|block|autoescape|trans|generation|break|continue|pluralize)$/u;
const LOAD_WORDS = new Set(['as', 'ignore', 'with', 'without', 'import']);

function made(
  kind: Statement['kind'],
  keyword: string,
  tokens: readonly TemplateToken[],
  opens: boolean,
): Statement {
  const expression = parseExpression(tokens);
  return { kind, keyword, needed: true, opens, ...(expression ? { expression } : {}) };
}

function readSet(tokens: readonly TemplateToken[]): Statement {
  const equals = topLevel(tokens, '=');
  const targets = targetsOf(equals < 0 ? tokens.slice(0, 1) : tokens.slice(0, equals));
  if (equals >= 0) return { ...made('set', 'set', listed(tokens.slice(equals + 1)), false), targets };
  return { kind: 'set', keyword: 'set', targets, needed: false, opens: true };
}

function readFor(tokens: readonly TemplateToken[]): Statement {
  const within = topLevel(tokens, 'in');
  const rest = tokens.slice(within + 1);
  const recursive = rest.at(-1)?.value === 'recursive' ? rest.slice(0, -1) : rest;
  return {
    ...made('each', 'for', recursive, true),
    targets: targetsOf(tokens.slice(0, Math.max(0, within))),
  };
}

/** `a, b` on the right of `=` is a tuple. */
function listed(tokens: readonly TemplateToken[]): readonly TemplateToken[] {
  return topLevel(tokens, ',') < 0 ? tokens : [operator('['), ...tokens, operator(']')];
}

function targetsOf(tokens: readonly TemplateToken[]): string[] {
  const text = tokens.map(({ value }) => value).join('');
  return text.split(',').map((each) => each.replace(/[()]/gu, ''));
}

/** Names before `=`, `,` and `)` in a list of parameters. */
function argumentNames(tokens: readonly TemplateToken[]): string[] {
  return tokens.flatMap(({ kind, value }, at) =>
    kind === 'name' && ['=', ',', ')', undefined].includes(tokens[at + 1]?.value) ? [value] : [],
  );
}

/** Where a sign or word stands outside of all brackets; -1 when it does not. */
function topLevel(tokens: readonly TemplateToken[], value: string): number {
  let depth = 0;
  return tokens.findIndex((token) => {
    if (token.kind === 'string') return false;
    if (token.kind === 'operator' && '([{'.includes(token.value)) depth++;
    if (token.kind === 'operator' && ')]}'.includes(token.value)) depth--;
    return depth === 0 && token.value === value;
  });
}

function closing(tokens: readonly TemplateToken[]): number {
  return tokens.findIndex(({ kind, value }) => kind === 'operator' && value === ')');
}

function beforeWord(tokens: readonly TemplateToken[], words: ReadonlySet<string>): readonly TemplateToken[] {
  const end = tokens.findIndex(({ kind, value }) => kind === 'name' && words.has(value));
  return end < 0 ? tokens : tokens.slice(0, end);
}

function word(value: string): TemplateToken {
  return { kind: 'name', value, at: 0 };
}

function operator(value: string): TemplateToken {
  return { kind: 'operator', value, at: 0 };
}
