import type { SourceModel } from '../../source/model';
import type { TextRange } from '../../source/range';
import type { Fix } from '../finding';

/** Takes an entry or item out of a JSON file, with the comma that belongs to it. None for other languages, whose lines stand alone. */
export function dataRemoval({ start, end }: TextRange, title: string, model: SourceModel): readonly Fix[] {
  if (model.language !== 'json') return [];
  const before = /,\s*$/u.exec(model.text.slice(0, start));
  const behind = /^\s*,\s*/u.exec(model.text.slice(end));
  const range = before ? { start: before.index, end } : { start, end: behind ? end + behind[0].length : end };
  return [{ title, safe: false, edits: [{ range, newText: '' }] }];
}
