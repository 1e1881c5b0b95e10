import { JsonObject, type JsonValue } from '../json/json-value';
import { codeFinding, reportCode } from './code-finding';
import { harmfulWords } from './encoded-code';
import type { Tell } from './inspect-keras-config';
import { judgeKerasFunction } from './keras-verdict';

const WHAT = 'The function of a Lambda layer';

/**
 * A Lambda layer: its function is marshalled code, which loading makes a function of and calls while it builds the model;
 * or the name of one that must be there; or a node of its own, which is looked at as such.
 */
export function inspectLambda(config: JsonObject, tell: Tell): void {
  const kind = config.text('function_type');
  const callee = config.get('function');
  if (callee instanceof JsonObject) {
    if (callee.text('class_name') === undefined) codeFinding(callee, WHAT, tell);
  } else if (!reportCode(callee ?? null, WHAT, tell)) {
    if (typeof callee === 'string' && kind !== 'lambda') inspectNamed(callee, config.text('module'), tell);
    else if (callee === undefined || callee === null)
      tell('suspicious', 'A Lambda layer does not say what its function is.');
    else codeFinding(callee, WHAT, tell);
  }
  for (const part of ['output_shape', 'mask', 'arguments']) {
    reportCode(config.get(part) ?? null, `The ${part} of a Lambda layer`, tell);
  }
  inspectRemainder(config.get('arguments') ?? null, tell);
}

function inspectNamed(name: string, module: string | undefined, tell: Tell): void {
  const words = harmfulWords(name);
  if (words.length > 0 && !/^\w+$/u.test(name)) {
    tell('malicious', `${WHAT} is code in the file; it uses ${words.slice(0, 8).join(', ')}.`, name);
    return;
  }
  const { verdict, reason } = judgeKerasFunction(name, module);
  if (verdict === 'safe') return;
  const path = module ? `${module}.${name}` : name;
  tell(verdict, `${WHAT} is ${path}: ${reason}.`, path);
}

/** Addresses and files that are given to a function. */
function inspectRemainder(given: JsonValue, tell: Tell): void {
  const origin = given instanceof JsonObject ? given.text('origin') : undefined;
  if (origin !== undefined)
    tell('malicious', `A Lambda layer is given an address to download from: "${origin}".`);
}
