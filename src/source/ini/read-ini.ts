import type { DataEntry, DataMap, DataNode } from '../content/data-node';
import { placeFrom } from '../content/text-place';
import type { ReadData } from '../data/read-data';
import type { Comment } from '../model';

interface Section extends DataMap {
  readonly entries: DataEntry[];
}

/**
 * Reads the settings of installers: sections (`[global]`), `key = value` and `key: value`, lists as `key[] = value`, values that
 * go on in lines indented further. Entries before the first section stand in the root.
 */
export function readIni(text: string): ReadData {
  const root: Section = { kind: 'map', entries: [], range: { start: 0, end: text.length } };
  const comments: Comment[] = [];
  let section = root;
  // Of the setting that an indented line goes on from; Git and DVC indent every setting of a section.
  let depth = 0;
  let at = 0;
  for (const line of text.split(/(?<=\n)/u)) {
    const start = at;
    at += line.length;
    const body = line.trim();
    const indent = line.search(/\S/u);
    const from = start + Math.max(indent, 0);
    const range = { start: from, end: from + body.length };
    if (body === '') continue;
    if (/^[#;]/u.test(body)) {
      comments.push({ text: body.slice(1), range, ownLine: true });
      continue;
    }
    const header = /^\[([^\]]+)\]$/u.exec(body)?.[1];
    if (header !== undefined) {
      section = { kind: 'map', entries: [], range };
      root.entries.push({ key: header, keyRange: range, value: section, range });
      continue;
    }
    const last = section.entries.at(-1);
    if (indent > depth && last) section.entries.push({ ...last, value: scalar(body, from), range });
    else {
      section.entries.push(setting(body, from));
      depth = indent;
    }
  }
  return { roots: [root], comments, problems: [] };
}

function setting(body: string, start: number): DataEntry {
  // `//registry.npmjs.org/:_authToken=x`: the key may hold a colon.
  const sign = body.includes('=') ? body.indexOf('=') : body.search(/:\s/u);
  const key = (sign < 0 ? body : body.slice(0, sign)).trimEnd();
  const rest = sign < 0 ? '' : body.slice(sign + 1);
  const value = rest.trim();
  const at = start + body.length - rest.length + rest.indexOf(value);
  return {
    key: key.replace(/\[\]$/u, ''),
    keyRange: { start, end: start + key.length },
    value:
      sign < 0 ? { ...scalar('true', start), range: { start, end: start + key.length } } : scalar(value, at),
    range: { start, end: start + body.length },
  };
}

function scalar(written: string, start: number): DataNode {
  const quoted = /^(["'])(.*)\1$/u.exec(written)?.[2];
  return {
    kind: 'scalar',
    value: quoted ?? written,
    range: { start, end: start + written.length },
    place: placeFrom(start + (quoted === undefined ? 0 : 1)),
  };
}
