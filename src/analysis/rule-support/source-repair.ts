import type { SourceModel } from '../../source/model';
import type { TextRange } from '../../source/range';
import type { SourceEdit } from '../../source/text-edit';
import type { Fix } from '../finding';

/** A repair of a short piece of text whose meaning a rule has already made out: a command, an option, an address. */
export interface SourceRepair {
  /** Imperative. */
  readonly title: string;
  readonly find: RegExp;
  readonly by: string;
}

/** One fix with all of the repairs that fit the text of a finding; never safe, since it changes what a program asks for. */
export function sourceRepair(
  { start, end }: TextRange,
  repairs: readonly SourceRepair[],
  model: SourceModel,
): readonly Fix[] {
  const written = model.textAt({ start, end });
  const edits: SourceEdit[] = [];
  let title: string | undefined;
  for (const repair of repairs) {
    const edit = editOf(repair, written);
    if (!edit || edits.some(({ range }) => intersects(range, edit.range))) continue;
    title ??= repair.title;
    edits.push(edit);
  }
  const moved = edits.map(({ range, newText }) => ({
    range: { start: start + range.start, end: start + range.end },
    newText,
  }));
  return title === undefined ? [] : [{ title, safe: false, edits: moved }];
}

/** The whole text is replaced in, because what stands around the match decides too. */
function editOf({ find, by }: SourceRepair, written: string): SourceEdit | undefined {
  const found = find.exec(written);
  if (!found) return undefined;
  const end = found.index + found[0].length;
  const replaced = written.replace(find, by);
  const newText = replaced.slice(found.index, replaced.length - (written.length - end));
  return { range: { start: found.index, end }, newText };
}

function intersects(one: TextRange, other: TextRange): boolean {
  return one.start < other.end && other.start < one.end;
}

/**
 * Takes an option out of a command, written as a word of a shell (`curl -k url`) or as an item of a list (`["curl", "-k", url]`). `option`
 * is the source of a regular expression.
 */
export function withoutOption(option: string, title: string): SourceRepair {
  return {
    title,
    find: new RegExp(String.raw`\s*,\s*(["'])(?:${option})\1|\s+(?:${option})(?=[\s"'\x60;&|)]|$)`, 'u'),
    by: '',
  };
}

/** Addresses of every interface give way to this machine's own. */
export const OWN_ADDRESS: SourceRepair = {
  title: 'Bind to this machine only',
  find: /(?<![\d.])0\.0\.0\.0(?![\d.])/u,
  by: '127.0.0.1',
};

export const USE_HTTPS: SourceRepair = { title: 'Use https', find: /\bhttp:\/\//u, by: 'https://' };
