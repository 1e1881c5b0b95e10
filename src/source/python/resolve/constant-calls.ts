import type { Call, Expression } from '../../expression';
import type { Value } from '../../model';

/** A replacement can multiply a text: beyond this many characters it is not worked out. */
const MAX_TEXT = 1_000_000;

type Evaluate = (expression: Expression) => Value;

/** String methods that give the same for the same text, whatever the program does. */
const METHODS: Readonly<
  Record<string, (text: string, ...values: readonly (string | undefined)[]) => string | boolean>
> = {
  lower: (text) => text.toLowerCase(),
  casefold: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  strip: (text) => text.trim(),
  lstrip: (text) => text.trimStart(),
  rstrip: (text) => text.trimEnd(),
  replace: (text, from, to) => (from ? text.replaceAll(from, () => to ?? '') : text),
  startswith: (text, start) => text.startsWith(start ?? ''),
  endswith: (text, end) => text.endsWith(end ?? ''),
  removeprefix: (text, start) => (start && text.startsWith(start) ? text.slice(start.length) : text),
  removesuffix: (text, end) => (end && text.endsWith(end) ? text.slice(0, -end.length) : text),
};
const ARGUMENT_COUNT: Readonly<Record<string, number>> = {
  replace: 2,
  startswith: 1,
  endswith: 1,
  removeprefix: 1,
  removesuffix: 1,
};

/** The value of a method call on a known string, or of `bool(x)`; undefined when the call is of another kind. */
export function constantCall(call: Call, evaluate: Evaluate): Value | undefined {
  if (call.callee.kind !== 'attribute') return undefined;
  const method = METHODS[call.callee.name];
  if (!Object.hasOwn(METHODS, call.callee.name) || !method) return undefined;
  if (call.arguments.length !== (ARGUMENT_COUNT[call.callee.name] ?? 0)) return undefined;
  const receiver = evaluate(call.callee.object);
  if (!receiver.known || typeof receiver.value !== 'string') return undefined;
  const values: string[] = [];
  for (const argument of call.arguments) {
    const value = evaluate(argument.value);
    if (!value.known || typeof value.value !== 'string' || argument.keyword || argument.spread)
      return undefined;
    values.push(value.value);
  }
  const size = receiver.value.length * (1 + (values[1]?.length ?? 0));
  if (size > MAX_TEXT) return undefined;
  return { known: true, value: method(receiver.value, ...values) };
}
