import type { JinjaArguments, JinjaExpression } from './jinja-expression';

const MAX = 200;

/** An expression as somebody would write it, shortened: evidence for whoever reads the report. */
export function showExpression(expression: JinjaExpression): string {
  const text = show(expression, 12);
  return text.length > MAX ? `${text.slice(0, MAX)}…` : text;
}

function show(expression: JinjaExpression, depth: number): string {
  if (depth === 0) return '…';
  const inner = (each: JinjaExpression): string => show(each, depth - 1);
  switch (expression.kind) {
    case 'name':
      return expression.name;
    case 'string':
      return `'${expression.value.slice(0, MAX)}'`;
    case 'number':
      return `${expression.value}`;
    case 'list':
      return `[${expression.items.slice(0, 8).map(inner).join(', ')}]`;
    case 'dict':
      return '{…}';
    case 'member':
      return expression.key.kind === 'string' && /^\w+$/u.test(expression.key.value)
        ? `${inner(expression.object)}.${expression.key.value}`
        : `${inner(expression.object)}[${inner(expression.key)}]`;
    case 'slice':
      return expression.parts.map((part) => (part ? inner(part) : '')).join(':');
    case 'call':
      return `${inner(expression.callee)}(${list(expression, inner)})`;
    case 'filter': {
      const given = list(expression, inner);
      return `${inner(expression.operand)}|${expression.name}${given === '' ? '' : `(${given})`}`;
    }
    case 'binary':
      return `${inner(expression.left)} ${expression.operator} ${inner(expression.right)}`;
    case 'choice':
      return expression.either.map(inner).join(' or ');
    case 'other':
      return expression.operands.map(inner).join(' ');
  }
}

function list({ positional, named }: JinjaArguments, inner: (each: JinjaExpression) => string): string {
  return [
    ...positional.slice(0, 8).map(inner),
    ...named.slice(0, 8).map(([name, value]) => `${name}=${inner(value)}`),
  ].join(', ');
}
