/**
 * Text from a file as it may go to a terminal: control characters and the marks that turn the writing direction are
 * spelled out, so that a file name or a line of code can neither move the cursor nor pretend to be something else.
 */
export function withoutControlCharacters(text: string): string {
  return text.replace(
    /(?!\t)[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
