import { SIMPLE_ESCAPES } from './simple-escapes';

const ESCAPE = /\\(?:\r\n|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{1,3}|[\s\S])/g;

const SINGLE: Readonly<Record<string, string>> = { ...SIMPLE_ESCAPES, '\n': '', '\r': '' };

/**
 * Decodes the escapes of a Python string literal's content (Language Reference, "String and Bytes literals"). What is no
 * escape stays as written, as Python does; `\N{...}` stays too.
 */
export function decodeEscapes(content: string, isBytes: boolean): string {
  if (!content.includes('\\')) return content;
  return content.replace(ESCAPE, (escape) => {
    const mark = escape.charAt(1);
    if (escape === '\\\r\n') return '';
    const single = SINGLE[mark];
    if (single !== undefined) return single;
    if (mark >= '0' && mark <= '7') return String.fromCharCode(Number.parseInt(escape.slice(1), 8));
    if (mark === 'x' && escape.length === 4) return codePoint(escape);
    if (!isBytes && (mark === 'u' || mark === 'U') && escape.length > 2) return codePoint(escape);
    return escape;
  });
}

function codePoint(escape: string): string {
  const code = Number.parseInt(escape.slice(2), 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : escape;
}
