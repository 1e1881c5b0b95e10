/** Words that say nothing about what is looked for. */
const STOP_WORDS = new Set(
  (
    'a after an and are as at be before by can do does for from has have how i if in into is it its my not of on or our out should ' +
    'that the their them then there these this to vs was we what when where which who why will with you your'
  ).split(' '),
);

/** The words of a text, lower case, without those that say nothing, unless there are no others. */
export function wordsOf(text: string): string[] {
  const all = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = all.filter((word) => !STOP_WORDS.has(word));
  return telling.length > 0 ? telling : all;
}

/** What forms of one word have in common: `poisoning`, `poisoned` and `poison`; `models` and `model`. */
export function stemOf(word: string): string {
  if (word.length < 4 || /\d/u.test(word)) return word;
  const singular = word
    .replace(/ies$/u, 'y')
    .replace(/(?<=(?:ss|sh|ch|x|z))es$/u, '')
    .replace(/(?<![su])s$/u, '');
  const bare = singular.replace(/(?<=.{3})(?:ing|ed|er|ers)$/u, '');
  return bare === singular ? singular.replace(/(?<=.{3})e$/u, '') : bare.replace(/([^aeiouls])\1$/u, '$1');
}

/** A phrase by the stems of its words: two phrases that differ only in endings and punctuation are one. */
export function phraseForm(text: string): string {
  return formOf(wordsOf(text));
}

/** As {@link phraseForm}, for words. */
export function formOf(words: readonly string[]): string {
  return words.map(stemOf).join(' ');
}
