import type { DataEntry } from '../content/data-node';
import { placeFrom } from '../content/text-place';
import { AlignedPlace, ESCAPED_TEXT } from '../data/aligned-place';
import type { ReadData } from '../data/read-data';
import type { Comment } from '../model';

/** `NAME=value`, also behind `export`; a value in quotes may go over several lines. */
const LINE =
  /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*[=:][ \t]*(?:"((?:[^"\\]|\\[^])*)"|'([^']*)'|`([^`]*)`|([^\r\n]*))/gmu;

/** Reads the files that hold an environment: `.env` and its kin. */
export function readDotenv(text: string): ReadData {
  const entries: DataEntry[] = [];
  for (const match of text.matchAll(LINE)) {
    const [whole, key = '', double, single, backquoted, bare] = match;
    const start = match.index + whole.indexOf(key);
    const end = match.index + whole.length;
    const keyRange = { start, end: start + key.length };
    // A comment needs a blank before it.
    const plain = bare?.replace(/(?:^|[ \t]+)#.*$/u, '').trimEnd();
    const raw = double ?? single ?? backquoted ?? plain ?? '';
    const from = bare === undefined ? end - raw.length - 1 : end - bare.length;
    const to = from + raw.length;
    const quote = bare === undefined ? 1 : 0;
    const value = double?.includes('\\') ? raw.replaceAll('\\n', '\n').replaceAll('\\"', '"') : raw;
    const place = value === raw ? placeFrom(from) : new AlignedPlace(text, value, from, to, ESCAPED_TEXT);
    const range = { start: from - quote, end: to + quote };
    entries.push({
      key,
      keyRange,
      value: { kind: 'scalar', value, range, place },
      range: { start, end: range.end },
    });
  }
  return {
    roots: [{ kind: 'map', entries, range: { start: 0, end: text.length } }],
    comments: comments(text),
    problems: [],
  };
}

function comments(text: string): readonly Comment[] {
  return [...text.matchAll(/^([ \t]*)#(.*)$|^([^#'"\r\n]*[ \t])#(.*)$/gmu)].map((match) => {
    const [whole, indent, own, before = '', behind = ''] = match;
    const start = match.index + (indent ?? before).length;
    const isOwn = indent !== undefined;
    return {
      text: isOwn ? (own ?? '') : behind,
      range: { start, end: match.index + whole.length },
      ownLine: isOwn,
    };
  });
}
