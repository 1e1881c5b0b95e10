import type { StringExpression } from '../../source/expression';
import type { TextRange } from '../../source/range';
import type { Fix } from '../finding';
import type { RuleContext } from '../rule';
import { environmentFix } from './environment-fix';
import type { KeyGuess } from './key-guess';
import type { LiteralSecret } from './literal-secrets';
import { isPublicWebKey } from './public-web-key';
import { maskSecret } from './secret-matcher';
import { settingsFix } from './settings-fix';

/** A key whose format says whose it is. */
export function reportKey(
  { format, secret, range, whole }: LiteralSecret,
  literal: StringExpression | undefined,
  context: RuleContext,
): void {
  if (isPublicWebKey(format, range, context.model)) {
    context.report({
      at: range,
      severity: 'info',
      subject: format.title,
      message: `This key of a Firebase page (${maskSecret(secret)}) goes to every visitor. Restrict it to the services of Firebase and to your addresses, or it also pays for calls of Gemini.`,
    });
    return;
  }
  context.report({
    at: range,
    message: `This ${format.title} (${maskSecret(secret)}) can be used by everybody who reads the file or its history. Revoke it, and read the new one from ${format.environment} in the environment.`,
    subject: format.title,
    fixes: whole && literal ? fixesFor(literal, format.environment, context) : [],
  });
}

/** A text that stands where a key belongs. */
export function reportGuess(
  guess: KeyGuess,
  literal: StringExpression,
  { name, secret = literal.value ?? '' }: { readonly name: string | undefined; readonly secret?: string },
  context: RuleContext,
): void {
  const place = name === undefined ? 'The client gets its key' : `\`${name}\` gets its value`;
  const text =
    guess === 'issued'
      ? `${place} as a literal (${maskSecret(secret)}) that everybody who reads the file can use. If it is a real key, revoke it, and read the new one from the environment.`
      : `${place} as a literal that begins like a key and looks made up. Read it from the environment, so that nobody puts a real one in its place.`;
  const variable = name !== undefined && /^[A-Za-z_]\w*$/.test(name) ? name.toUpperCase() : 'API_KEY';
  context.report({
    at: literal,
    message: text,
    subject: 'API key',
    confidence: 'probable',
    fixes: secret === literal.value ? fixesFor(literal, variable, context) : [],
  });
}

/** A password or token that is a part of an address. */
export function reportAddress(range: TextRange, secret: string, context: RuleContext): void {
  context.report({
    at: range,
    severity: 'warning',
    message: `The address holds a password or token (${maskSecret(secret)}) that everybody who reads the file can use. Change it, and put the address together from the environment.`,
    subject: 'address',
  });
}

function fixesFor(literal: StringExpression, variable: string, context: RuleContext): readonly Fix[] {
  const fixes = environmentFix(literal, variable, context.model);
  return fixes.length > 0 || context.model.language !== 'yaml'
    ? fixes
    : settingsFix(literal, variable, context);
}
