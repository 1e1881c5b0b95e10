/** An expression of a template, as the analysis needs it. */
export type JinjaExpression =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'list'; readonly items: readonly JinjaExpression[] }
  | { readonly kind: 'dict'; readonly entries: readonly (readonly [JinjaExpression, JinjaExpression])[] }
  /** `object.key` and `object[key]`, which mean nearly the same to Jinja. */
  | { readonly kind: 'member'; readonly object: JinjaExpression; readonly key: JinjaExpression }
  | { readonly kind: 'slice'; readonly parts: readonly (JinjaExpression | undefined)[] }
  | ({ readonly kind: 'call'; readonly callee: JinjaExpression } & JinjaArguments)
  | ({ readonly kind: 'filter'; readonly operand: JinjaExpression; readonly name: string } & JinjaArguments)
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: JinjaExpression;
      readonly right: JinjaExpression;
    }
  | { readonly kind: 'choice'; readonly test: JinjaExpression; readonly either: readonly JinjaExpression[] }
  /** Tests, signs, spreads: nothing but what they hold matters. */
  | { readonly kind: 'other'; readonly operands: readonly JinjaExpression[] };

export interface JinjaArguments {
  readonly positional: readonly JinjaExpression[];
  readonly named: readonly (readonly [name: string, value: JinjaExpression])[];
}

/** The expressions directly within one. */
export function operandsOf(expression: JinjaExpression): readonly JinjaExpression[] {
  switch (expression.kind) {
    case 'name':
    case 'string':
    case 'number':
      return [];
    case 'list':
      return expression.items;
    case 'dict':
      return expression.entries.flat();
    case 'member':
      return [expression.object, expression.key];
    case 'slice':
      return expression.parts.filter((part) => part !== undefined);
    case 'call':
      return [expression.callee, ...argumentsOf(expression)];
    case 'filter':
      return [expression.operand, ...argumentsOf(expression)];
    case 'binary':
      return [expression.left, expression.right];
    case 'choice':
      return [expression.test, ...expression.either];
    case 'other':
      return expression.operands;
  }
}

/** An expression and everything within it, the outermost first. */
export function* expressionsWithin(root: JinjaExpression): Generator<JinjaExpression> {
  const waiting = [root];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    waiting.push(...operandsOf(next).toReversed());
  }
}

function argumentsOf({ positional, named }: JinjaArguments): JinjaExpression[] {
  return [...positional, ...named.map(([, value]) => value)];
}
