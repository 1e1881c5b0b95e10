import { parse } from '@huggingface/jinja';
import { fromSyntaxTree } from './from-syntax-tree';
import type { JinjaExpression } from './jinja-expression';
import { withoutTestArguments } from './test-arguments';
import type { TemplateToken } from './template-part';

/** A token of the library without its class, which it does not export. */
type LibraryToken = Pick<Parameters<typeof parse>[0][number], 'type' | 'value'>;

const OPERATORS: Readonly<Record<string, LibraryToken['type']>> = {
  '(': 'OpenParen',
  ')': 'CloseParen',
  '[': 'OpenSquareBracket',
  ']': 'CloseSquareBracket',
  '{': 'OpenCurlyBracket',
  '}': 'CloseCurlyBracket',
  ',': 'Comma',
  '.': 'Dot',
  ':': 'Colon',
  '|': 'Pipe',
  '=': 'Equals',
  '**': 'ExponentiationBinaryOperator',
  '*': 'MultiplicativeBinaryOperator',
  '/': 'MultiplicativeBinaryOperator',
  '//': 'MultiplicativeBinaryOperator',
  '%': 'MultiplicativeBinaryOperator',
  '+': 'AdditiveBinaryOperator',
  '-': 'AdditiveBinaryOperator',
  '~': 'AdditiveBinaryOperator',
};
const KINDS = { name: 'Identifier', string: 'StringLiteral', number: 'NumericLiteral' } as const;

/**
 * The syntax tree of an expression, read by the library that runs chat templates in browsers. It gets our tokens, not the
 * text: its own lexer departs from Jinja's, and it is the template of Jinja that will run.
 *
 * @returns undefined when it is not understood
 */
export function parseExpression(tokens: readonly TemplateToken[]): JinjaExpression | undefined {
  if (tokens.length === 0) return undefined;
  const { kept, dropped } = withoutTestArguments(tokens);
  const main = parsed(kept);
  if (main === undefined) return undefined;
  const others = dropped.flatMap((each) => (each.length === 0 ? [] : [parsed(each)]));
  if (others.length === 0) return main;
  const understood = others.filter((each) => each !== undefined);
  return understood.length < others.length ? undefined : { kind: 'other', operands: [main, ...understood] };
}

function parsed(tokens: readonly TemplateToken[]): JinjaExpression | undefined {
  try {
    const all: LibraryToken[] = [
      { type: 'OpenExpression', value: '{{' },
      ...tokens.map(libraryToken),
      { type: 'CloseExpression', value: '}}' },
    ];
    const { body } = parse(all);
    return body.length === 1 ? fromSyntaxTree(body[0]) : undefined;
  } catch {
    // The parser throws errors of every kind at what it does not know, also when it runs out of tokens or stack.
    return undefined;
  }
}

function libraryToken({ kind, value }: TemplateToken): LibraryToken {
  const type = kind === 'operator' ? (OPERATORS[value] ?? 'ComparisonBinaryOperator') : KINDS[kind];
  return { type, value };
}
