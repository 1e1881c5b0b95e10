/**
 * Text that looks like an issued key, for the examples of rules: always the same, never a real one, and nowhere written
 * out, so that other scanners do not take this repository's examples for leaks.
 */
export function exampleKey(prefix: string, length: number, alphabet = LETTERS_AND_DIGITS): string {
  let state = 2463534242;
  let body = '';
  for (let at = 0; at < length; at++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    body += alphabet[(state >>> 0) % alphabet.length] ?? '';
  }
  return prefix + body;
}

export const HEXADECIMAL = '0123456789abcdef';

const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
