import type { JinjaExpression } from './jinja-expression';
import { applyFilter, applyMethod } from './constant-methods';
import type { TemplateStep } from './template-step';

/** A value that is known before the template runs. */
export type Constant = string | number | readonly Constant[];

/** Values that one expression may have; more are dropped. */
const MAX_VALUES = 16;
const MAX_LENGTH = 4096;
const MAX_DEPTH = 60;
/** Expressions looked at for one answer: variables that hold one another would take for ever. */
const MAX_WORK = 5000;
/** The same for one template. */
const MAX_TOTAL = 1_000_000;
/** Parts of a list: who spells a name needs few. */
const MAX_PARTS = 256;

/** Computes what expressions of one template may come to, from its literals and variables. */
export class Constants {
  readonly #variables = new Map<string, JinjaExpression[]>();
  #work = 0;
  #total = 0;

  constructor(steps: readonly TemplateStep[]) {
    for (const { kind, targets, expression } of steps) {
      if (!expression || !targets) continue;
      if (kind === 'set')
        targets.forEach((target, at) => this.#assign(target, partOf(expression, targets.length, at)));
      if (kind === 'each' && expression.kind === 'list') {
        for (const item of expression.items.slice(0, MAX_VALUES)) this.#assign(targets[0] ?? '', item);
      }
    }
  }

  /** Whether the template is so intricate that not everything was computed. */
  get exhausted(): boolean {
    return this.#total > MAX_TOTAL;
  }

  /** Every value that is known to be possible; empty when none is. */
  of(expression: JinjaExpression): readonly Constant[] {
    this.#work = 0;
    return this.#fold(expression, 0);
  }

  /** Every text that an expression may come to. */
  texts(expression: JinjaExpression): readonly string[] {
    return this.of(expression).flatMap((value) => (typeof value === 'object' ? [] : [`${value}`]));
  }

  /** What was assigned to a variable, anywhere. */
  assigned(name: string): readonly JinjaExpression[] {
    return this.#variables.get(name) ?? [];
  }

  #assign(name: string, value: JinjaExpression): void {
    const known = this.#variables.get(name) ?? [];
    if (known.length < MAX_VALUES) this.#variables.set(name, [...known, value]);
  }

  #fold(expression: JinjaExpression, depth: number): readonly Constant[] {
    if (depth > MAX_DEPTH || this.#work++ > MAX_WORK || this.#total++ > MAX_TOTAL) return [];
    const fold = (each: JinjaExpression): readonly Constant[] => this.#fold(each, depth + 1);
    switch (expression.kind) {
      case 'string':
        return [expression.value];
      case 'number':
        return [expression.value];
      case 'name':
        return capped(this.assigned(expression.name).flatMap(fold));
      case 'list':
        return combined(expression.items.map(fold), (values) => values);
      case 'dict':
        return combined(
          expression.entries.map(([key]) => fold(key)),
          (keys) => keys,
        );
      case 'binary':
        return this.#binary(expression, fold);
      case 'choice':
        return capped(expression.either.flatMap(fold));
      case 'member':
        return this.#member(expression, fold);
      case 'call':
        return this.#call(expression, fold);
      case 'filter':
        return this.#filter(expression, fold);
      case 'slice':
      case 'other':
        return [];
    }
  }

  #binary(
    { operator, left, right }: Extract<JinjaExpression, { kind: 'binary' }>,
    fold: Fold,
  ): readonly Constant[] {
    if (operator === 'or' || operator === 'and') return capped([...fold(left), ...fold(right)]);
    return combined([fold(left), fold(right)], ([a, b]) => computed(operator, a ?? '', b ?? ''));
  }

  #member({ object, key }: Extract<JinjaExpression, { kind: 'member' }>, fold: Fold): readonly Constant[] {
    if (object.kind === 'name' && key.kind === 'string') {
      const assigned = this.assigned(`${object.name}.${key.value}`);
      if (assigned.length > 0) return capped(assigned.flatMap(fold));
    }
    if (key.kind === 'slice') {
      const bounds = key.parts.map((part) => (part ? Number(fold(part)[0] ?? signed(part)) : undefined));
      return fold(object).flatMap((value) => (typeof value === 'number' ? [] : [sliced(value, bounds)]));
    }
    const held = entriesOf(object, this).filter(([name]) => fold(key).includes(name));
    if (held.length > 0) return capped(held.flatMap(([, value]) => fold(value)));
    return combined([fold(object), fold(key)], ([value, at]) => {
      const index = Number(at);
      return typeof value === 'number' || !Number.isInteger(index) ? undefined : value?.at(index);
    });
  }

  #call(
    { callee, positional, named }: Extract<JinjaExpression, { kind: 'call' }>,
    fold: Fold,
  ): readonly Constant[] {
    // `dict(__class__=1)|first` spells a name without a string.
    if (callee.kind === 'name') return callee.name === 'dict' ? [named.map(([name]) => name)] : [];
    if (callee.kind !== 'member' || callee.key.kind !== 'string') return [];
    const method = callee.key.value;
    const values = [callee.object, ...positional, ...named.map(([, value]) => value)].map(fold);
    return combined(values, ([self, ...rest]) =>
      self === undefined ? undefined : applyMethod(method, self, rest),
    );
  }

  #filter(
    { operand, name, positional, named }: Extract<JinjaExpression, { kind: 'filter' }>,
    fold: Fold,
  ): readonly Constant[] {
    const values = [operand, ...positional, ...named.map(([, value]) => value)].map(fold);
    if (name === 'default' || name === 'd') return capped(values.flat());
    return combined(values, ([self, ...rest]) =>
      self === undefined ? undefined : applyFilter(name, self, rest),
    );
  }
}

type Fold = (expression: JinjaExpression) => readonly Constant[];

/** The parts of `a, b = x, y`. */
function partOf(expression: JinjaExpression, count: number, at: number): JinjaExpression {
  if (count < 2 || expression.kind !== 'list') return expression;
  return expression.items[at] ?? expression;
}

/** What a dictionary holds, written in place or through a variable. */
function entriesOf(object: JinjaExpression, constants: Constants): (readonly [Constant, JinjaExpression])[] {
  const made = object.kind === 'name' ? constants.assigned(object.name) : [object];
  return made.flatMap((each) => {
    if (each.kind === 'call') return each.named;
    if (each.kind !== 'dict') return [];
    return each.entries.flatMap(([key, value]) =>
      key.kind === 'string' ? [[key.value, value] as const] : [],
    );
  });
}

/** A sign before a number is the library's `other`. */
function signed(part: JinjaExpression): number {
  const inner = part.kind === 'other' ? part.operands[0] : undefined;
  return inner?.kind === 'number' ? -inner.value : NaN;
}

function sliced(value: string | readonly Constant[], bounds: readonly (number | undefined)[]): Constant {
  const items = Array.from<Constant>(value);
  const [start, stop, step] = bounds;
  const backwards = step === -1;
  if (backwards) items.reverse();
  const part = backwards ? items : items.slice(start, stop).filter((_, at) => at % (step ?? 1) === 0);
  return typeof value === 'string' ? part.join('') : part;
}

/** The result for every combination of possible values. */
function combined(
  possible: readonly (readonly Constant[])[],
  compute: (values: readonly Constant[]) => Constant | undefined,
): readonly Constant[] {
  if (possible.length > MAX_PARTS) return [];
  let rows: Constant[][] = [[]];
  for (const values of possible) {
    if (values.length === 0) return [];
    rows = rows.flatMap((row) => values.map((value) => [...row, value])).slice(0, MAX_VALUES);
  }
  return capped(rows.map((row) => compute(row)).filter((value) => value !== undefined));
}

function computed(operator: string, a: Constant, b: Constant): Constant | undefined {
  if (operator === '~') return `${String(a)}${String(b)}`;
  if (typeof a === 'number' && typeof b === 'number') return arithmetic(operator, a, b);
  if (operator === '+' && typeof a === 'string' && typeof b === 'string') return a + b;
  if (operator === '+' && typeof a === 'object' && typeof b === 'object') return [...a, ...b];
  if (operator === '%' && typeof a === 'string')
    return applyFilter('format', a, typeof b === 'object' ? b : [b]);
  if (operator === '*' && typeof a === 'string' && typeof b === 'number') {
    return a.repeat(Math.max(0, Math.min(b, Math.floor(MAX_LENGTH / Math.max(1, a.length)))));
  }
  return undefined;
}

function arithmetic(operator: string, a: number, b: number): number | undefined {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '**':
      return a ** b;
    case '/':
    case '//':
      return b === 0 ? undefined : operator === '/' ? a / b : Math.floor(a / b);
    default:
      return undefined;
  }
}

function capped(values: readonly Constant[]): readonly Constant[] {
  const kept = values.filter((value) => typeof value !== 'string' || value.length <= MAX_LENGTH);
  return kept.slice(0, MAX_VALUES);
}
