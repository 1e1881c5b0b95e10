import { repeatedKeys } from '../json/json-value';
import { parseJson } from '../json/parse-json';

/**
 * Parses JSON that readers must not understand differently: one that names a key twice is refused, since what is signed
 * or trusted would depend on the reader.
 *
 * @throws Error saying what is wrong
 */
export function parseStrictJson(text: string): unknown {
  const { root, problem } = parseJson(text);
  if (problem !== undefined) throw new Error(problem);
  if (root) {
    for (const { key } of repeatedKeys(root))
      throw new Error(`the key ${JSON.stringify(key)} is there twice`);
  }
  return JSON.parse(text);
}
