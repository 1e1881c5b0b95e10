/** Values of settings as they are written, with the one that does the opposite or leaves a protection on. */
const SAFER: ReadonlyMap<string, string> = new Map([
  ['True', 'False'],
  ['False', 'True'],
  ['true', 'false'],
  ['false', 'true'],
  ['TRUE', 'FALSE'],
  ['FALSE', 'TRUE'],
  ['1', '0'],
  ['0', '1'],
  ['yes', 'no'],
  ['no', 'yes'],
  ['on', 'off'],
  ['off', 'on'],
  ['CERT_NONE', 'CERT_REQUIRED'],
  ['BLOCK_NONE', 'BLOCK_MEDIUM_AND_ABOVE'],
  ['md5', 'sha256'],
  ['MD5', 'SHA256'],
  ['sha1', 'sha256'],
  ['SHA1', 'SHA256'],
  ['md4', 'sha256'],
  ['NEVER', 'ALWAYS'],
  ['never', 'always'],
  ['never_require', 'always_require'],
  ['bypassPermissions', 'default'],
  ['danger-full-access', 'workspace-write'],
  ['yolo', 'default'],
]);

/** The safer way to write the value of a switch or setting, in the quotes that it has. Undefined where none is known. */
export function saferText(written: string): string | undefined {
  const [, quote = '', value = ''] = /^(["']?)([^"'\n]*)\1$/u.exec(written) ?? [];
  const safer = SAFER.get(value) ?? ownAddress(value);
  // A number may be a limit; only in quotes is it a switch.
  if (safer === undefined || (quote === '' && /^\d$/u.test(value))) return undefined;
  return quote + safer + quote;
}

/** `0.0.0.0:8000` becomes `127.0.0.1:8000`. */
function ownAddress(value: string): string | undefined {
  if (/^(?:\w+:\/\/)?0\.0\.0\.0(?::\d+)?(?:\/.*)?$/u.test(value))
    return value.replace('0.0.0.0', '127.0.0.1');
  if (value === '::') return '::1';
  return /^\[::\]:\d+$/u.test(value) ? value.replace('::', '::1') : undefined;
}
