import type { PackageVersion, PackageVersions } from '../../analysis/package-versions';
import type { FileSummary } from '../../analysis/summaries/file-summary';
import type { FileResult } from '../file-analysis/file-result';

/**
 * Results by what they were made from. One cache belongs to one engine and one configuration; within it the key is path
 * and content, and the answers about packages that the analysis was given must still be the same.
 */
export interface ResultCache {
  /** @param circumstances what else the result rests on; empty for a file that was analysed by itself. */
  key(path: string, content: Uint8Array, circumstances?: string): string;
  get(key: string): CachedResult | undefined;
  set(key: string, result: CachedResult): void;
}

export interface CachedResult {
  readonly result: FileResult;
  readonly summary?: FileSummary | undefined;
  readonly lookups: PackageLookups;
}

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
