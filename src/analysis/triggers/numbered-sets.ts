import type { TriggerSet } from './trigger-sets';
import { SOURCE, type TriggerWord } from './trigger-word';

/** Sets of words by the numbers of their words. */
export interface NumberedSets {
  readonly words: readonly TriggerWord[];
  readonly sets: readonly (readonly number[])[];
  /** Sets one of which stands for the word {@link SOURCE} in the others. */
  readonly sources: readonly (readonly number[])[];
}

/** Sets of words in the form in which they are searched in bytes, each word once; the sets in their order. */
export function numberedSets(sets: readonly TriggerSet[], sources: readonly TriggerSet[] = []): NumberedSets {
  const numbers = new Map<string, number>();
  const words: TriggerWord[] = [];
  const numberOf = (word: TriggerWord): number => {
    const key = `${word.as} ${word.text}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, words.length);
    return words.push(word) - 1;
  };
  const numbered = (set: TriggerSet): readonly number[] => [
    ...new Set(set.map(searchable).flatMap((word) => (word.text === '' ? [] : numberOf(word)))),
  ];
  const ofSources = sources.map(numbered);
  // A source without any word may be everywhere.
  const isEverywhere = ofSources.some((set) => set.length === 0);
  const asked = isEverywhere ? sets.map((set) => set.filter((word) => word !== SOURCE)) : sets;
  return { words, sets: asked.map(numbered), sources: ofSources };
}

/**
 * A word by its longest run of ASCII. Non-ASCII characters have other bytes in other encodings, so a word is searched by
 * the part that reads the same in all of them, and then as part of a longer one.
 */
function searchable(word: TriggerWord): TriggerWord {
  const { text, as } = word;
  if (as === 'bytes' || !/\P{ASCII}/u.test(text)) return word;
  const longest = (text.match(/\p{ASCII}+/gu) ?? []).reduce(
    (best, run) => (run.length > best.length ? run : best),
    '',
  );
  return { text: longest, as: 'text' };
}

/** Without the sets that hold the whole of another: where they match, the other one does. */
export function withoutWider({ words, sets, sources }: NumberedSets): NumberedSets {
  return { words, sets: narrowest(sets, words.length), sources: narrowest(sources, words.length) };
}

function narrowest(sets: readonly (readonly number[])[], wordCount: number): readonly (readonly number[])[] {
  const kept: (readonly number[])[] = [];
  // A set within another has its first word there: only those need to be compared.
  const keptByFirstWord = Array.from({ length: wordCount }, (): (readonly number[])[] => []);
  for (const set of [...sets].sort((a, b) => a.length - b.length)) {
    const isWider = set.some((word) =>
      keptByFirstWord[word]?.some((smaller) => smaller.every((one) => set.includes(one))),
    );
    if (isWider) continue;
    kept.push(set);
    const [first] = set;
    if (first !== undefined) keptByFirstWord[first]?.push(set);
  }
  return kept;
}
