const ESCAPE = /\\(?:\r\n|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{1,6}\}|[\s\S])/gu;

const SINGLE: Readonly<Record<string, string>> = {
  '\n': '', '\r': '', '\u2028': '', '\u2029': '', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', 0: '\0',
}; // prettier-ignore

/** Decodes the escapes of a string or template (ECMAScript, "String Literals"). What is no escape is the character itself. */
export function decodeEscapes(content: string): string {
  if (!content.includes('\\')) return content;
  return content.replace(ESCAPE, (escape) => {
    if (escape === '\\\r\n') return '';
    if (escape.length > 2) {
      const code = Number.parseInt(escape.slice(2).replace(/[{}]/gu, ''), 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : escape;
    }
    const mark = escape.slice(1);
    return Object.hasOwn(SINGLE, mark) ? (SINGLE[mark] ?? '') : mark;
  });
}
