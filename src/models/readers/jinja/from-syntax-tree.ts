import type { JinjaArguments, JinjaExpression } from './jinja-expression';

const DEPTH = 400;

/** A node of the library's tree, whose classes it does not export. */
type Fields = Readonly<Record<string, unknown>>;

/**
 * Turns the library's tree of an expression into ours.
 *
 * @throws Error when it is nested too deep, or holds something that no expression has
 */
export function fromSyntaxTree(node: unknown, depth = 0): JinjaExpression {
  if (typeof node !== 'object' || node === null || depth > DEPTH) throw new Error('not an expression');
  const fields = node as Fields;
  const child = (value: unknown): JinjaExpression => fromSyntaxTree(value, depth + 1);
  const children = (value: unknown): JinjaExpression[] => (Array.isArray(value) ? value.map(child) : []);
  switch (fields['type']) {
    case 'Identifier':
      return { kind: 'name', name: text(fields['value']) };
    case 'StringLiteral':
      return { kind: 'string', value: text(fields['value']) };
    case 'IntegerLiteral':
    case 'FloatLiteral':
      return { kind: 'number', value: Number(fields['value']) };
    case 'ArrayLiteral':
    case 'TupleLiteral':
      return { kind: 'list', items: children(fields['value']) };
    case 'ObjectLiteral':
      return {
        kind: 'dict',
        entries: pairs(fields['value']).map(([key, value]) => [child(key), child(value)]),
      };
    case 'MemberExpression':
      return { kind: 'member', object: child(fields['object']), key: keyOf(fields, child) };
    case 'SliceExpression':
      return {
        kind: 'slice',
        parts: ['start', 'stop', 'step'].map((part) =>
          fields[part] === undefined ? undefined : child(fields[part]),
        ),
      };
    case 'CallExpression':
      return { kind: 'call', callee: child(fields['callee']), ...argumentsOf(fields['args'], child) };
    case 'FilterExpression':
      return filterOf(child(fields['operand']), fields['filter'], child);
    case 'BinaryExpression':
      return {
        kind: 'binary',
        operator: text((fields['operator'] as Fields)['value']),
        left: child(fields['left']),
        right: child(fields['right']),
      };
    case 'Ternary':
      return {
        kind: 'choice',
        test: child(fields['condition']),
        either: [child(fields['trueExpr']), child(fields['falseExpr'])],
      };
    case 'SelectExpression':
      return { kind: 'choice', test: child(fields['test']), either: [child(fields['lhs'])] };
    case 'TestExpression':
      return { kind: 'other', operands: [child(fields['operand'])] };
    case 'UnaryExpression':
    case 'SpreadExpression':
    case 'KeywordSpreadExpression':
      return { kind: 'other', operands: [child(fields['argument'])] };
    default:
      throw new Error('not an expression');
  }
}

type Child = (value: unknown) => JinjaExpression;

/** `object.name` holds a name for what `object['name']` has as a text. */
function keyOf(fields: Fields, child: Child): JinjaExpression {
  const key = child(fields['property']);
  return fields['computed'] !== true && key.kind === 'name' ? { kind: 'string', value: key.name } : key;
}

function filterOf(operand: JinjaExpression, filter: unknown, child: Child): JinjaExpression {
  const made = child(filter);
  if (made.kind === 'name') return { kind: 'filter', operand, name: made.name, positional: [], named: [] };
  if (made.kind !== 'call' || made.callee.kind !== 'name')
    return { kind: 'other', operands: [operand, made] };
  return { kind: 'filter', operand, name: made.callee.name, positional: made.positional, named: made.named };
}

function argumentsOf(value: unknown, child: Child): JinjaArguments {
  const positional: JinjaExpression[] = [];
  const named: (readonly [string, JinjaExpression])[] = [];
  for (const each of Array.isArray(value) ? (value as unknown[]) : []) {
    const fields = each as Fields;
    if (fields['type'] === 'KeywordArgumentExpression') {
      named.push([text((fields['key'] as Fields)['value']), child(fields['value'])]);
    } else positional.push(child(each));
  }
  return { positional, named };
}

function pairs(value: unknown): (readonly [unknown, unknown])[] {
  return value instanceof Map ? [...(value as Map<unknown, unknown>)] : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
