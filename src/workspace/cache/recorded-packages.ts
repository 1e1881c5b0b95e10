import type { PackageVersion, PackageVersions } from '../../analysis/package-versions';

/** Packages that were asked for, with the answers. */
export type PackageLookups = readonly (readonly [name: string, answer: PackageVersion | undefined])[];

/** Answers as `versions` does and remembers what was asked. */
export class RecordedPackages implements PackageVersions {
  private readonly asked = new Map<string, PackageVersion | undefined>();

  constructor(private readonly versions: PackageVersions) {}

  of(name: string): PackageVersion | undefined {
    const answer = this.versions.of(name);
    this.asked.set(name, answer);
    return answer;
  }

  lookups(): PackageLookups {
    return [...this.asked];
  }
}

/** Whether the same questions would be answered the same way. */
export function stillHolds(lookups: PackageLookups, versions: PackageVersions): boolean {
  return lookups.every(([name, before]) => {
    const now = versions.of(name);
    return now?.minimum === before?.minimum && now?.file === before?.file;
  });
}
