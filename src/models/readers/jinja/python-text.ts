import { SIMPLE_ESCAPES } from '../../../source/python/expressions/simple-escapes';

const SIMPLE: Readonly<Record<string, string>> = { ...SIMPLE_ESCAPES, '\n': '' };
const ESCAPE =
  /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|N\{([^}]{1,80})\}|([\s\S]))/gu;
/** The few characters by name that matter to whoever hides a name. */
const NAMED: Readonly<Record<string, string>> = {
  'LOW LINE': '_',
  'FULL STOP': '.',
  'LEFT SQUARE BRACKET': '[',
};

/** The text of a string of Python between its quotes. Escapes that do not exist stay as they are, as Python has it. */
export function decodePythonText(written: string): string {
  if (!written.includes('\\')) return written;
  return written.replace(
    ESCAPE,
    (whole, hex?: string, short?: string, long?: string, octal?: string, name?: string, one?: string) => {
      const digits = hex ?? short ?? long;
      const code =
        digits !== undefined ? parseInt(digits, 16) : octal !== undefined ? parseInt(octal, 8) : undefined;
      if (code !== undefined) return code > 0x10ffff ? whole : String.fromCodePoint(code);
      if (name !== undefined) return NAMED[name.toUpperCase()] ?? whole;
      return SIMPLE[one ?? ''] ?? whole;
    },
  );
}
