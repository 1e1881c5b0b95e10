import { NO_PACKAGE_VERSIONS, type PackageVersions } from '../../src/analysis/package-versions';

/** Lowest versions of packages as a requirements file would state them; none known when nothing is given. */
export function statedVersions(versions: Readonly<Record<string, string>> | undefined): PackageVersions {
  if (!versions) return NO_PACKAGE_VERSIONS;
  return {
    of: (name) => {
      const minimum = versions[name];
      return minimum === undefined ? undefined : { minimum, file: 'requirements.txt' };
    },
  };
}
