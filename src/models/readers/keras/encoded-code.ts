import { decodeLatin1 } from '../../pickle/pickle-text';
import { isHarmfulCodeName } from '../names/judge-code-name';
import { looksMarshalled, readMarshalledCode } from './marshal-code';

/** Code of a function that is kept in a text. */
export interface EncodedCode {
  /** What it uses that does harm. */
  readonly harmful: readonly string[];
  /** All names that it uses; undefined when it cannot be read. */
  readonly names: readonly string[] | undefined;
}

const BASE64 = /^[A-Za-z0-9+/=_\s-]{16,}$/u;
const MAX_LENGTH = 4 * 1024 * 1024;

/**
 * The code in a text that Keras would decode and turn into a function: marshalled bytes in base64 or, as the first
 * versions wrote it, in `raw_unicode_escape`.
 *
 * @returns undefined when the text holds none
 */
export function encodedCode(text: string): EncodedCode | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  for (const bytes of [decodeBase64(text), latin1Bytes(text)]) {
    if (bytes && looksMarshalled(bytes)) return judge(bytes);
  }
  return undefined;
}

/** The bytes of a base64 text; undefined when it is none. */
export function decodeBase64(text: string): Uint8Array | undefined {
  if (!BASE64.test(text)) return undefined;
  const plain = text.replace(/[\s=]/gu, '').replace(/-/gu, '+').replace(/_/gu, '/');
  try {
    return latin1Bytes(atob(plain.slice(0, plain.length - (plain.length % 4 === 1 ? 1 : 0))));
  } catch {
    // Characters that base64 does not have.
    return undefined;
  }
}

/** Words in a text that is code, or that is code in base64, which do harm. */
export function harmfulWords(text: string): string[] {
  const bytes = decodeBase64(text);
  const plain = bytes ? decodeLatin1(bytes, 0, bytes.length) : text;
  const words = new Set(plain.match(/[A-Za-z_]\w{2,}/gu) ?? []);
  return [...words].filter(isHarmfulCodeName);
}

function judge(bytes: Uint8Array): EncodedCode {
  const code = readMarshalledCode(bytes);
  if (code) return { harmful: code.names.filter(isHarmfulCodeName), names: code.names };
  return { harmful: harmfulWords(decodeLatin1(bytes, 0, bytes.length)), names: undefined };
}

function latin1Bytes(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 255) return undefined;
    bytes[at] = code;
  }
  return bytes;
}
