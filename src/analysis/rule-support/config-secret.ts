import type { CoreCatalog } from '../../catalog/core';
import { bitsPerCharacter, isPlaceholder } from './placeholder';
import { secretsIn } from './secret-matcher';

/** Names of settings, headers and options that hold a secret. */
const SECRET_NAME =
  /(?:^|[_.\-/:]|(?<=[a-z]))(?:api[_-]?key|apikey|key|token|secret|passwd|password|pwd|pat|credentials?|authorization|auth|bearer|cookie|private[_-]?key|access[_-]?key|connection[_-]?string)s?$/iu;

/** Names that end like it and hold something else. */
const OTHER_NAME =
  /(?:public[_-]?key|key[_-]?(?:id|name|path|file|vault|space)|(?:max|num|context|total)[_-]?tokens?|token[_-]?(?:limit|count|url|endpoint|type|path|file)|author|tokenizer|primary[_-]?key|sort[_-]?key|hot[_-]?key|keyboard|foreign[_-]?key|partition[_-]?key)s?$/iu;

/** Values that come from elsewhere when the program starts. */
const REFERENCE =
  /\$\{|\$\(|^\$[A-Za-z_]|\{\{|\{env:|\{file:|%\w+%|^<.*>$|^\[.*\]$|^(?:op|vault|secret|keychain|env|file|ref|arn|ssm|gcp|aws|azure|doppler|infisical|keyring|bws|pass)[:+]|^process\.env|^os\.environ|^(?:\.{0,2}|~)\/|^[A-Z][A-Z\d]*_[A-Z\d_]+$/u;

/** A secret in the value of a setting. */
export interface ConfigSecret {
  readonly secret: string;
  /** Where it begins in the value. */
  readonly start: number;
  /** What it is, when its format tells. */
  readonly title: string | undefined;
}

/** The secret in a value: by a provider's format, or by the name of what holds it; undefined when there is none to be seen. */
export function configSecret(
  name: string | undefined,
  value: string,
  catalog: CoreCatalog,
): ConfigSecret | undefined {
  const [known] = secretsIn(value, catalog);
  if (known) return { secret: known.secret, start: known.start, title: known.format.title };
  if (name === undefined || !isSecretName(name)) return undefined;
  const scheme = /^(?:Bearer|Basic|Token|token|ApiKey|Bot|Key)\s+/u.exec(value)?.[0] ?? '';
  const secret = value.slice(scheme.length);
  return isLiteralSecret(secret, name) ? { secret, start: scheme.length, title: undefined } : undefined;
}

export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) && !OTHER_NAME.test(name);
}

/** A password or token in an address: `postgres://user:password@host`, `?api_key=...`. */
export function addressSecret(address: string): ConfigSecret | undefined {
  // Whoever is `anonymous` gives any password: a habit of FTP.
  const user = /^[a-z][a-z\d+.-]*:\/\/(?!(?:anonymous|ftp):)[^/?#\s:@]*:([^/?#\s@]+)@/iu.exec(address);
  const query =
    /[?&][\w-]*(?:api[_-]?key|apikey|token|secret|password|access[_-]?key|auth|key|sig)=([^&#\s]+)/iu.exec(
      address,
    );
  const secret = user?.[1] ?? query?.[1];
  if (secret === undefined || !isAddressSecret(secret, user !== null)) return undefined;
  return { secret, start: address.indexOf(secret), title: undefined };
}

function isAddressSecret(secret: string, isPassword: boolean): boolean {
  if (REFERENCE.test(secret) || isMadeUp(secret)) return false;
  return isPassword
    ? !/^(?:postgres|root|admin|guest|test|user|neo4j|minio\w*|redis|mysql|mongo)$/iu.test(secret)
    : secret.length >= 12 && !isPlaceholder(secret);
}

function isLiteralSecret(secret: string, name: string): boolean {
  if (REFERENCE.test(secret) || isMadeUp(secret) || /\s/u.test(secret)) return false;
  if (/^(?:https?|file|wss?):\/\//iu.test(secret)) return false;
  if (/(?:passw|pwd)/iu.test(name)) return secret.length >= 6 && !isPlaceholder(secret);
  return (
    secret.length >= 16 && /\d/u.test(secret) && !isPlaceholder(secret) && bitsPerCharacter(secret) >= 2.8
  );
}

function isMadeUp(secret: string): boolean {
  return (
    /^(?:|true|false|null|none|empty|not-needed|no-key|unused|local|ollama|lm-studio|anything|test|dev|x+|\*+|\.+|-+|\d{1,8})$/iu.test(
      secret,
    ) ||
    /(?:your|my)[-_ ]?(?:api|key|token|secret|password|own|\w+[-_](?:key|token))|here>?$|[-_]here\b|placeholder|example|change[-_]?me|<[^>]*>|x{4,}|\.{3}|…/iu.test(
      secret,
    )
  );
}
