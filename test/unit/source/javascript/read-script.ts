import { JavaScriptFrontEnd } from '../../../../src/source/javascript/javascript-front-end';
import type { Call } from '../../../../src/source/expression';
import type { SourceModel } from '../../../../src/source/model';

/** Reads a piece of TypeScript, or of JavaScript. */
export function readScript(code: string, language: 'javascript' | 'typescript' = 'typescript'): SourceModel {
  return new JavaScriptFrontEnd(language).parse(code).model;
}

/** The last call whose callee is written so. */
export function callOf(model: SourceModel, callee: string): Call {
  const found = model.calls.filter((call) => model.textAt(call.callee.range) === callee).at(-1);
  if (!found) throw new Error(`no call of ${callee}`);
  return found;
}

/** The names of the last call of `callee` in a piece of code. */
export function namesOf(code: string, callee: string): readonly string[] {
  return callOf(readScript(code), callee).names;
}

/** What the first argument of the last call of `callee` comes from: the text of the origin and what is read of it. */
export function originsOf(code: string, callee = 'sink'): readonly string[] {
  const model = readScript(code);
  const given = callOf(model, callee).arguments[0];
  if (!given) throw new Error(`${callee} has no argument`);
  return model
    .origins(given.value, { stopAt: ({ names }) => names.some((name) => name.endsWith('.source')) })
    .map(({ expression, access, parameter }) => {
      const text = model.textAt(expression.range);
      const read = access.length > 0 ? ` > ${access.join('.')}` : '';
      return parameter ? `parameter ${parameter.parameter.name}${read}` : `${text}${read}`;
    });
}
