import type { Part } from '../inventory/part';

/** The SHA-256 of a part's file: as it was computed for this bill, else as a card or a manifest states it; undefined for neither. */
export function fileHash(part: Part, hashes: ReadonlyMap<string, string> | undefined): string | undefined {
  const hash = (part.origin === 'local' ? hashes?.get(part.name) : undefined) ?? part.said.sha256;
  return hash !== undefined && /^[0-9a-f]{64}$/u.test(hash) ? hash : undefined;
}
