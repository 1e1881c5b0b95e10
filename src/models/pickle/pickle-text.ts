import { SIMPLE_ESCAPES } from '../../source/python/expressions/simple-escapes';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const SHORT = 48;

/** Bytes as UTF-8, surrogates passed as Python does; undefined when they are none. */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string | undefined {
  // Most texts of a pickle are short names, for which calling the decoder costs more than decoding.
  if (end - start <= SHORT) {
    let text = '';
    for (let at = start; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte > 0x7f) return decodeLong(bytes.subarray(start, end));
      text += String.fromCharCode(byte);
    }
    return text;
  }
  return decodeLong(bytes.subarray(start, end));
}

function decodeLong(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return decodeSurrogates(bytes);
  }
}

/** Python's `surrogatepass`: U+D800 to U+DFFF as three bytes of their own. */
function decodeSurrogates(bytes: Uint8Array): string | undefined {
  let text = '';
  let clean = 0;
  try {
    for (let at = 0; at + 2 < bytes.length; at++) {
      const [first, second = 0, third = 0] = bytes.subarray(at, at + 3);
      if (first !== 0xed || second < 0xa0 || second > 0xbf || third < 0x80 || third > 0xbf) continue;
      text += utf8.decode(bytes.subarray(clean, at));
      text += String.fromCharCode(0xd000 | ((second & 0x3f) << 6) | (third & 0x3f));
      at += 2;
      clean = at + 1;
    }
    return clean === 0 ? undefined : text + utf8.decode(bytes.subarray(clean));
  } catch {
    return undefined;
  }
}

/** Each byte as the character of the same number. */
export function decodeLatin1(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  if (end - start <= SHORT) {
    for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] ?? 0);
    return text;
  }
  for (let at = start; at < end; at += 4096) {
    text += String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 4096)));
  }
  return text;
}

/** Reads a line of characters below 256 as UTF-8; undefined when it is none. */
export function lineAsUtf8(line: string): string | undefined {
  for (let at = 0; at < line.length; at++) {
    if (line.charCodeAt(at) > 0x7f) return decodeLong(Uint8Array.from(line, (each) => each.charCodeAt(0)));
  }
  return line;
}

/** The text of UNICODE: only `\uXXXX` and `\UXXXXXXXX` are escapes. */
export function decodeRawUnicodeEscape(line: string): string {
  if (!line.includes('\\')) return line;
  return line.replace(
    /(?<!\\)((?:\\\\)*)\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/gu,
    (whole, before: string, short?: string, long?: string) => {
      const code = parseInt(short ?? long ?? '', 16);
      return code > 0x10ffff ? whole : before + String.fromCodePoint(code);
    },
  );
}

/** The text of STRING: a quoted literal of Python 2. Undefined when it is not quoted. */
export function decodeStringLiteral(line: string): string | undefined {
  const quote = line[0];
  if (line.length < 2 || (quote !== "'" && quote !== '"') || !line.endsWith(quote)) return undefined;
  return line
    .slice(1, -1)
    .replace(
      /\\(?:x([0-9a-fA-F]{2})|([0-7]{1,3})|(.))/gsu,
      (whole, hex?: string, octal?: string, one?: string) => {
        if (hex !== undefined) return String.fromCharCode(parseInt(hex, 16));
        if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8) & 0xff);
        return SIMPLE_ESCAPES[one ?? ''] ?? whole;
      },
    );
}
