import type { Call, Expression, StringPart } from '../../expression';

type Piece = (value: Expression) => readonly StringPart[];

/** A conversion of the `%` operator, https://docs.python.org/3/library/stdtypes.html#printf-style-string-formatting */
const PERCENT = /%(?:\((\w+)\))?([-#0 +]*)(\*|\d+)?(?:\.(?:\*|\d+))?[hlL]?([diouxXeEfFgGcrsa%])/g;
/** A replacement field of `str.format`, or a doubled brace. */
const BRACES = /\{\{|\}\}|\{(\w*)([^{}]*)\}/g;

/** `template % right`, with `%s` replaced by the parts of its value and other conversions by holes. */
export function fillPercent(
  template: readonly StringPart[],
  right: Expression,
  piece: Piece,
): readonly StringPart[] {
  const positional = right.kind === 'collection' && right.type === 'tuple' ? right.elements : [right];
  let next = 0;
  return fill(template, PERCENT, (match) => {
    const [whole, name, flags, width, conversion] = match;
    if (conversion === '%') return '%';
    const value = name === undefined ? positional[next++] : named(right, name);
    if (!value) return undefined;
    const isPlain =
      conversion === 's' && !flags && !width && whole.length === 2 + (name ? name.length + 2 : 0);
    return isPlain ? piece(value) : [{ kind: 'hole', expression: value, range: value.range }];
  });
}

/** `template.format(...)`, with each field replaced by the parts of its argument. */
export function fillBraces(template: readonly StringPart[], call: Call, piece: Piece): readonly StringPart[] {
  let next = 0;
  return fill(template, BRACES, (match) => {
    const [whole, name = '', rest = ''] = match;
    if (whole === '{{') return '{';
    if (whole === '}}') return '}';
    const position = name === '' ? next++ : Number(name);
    const selector = Number.isInteger(position) ? { position } : { keyword: name };
    const found = call.argument(selector);
    if (found.state !== 'given') return undefined;
    const { value } = found.argument;
    return rest === '' ? piece(value) : [{ kind: 'hole', expression: value, range: value.range }];
  });
}

function named(right: Expression, name: string): Expression | undefined {
  if (right.kind !== 'dict') return undefined;
  return right.entries.find((entry) => entry.key?.kind === 'string' && entry.key.value === name)?.value;
}

/** Replaces each match in the fixed text; what `replace` cannot resolve stays as written. */
function fill(
  template: readonly StringPart[],
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | readonly StringPart[] | undefined,
): readonly StringPart[] {
  const parts: StringPart[] = [];
  for (const part of template) {
    if (part.kind === 'hole') {
      parts.push(part);
      continue;
    }
    const { value, range } = part;
    let text = '';
    let at = 0;
    for (const match of value.matchAll(pattern)) {
      text += value.slice(at, match.index);
      at = match.index + match[0].length;
      const replacement = replace(match);
      if (typeof replacement === 'string') text += replacement;
      else if (replacement === undefined) text += match[0];
      else {
        if (text) parts.push({ kind: 'text', value: text, range });
        text = '';
        parts.push(...replacement);
      }
    }
    text += value.slice(at);
    if (text) parts.push({ kind: 'text', value: text, range });
  }
  return parts;
}
