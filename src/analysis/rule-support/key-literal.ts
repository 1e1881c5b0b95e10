import type { StringExpression } from '../../source/expression';
import type { RuleContext } from '../rule';
import { addressSecret } from './config-secret';
import { guessKey, looksIssued } from './key-guess';
import { reportAddress, reportGuess, reportKey } from './key-report';
import { literalSecrets } from './literal-secrets';
import { isSecretVariable } from './telling-names';

/** Schemes in front of a key in a header. */
const SCHEME = /^(?:Bearer|Token|token|Bot|Key|ApiKey|Basic)\s+/;

/** Looks at one literal of a program: for keys with a format, for what its name says, for addresses with passwords. */
export function checkKeyLiteral(literal: StringExpression, context: RuleContext): void {
  const found = literalSecrets(literal, context);
  for (const one of found) reportKey(one, literal, context);
  const { value, label, isDocstring } = literal;
  if (found.length > 0 || value === undefined || isDocstring) return;
  if (label !== undefined && (isKeyLabel(label) || isShortLabel(label))) {
    const secret = value.replace(SCHEME, '');
    const guess = guessKey(secret, context.catalog);
    // A bare `key` is the name of anything; a value that begins like a key says more.
    if (guess && (guess === 'made-up' || isKeyLabel(label)))
      reportGuess(guess, literal, { name: label, secret }, context);
  }
  checkAddress(literal, context);
}

/** `postgres://user:password@host`, `https://host/?api_key=...` */
export function checkAddress(literal: StringExpression, context: RuleContext): void {
  const { value } = literal;
  if (value === undefined || value.length > 2000 || !value.includes('://')) return;
  const found = addressSecret(value);
  if (!found) return;
  const isPassword = value[found.start - 1] === ':';
  if (isPassword ? isTyped(value, found.secret) : looksIssued(found.secret))
    reportAddress(literal.range, found.secret, context);
}

/** A password that somebody chose, not the word for it, nor that of a machine of one's own. */
function isTyped(address: string, password: string): boolean {
  if (/@(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|host\.docker\.internal)\b/.test(address)) return false;
  if (
    /@(?:[\w-]+\.)*example\.(?:com|org|net)\b|@host(?:name)?[:/]|@(?:db|postgres|redis|mysql|mongo|rabbitmq)[:/]/.test(
      address,
    )
  )
    return false;
  return !/^(?:pass(?:w|word|wd)?|pw|pwd|secret|token|key|postgres|root|admin|guest|test|user|[*.x%]+|.*[{}<>$%].*|\w{1,3})$/i.test(
    password,
  );
}

function isKeyLabel(label: string): boolean {
  return isSecretVariable(label) || /^(?:authorization|x-api-key|api-key|bearer)$/i.test(label);
}

function isShortLabel(label: string): boolean {
  return /^(?:key|token|secret)$/i.test(label);
}
