import type { DockerInstruction } from '../content/docker-instruction';
import { rangeAt, type TextPlace } from '../content/text-place';

type Setting = DockerInstruction['settings'][number];

const PAIR = /([A-Za-z_][\w.-]*)(?:=((?:"(?:\\[\s\S]|[^"\\])*"|'[^']*'|\\[\s\S]|[^\s"'\\])*))?/gu;

/** Names and values of `ENV A=1 B="two"`, `ENV A one value`, `ARG NAME=default`, `LABEL`. */
export function readSettings(keyword: string, text: string, place: TextPlace): readonly Setting[] {
  if (keyword !== 'ENV' && keyword !== 'ARG' && keyword !== 'LABEL') return [];
  const old = keyword === 'ENV' ? /^([A-Za-z_]\w*)\s+(?!=)([\s\S]*)$/u.exec(text) : null;
  if (old?.[1] !== undefined && old[2] !== undefined) {
    const start = text.length - old[2].length;
    return [setting(old[1], old[2], 0, start, place)];
  }
  return [...text.matchAll(PAIR)].map((match) => {
    const [whole, name = '', value] = match;
    return setting(name, value, match.index, match.index + whole.length - (value ?? '').length, place);
  });
}

function setting(
  name: string,
  raw: string | undefined,
  start: number,
  valueStart: number,
  place: TextPlace,
): Setting {
  const end = valueStart + (raw ?? '').length;
  const value = raw?.replace(
    /"((?:\\[\s\S]|[^"\\])*)"|'([^']*)'|\\([\s\S])/gu,
    (_, double?: string, single?: string, escaped?: string) =>
      double !== undefined ? double.replace(/\\(["\\$])/gu, '$1') : (single ?? escaped ?? ''),
  );
  return {
    name,
    value,
    range: rangeAt(place, { start, end }),
    valueRange: rangeAt(place, { start: valueStart, end }),
  };
}
