import { maskSecret, secretsIn } from '../../analysis/rule-support/secret-matcher';
import type { CoreCatalog } from '../../catalog/core';

const MAXIMUM_LENGTH = 160;
/** As much of a line as is looked at: a key that straddles the cut would show its first half. */
const EXAMINED_LENGTH = 20 * MAXIMUM_LENGTH;

/** Makes the excerpt of a line: keys of known providers masked, trimmed, long lines cut. */
export class Excerpts {
  constructor(private readonly catalog: CoreCatalog) {}

  /** @param secret a literal that must not be shown although it has no format of its own; a name may be shown */
  of(line: string, secret = ''): string {
    let text = line.slice(0, EXAMINED_LENGTH);
    const [quote] = /^['"]/u.exec(secret) ?? [];
    if (quote) text = text.replaceAll(secret, () => `${quote}…${quote}`);
    else if (isBareValue(secret, text)) text = text.replaceAll(secret, '…');
    for (const found of secretsIn(text, this.catalog)) {
      text = text.replaceAll(found.secret, () => maskSecret(found.secret));
    }
    text = text.trim();
    return text.length > MAXIMUM_LENGTH ? `${text.slice(0, MAXIMUM_LENGTH - 1)}…` : text;
  }
}

/** `NAME=value`, `name: value`, `https://user:value@host`: a value without quotes, where a name or a call may be shown. */
function isBareValue(secret: string, line: string): boolean {
  if (secret.length < 4 || /[\s()]|^[A-Z_][A-Z\d_]*$/u.test(secret)) return false;
  const before = line.slice(0, line.indexOf(secret)).trimEnd();
  return line.includes(secret) && (/[=:]$/u.test(before) || secret.includes('://'));
}
