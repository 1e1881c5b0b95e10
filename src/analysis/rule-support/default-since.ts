import type { ApiOf } from '../../catalog/schema/api';
import type { PackageVersion, PackageVersions } from '../package-versions';
import { compareVersions } from './version';

type SafeSince = NonNullable<ApiOf<'deserialization'>['safeSince']>;

/** What the project's manifests say about a default that became safe in some version. */
export type DefaultSafety =
  | { readonly state: 'safe' }
  | { readonly state: 'unsafe'; readonly evidence: PackageVersion }
  | { readonly state: 'unknown' };

/** Compares the lowest version that the project allows with the version in which the default became safe. */
export function defaultSafety(since: SafeSince, packages: PackageVersions): DefaultSafety {
  const evidence = packages.of(since.package);
  if (evidence?.minimum === undefined) return { state: 'unknown' };
  const difference = compareVersions(evidence.minimum, since.version);
  if (difference === undefined) return { state: 'unknown' };
  return difference >= 0 ? { state: 'safe' } : { state: 'unsafe', evidence };
}
