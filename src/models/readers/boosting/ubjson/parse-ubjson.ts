import { JsonObject, type JsonValue } from '../../json/json-value';
import { UbjsonCursor } from './ubjson-cursor';

export interface ParsedUbjson {
  /** What was read; of a file that is broken, all up to where it breaks. */
  readonly value: JsonValue;
  /** Where the bytes stop being UBJSON, and why. */
  readonly broken?: { readonly at: number; readonly reason: string };
  /** Where the value ends. */
  readonly end: number;
}

const MAX_DEPTH = 100;
/** Values that are kept; a forest of a million trees has more, which are counted as read and not looked at. */
const MAX_VALUES = 10_000_000;

/**
 * Reads Universal Binary JSON (https://ubjson.org, draft 12) as far as models of XGBoost use it. Arrays of floating-point numbers are
 * passed over: nothing in them leads anywhere. Never throws.
 */
export function parseUbjson(bytes: Uint8Array): ParsedUbjson {
  const parser = new Parser(new UbjsonCursor(bytes));
  const value = parser.value(0);
  const { at: end, problem } = parser.cursor;
  return { value, end, ...(problem === undefined ? {} : { broken: { at: end, reason: problem } }) };
}

class Parser {
  #values = 0;

  constructor(readonly cursor: UbjsonCursor) {}

  value(depth: number, marker = this.cursor.marker()): JsonValue {
    const { cursor } = this;
    if (depth > MAX_DEPTH) cursor.fail('it is nested too deeply');
    if (++this.#values > MAX_VALUES) cursor.fail('it holds more values than are read');
    if (cursor.problem !== undefined) return null;
    switch (marker) {
      case 'Z':
        return null;
      case 'T':
        return true;
      case 'F':
        return false;
      case 'S':
      case 'H':
        return cursor.text(cursor.length());
      case 'C':
        return cursor.text(1);
      case '[':
        return this.#array(depth);
      case '{':
        return this.#object(depth);
      default:
        return cursor.number(marker);
    }
  }

  #array(depth: number): JsonValue {
    const { cursor } = this;
    const { type, count } = cursor.container();
    if (type !== undefined && count !== undefined && cursor.skipFloats(type, count)) return [];
    const items: JsonValue[] = [];
    while (cursor.problem === undefined && !cursor.ended(']', count, items.length)) {
      items.push(this.value(depth + 1, type));
    }
    return items;
  }

  #object(depth: number): JsonObject {
    const { cursor } = this;
    const offset = cursor.at - 1;
    const { type, count } = cursor.container();
    const entries: [string, JsonValue][] = [];
    while (cursor.problem === undefined && !cursor.ended('}', count, entries.length)) {
      const key = cursor.text(cursor.length());
      entries.push([key, this.value(depth + 1, type)]);
    }
    return new JsonObject(entries, offset);
  }
}
