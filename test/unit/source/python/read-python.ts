import type { Call, Expression } from '../../../../src/source/expression';
import type { FlowOptions, SourceModel } from '../../../../src/source/model';
import { PythonFrontEnd } from '../../../../src/source/python/python-front-end';

export function readPython(code: string): SourceModel {
  return new PythonFrontEnd().parse(code).model;
}

/** The call whose text starts with `start`. */
export function callIn(model: SourceModel, start: string): Call {
  const found = model.calls.find(({ range }) => model.text.startsWith(start, range.start));
  if (!found) throw new Error(`no call starts with ${start}`);
  return found;
}

/** Names of the callee of the call that starts with `start`. */
export function namesOf(code: string, start: string): readonly string[] {
  return callIn(readPython(code), start).names;
}

/** The value given to `probe(...)`: the expression under test. */
export function probed(model: SourceModel): Expression {
  const argument = callIn(model, 'probe(').arguments[0];
  if (!argument) throw new Error('probe() is given nothing');
  return argument.value;
}

export function textOf(model: SourceModel, expression: Expression): string {
  return model.text.slice(expression.range.start, expression.range.end);
}

/** What `evaluate` says of the value given to `probe(...)`; `unknown` as a word. */
export function valueOf(code: string): unknown {
  const model = readPython(code);
  const value = model.evaluate(probed(model));
  return value.known ? value.value : 'unknown';
}

/** Source texts of the origins of the value given to `probe(...)`. */
export function originsOf(code: string, options?: (model: SourceModel) => FlowOptions): string[] {
  const model = readPython(code);
  return model.origins(probed(model), options?.(model)).map((origin) => textOf(model, origin.expression));
}

/** The string given to `probe(...)`, holes as `<text>`. */
export function stringOf(code: string): string | undefined {
  const model = readPython(code);
  return model
    .stringParts(probed(model))
    ?.map((part) => (part.kind === 'text' ? part.value : `<${textOf(model, part.expression)}>`))
    .join('');
}
