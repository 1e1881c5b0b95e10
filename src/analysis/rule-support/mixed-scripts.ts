/** Letters of other scripts that are drawn like Latin ones, by the letter they look like. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ј: 'j', ѕ: 's', ԁ: 'd', һ: 'h', ԛ: 'q', ԝ: 'w', ӏ: 'l',
  к: 'k', м: 'm', т: 't', в: 'b', н: 'h', г: 'r', А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T', Х: 'X',
  ο: 'o', α: 'a', ν: 'v', ρ: 'p', τ: 't', υ: 'u', ι: 'i', κ: 'k', ε: 'e', χ: 'x', γ: 'y', η: 'n', Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H',
  Ι: 'I', Κ: 'K', Μ: 'M', Ν: 'N', Ο: 'O', Ρ: 'P', Τ: 'T', Υ: 'Y', Χ: 'X', ӕ: 'ae', ա: 'w', օ: 'o', ս: 'u', ո: 'n', հ: 'h', ց: 'g',
  ɑ: 'a', ɡ: 'g', ı: 'i', ℓ: 'l', ｅ: 'e', ｒ: 'r',
}; // prettier-ignore

/**
 * The plain name that a name looks like, where it mixes Latin letters with look-alikes of another script; undefined for
 * a name in one script, whichever that is.
 */
export function looksLike(name: string): string | undefined {
  if (!/[a-z]/iu.test(name) || /^\p{ASCII}*$/u.test(name)) return undefined;
  if (/\s/u.test(name)) return undefined;
  const letters = name.replace(/[^\p{L}]/gu, '');
  const foreign = letters.replace(/[a-z]/giu, '');
  const isAllAlike =
    foreign !== '' && Array.from(foreign).every((letter) => LOOK_ALIKES[letter] !== undefined);
  if (!isAllAlike) return undefined;
  return Array.from(name, (letter) => LOOK_ALIKES[letter] ?? letter).join('');
}
