import type { ShellCommand, ShellPlace } from '../content/shell-command';
import type { TextPlace } from '../content/text-place';
import { parseShell } from './parse-shell';

/** A piece of the script made of words: where it came from. */
interface Piece {
  readonly at: number;
  readonly place: TextPlace;
  readonly from: number;
  /** Quotes that stand in no word: one place for all of them. */
  readonly isQuote: boolean;
}

/**
 * A command that is given as a list of words, as in the JSON form of a Dockerfile, a compose file or the settings of an agent: no shell
 * takes it apart, and nothing is put in. `["sh", "-c", "..."]` has its script as inner commands all the same.
 */
export function parseWords(
  words: readonly { readonly text: string; readonly place: TextPlace }[],
  where: ShellPlace,
): readonly ShellCommand[] {
  let script = '';
  const pieces: Piece[] = [];
  for (const { text, place } of words) {
    let from = 0;
    const add = (added: string, isQuote: boolean): void => {
      pieces.push({ at: script.length, place, from, isQuote });
      script += added;
    };
    if (script !== '') script += ' ';
    add("'", true);
    for (const piece of text.split(/(?<=')/u)) {
      const plain = piece.replace(/'$/u, '');
      add(plain, false);
      from += plain.length;
      if (plain === piece) continue;
      add("'\\''", true);
      from++;
    }
    add("'", true);
  }
  return parseShell(script, { offsetOf: (offset) => placeAmong(pieces, offset) }, where);
}

function placeAmong(pieces: readonly Piece[], offset: number): number {
  const found = pieces.findLast(({ at }) => at <= offset) ?? pieces[0];
  return found ? found.place.offsetOf(found.from + (found.isQuote ? 0 : offset - found.at)) : 0;
}
