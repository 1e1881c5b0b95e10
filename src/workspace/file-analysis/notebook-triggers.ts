import type { TriggerSet } from '../../analysis/triggers/trigger-sets';
import type { TriggerWord } from '../../analysis/triggers/trigger-word';

/** How JSON may write printable ASCII that it could have written as it is: U+0020 to U+007F. */
const ESCAPED_ASCII = ['2', '3', '4', '5', '6', '7'].map((digit): TriggerSet => [
  { text: `\\u00${digit}`, as: 'text' },
]);

/** How commands to a shell and to an installer begin: at the beginning of a string, or indented. */
const COMMANDS = ['"!', ' !', '%pip', '%conda', '%%bash', '%%sh', '%%script'].map((text): TriggerSet => [
  { text, as: 'text' },
]);

/**
 * Sets of trigger words as they stand in the JSON of a notebook. Quotes, slashes and line ends are escaped there, so a word
 * is searched by its longest run of characters that JSON writes as they are; and the `n` of an escaped line end may stand
 * right before it, so that nothing can be asked of its neighbours.
 */
export function notebookTriggers(sets: readonly TriggerSet[]): readonly TriggerSet[] {
  return [...sets.map((words) => words.map(plainRun)), ...ESCAPED_ASCII, ...COMMANDS];
}

function plainRun(word: TriggerWord): TriggerWord {
  const { text, as } = word;
  if (as === 'bytes' || as === 'source') return word;
  // The `n` of an escaped line end is a character that a key may hold.
  if (as === 'key' || as === 'in-key') return { text, as: 'in-key' };
  const longest = text
    .split(/["\\/\p{Cc}\P{ASCII}]/u)
    .reduce((best, run) => (run.length > best.length ? run : best), '');
  return { text: longest, as: 'text' };
}
