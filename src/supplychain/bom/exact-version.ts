import type { Part } from '../inventory/part';

/**
 * The version of a part where it is one. Manifests often name a range (`>=0.12,<0.13`, `^5.0.0`), which is no version: a bill that
 * gave it for one would be compared with advisories in vain.
 */
export function exactVersion({ kind, version }: Pick<Part, 'kind' | 'version'>): string | undefined {
  return isRange(kind, version) ? undefined : version;
}

/** The range that a manifest names; undefined where it names a version or nothing. */
export function requirement({ kind, version }: Pick<Part, 'kind' | 'version'>): string | undefined {
  return isRange(kind, version) ? version : undefined;
}

function isRange(kind: Part['kind'], version: string | undefined): boolean {
  return kind === 'library' && version !== undefined && /^[~^<>=!]|[*,|\s]|\.x\b/u.test(version);
}
