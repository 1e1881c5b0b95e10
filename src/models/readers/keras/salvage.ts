import { JsonObject } from '../json/json-value';
import { parseJson } from '../json/parse-json';

const WORD = '"class_name"';
const MAX_PIECES = 500;

const MAX_PIECE = 1024 * 1024;

/** The objects with a `class_name` in a text that is broken as JSON, as far as each can be read. */
export function* salvageObjects(text: string): Generator<JsonObject> {
  let from = 0;
  for (let piece = 0; piece < MAX_PIECES; piece++) {
    const word = text.indexOf(WORD, from);
    if (word < 0) return;
    const brace = Math.max(text.lastIndexOf('{', word), from);
    const { value, end, brokenAt } = parseJson(text.slice(brace, brace + MAX_PIECE));
    if (value instanceof JsonObject) yield value;
    from = brokenAt === undefined ? Math.max(word + WORD.length, brace + end) : word + WORD.length;
  }
}
