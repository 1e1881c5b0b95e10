import { allEntries } from '../../src/source/content/data-node';
import type { ReadData } from '../../src/source/data/read-data';

/** Every value of a configuration text by the path of its keys; a text value with what stands at the place of each character. */
export function readValues(text: string, { roots }: ReadData): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const root of roots)
    for (const {
      entry: { value },
      path,
    } of allEntries(root)) {
      if (value.kind === 'scalar') values[path.join('.')] = value.value;
      expectInside(value.range, text);
    }
  return values;
}

/** What stands in the document where the characters of a value are said to stand. */
export function writtenAt(text: string, { roots }: ReadData, key: string): string {
  for (const root of roots)
    for (const {
      entry: { value },
      path,
    } of allEntries(root))
      if (path.join('.') === key && value.kind === 'scalar' && typeof value.value === 'string')
        return Array.from(value.value, (_, at) => text[value.place.offsetOf(at)] ?? '').join('');
  return '';
}

function expectInside({ start, end }: { readonly start: number; readonly end: number }, text: string): void {
  if (start < 0 || end < start || end > text.length) throw new Error(`range ${start}-${end} leaves the text`);
}
