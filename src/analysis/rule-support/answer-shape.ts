import type { Origin } from '../../source/model';

/** What is read of an object that is nothing but the answer of a model, in one client's shape or another's. */
const SHAPES: readonly (readonly RegExp[])[] = [
  [/^choices$/u, /^(?:message|delta|text)$/u],
  [/^tool_calls$/u, /^function$/u, /^(?:name|arguments)$/u],
  [/^submit_tool_outputs$/u, /^tool_calls$/u],
  [/^candidates$/u, /^content$/u, /^parts$/u],
];

/**
 * Whether a value is read of something that by its shape is a model's answer, wherever it comes from: `response.choices[0].message` of
 * a parameter, the function that a `tool_call` names.
 */
export function hasAnswerShape({ access, parameter }: Origin): boolean {
  const isToolCall = /^(?:tool_?call|function_call)s?$/u.test(parameter?.parameter.name ?? '');
  const read = isToolCall ? ['tool_calls', ...access] : access;
  return SHAPES.some((shape) => holdsInOrder(read, shape));
}

function holdsInOrder(access: readonly string[], shape: readonly RegExp[]): boolean {
  let at = 0;
  for (const read of access) if (shape[at]?.test(read)) at++;
  return at === shape.length;
}
