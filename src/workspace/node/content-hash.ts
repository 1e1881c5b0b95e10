import { createHash } from 'node:crypto';

/** SHA-256 of the parts, in Base64. Each part ends with its length, so that no two lists of parts give the same bytes. */
export function contentHash(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update(`\0${part.length}\0`);
  return hash.digest('base64url');
}
