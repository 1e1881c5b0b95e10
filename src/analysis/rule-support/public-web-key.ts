import type { SourceModel } from '../../source/model';
import type { TextRange } from '../../source/range';
import type { SecretFormat } from '../../catalog/schema/secret';

/** How far away the other settings of the same application stand, in characters. */
const NEAR = 400;

/** Settings that stand beside the key of a web application in its configuration, and nowhere else. */
const WEB_CONFIGURATION = /authDomain|AUTH_DOMAIN|\.firebaseapp\.com\b/u;

/**
 * Whether a Google key is the one that a Firebase page sends to every visitor. It names the project and gives no access by itself,
 * but works for other services too when it is not restricted (https://firebase.google.com/docs/projects/api-keys).
 */
export function isPublicWebKey(format: SecretFormat, range: TextRange, model: SourceModel): boolean {
  return (
    format.prefix === 'AIza' &&
    WEB_CONFIGURATION.test(model.textAt({ start: Math.max(0, range.start - NEAR), end: range.end + NEAR }))
  );
}
