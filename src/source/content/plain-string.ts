import type { StringExpression } from '../expression';
import type { TextRange } from '../range';

/** A text of a document without a program, as the rules about strings see it: without holes, and verbatim. */
export function plainString(value: string, range: TextRange): StringExpression {
  return {
    kind: 'string',
    range,
    value,
    parts: [{ kind: 'text', value, range }],
    isBytes: false,
    isDocstring: false,
    label: undefined,
  };
}
