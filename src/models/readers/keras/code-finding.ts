import { JsonObject, valuesIn, type JsonValue } from '../json/json-value';
import { encodedCode, harmfulWords } from './encoded-code';
import type { Tell } from './inspect-keras-config';

const MAX_NAMES = 8;

/** Reports the code in the texts of `node`, which must hold some. @param what whose code it is, as the beginning of a sentence */
export function codeFinding(node: JsonValue, what: string, tell: Tell): void {
  if (reportCode(node, what, tell)) return;
  const texts = [...valuesIn(node)].filter((value) => typeof value === 'string');
  const words = texts.flatMap(harmfulWords);
  tell(
    'malicious',
    words.length > 0
      ? `${what} is code in the file; it uses ${words.slice(0, MAX_NAMES).join(', ')}.`
      : `${what} is code in the file that cannot be read.`,
  );
}

/**
 * Reports Python code in the texts of `node`.
 *
 * @returns whether there is any
 */
export function reportCode(node: JsonValue, what: string, tell: Tell): boolean {
  let found = false;
  for (const value of valuesIn(node)) {
    // What lies in a node of its own is reported there.
    if (value instanceof JsonObject && value !== node && value.get('class_name') === '__lambda__')
      return found;
    const code = typeof value === 'string' ? encodedCode(value) : undefined;
    if (!code) continue;
    found = true;
    const { harmful, names } = code;
    if (harmful.length > 0) {
      const used = harmful.slice(0, MAX_NAMES).join(', ');
      tell('malicious', `${what} is Python code in the file, which loading runs; it uses ${used}.`, used);
    } else if (names) {
      const used = names.slice(0, MAX_NAMES).join(', ');
      tell(
        'suspicious',
        `${what} is Python code in the file, which loading runs; it uses ${used === '' ? 'no names' : used}.`,
      );
    } else {
      tell('malicious', `${what} is Python code in the file, which loading runs and which cannot be read.`);
    }
  }
  return found;
}
