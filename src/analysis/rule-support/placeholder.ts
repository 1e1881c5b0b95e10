const PLACEHOLDER_WORDS =
  /example|placeholder|your|dummy|fake|sample|redacted|change.?me|insert|replace|xxxx|\.\.\.|\*\*\*|todo|deadbeef|notreal|invalid|mock|not.?needed|SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c/i;

/**
 * Whether a text of the right format is made up rather than issued: it says so, repeats or counts, is made of words, or
 * holds less variety than random text of its length.
 */
export function isPlaceholder(secret: string): boolean {
  if (saysPlaceholder(secret)) return true;
  const body = secret.replace(/^[a-z]{2,6}[-_](?:[a-z]{2,8}[0-9]{0,2}[-_])*/, '');
  return isRepeated(body) || isCounting(body) || isWords(body) || bitsPerCharacter(body) < expectedBits(body);
}

/** Whether a text says of itself that it is to be replaced. */
export function saysPlaceholder(secret: string): boolean {
  return PLACEHOLDER_WORDS.test(secret);
}

/** Shannon entropy of a text in bits per character. */
export function bitsPerCharacter(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** Well below what random text reaches, well above what a keyboard pattern does. */
function expectedBits(text: string): number {
  const isHexadecimal = /^[0-9a-f-]+$/.test(text);
  if (isHexadecimal) return text.length < 24 ? 2.2 : 2.8;
  return text.length < 24 ? 2.8 : 3.6;
}

/** One character five times in a row, or a short unit over and over. */
function isRepeated(text: string): boolean {
  if (/(.)\1{4}/.test(text)) return true;
  for (let period = 2; period <= 12 && period * 3 <= text.length; period++) {
    if (text.slice(period) === text.slice(0, text.length - period)) return true;
  }
  return false;
}

/** Six characters that count up or down. */
function isCounting(text: string): boolean {
  let up = 1;
  let down = 1;
  for (let at = 1; at < text.length; at++) {
    const step = text.charCodeAt(at) - text.charCodeAt(at - 1);
    up = step === 1 ? up + 1 : 1;
    down = step === -1 ? down + 1 : 1;
    if (up >= 6 || down >= 6) return true;
  }
  return false;
}

/** `this-is-not-a-key`, `MY_API_KEY_GOES_HERE` */
function isWords(text: string): boolean {
  const words = text.split(/[-_ ]/);
  return words.length >= 3 && words.every((word) => /^(?:[a-z]{1,12}|[A-Z]{1,12})$/.test(word));
}
