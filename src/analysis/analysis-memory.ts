import type { KeptFinding } from './kept-finding';
import type { PackageVersions } from './package-versions';

/** What an analysis rests on besides the document. */
export interface AnalysisCircumstances {
  /** The rules and what they know. */
  readonly walk: object;
  readonly path: string;
  readonly packages: PackageVersions;
  /** What is known of the imported modules. */
  readonly imported: object | undefined;
  /** Ids of the rules that cannot find anything in the document. */
  readonly idle: string;
}

/** What was found in each section of one document, kept while it is edited. */
export class AnalysisMemory {
  private known:
    { readonly circumstances: AnalysisCircumstances; readonly found: SectionFindings } | undefined;

  /** What is kept of analyses under the same circumstances; nothing else is kept from then on. */
  under(circumstances: AnalysisCircumstances): SectionFindings {
    if (!this.known || !isSame(this.known.circumstances, circumstances)) {
      this.known = { circumstances, found: new SectionFindings() };
    }
    return this.known.found;
  }
}

/** What each part of the walk found in a section, by the section's key. */
export class SectionFindings {
  private readonly bySection = new WeakMap<object, (readonly KeptFinding[])[]>();

  /** Undefined when that part has not been through the section. */
  get(key: object, part: number): readonly KeptFinding[] | undefined {
    return this.bySection.get(key)?.[part];
  }

  set(key: object, part: number, found: readonly KeptFinding[]): void {
    const parts = this.bySection.get(key) ?? [];
    parts[part] = found;
    this.bySection.set(key, parts);
  }
}

function isSame(a: AnalysisCircumstances, b: AnalysisCircumstances): boolean {
  return (
    a.walk === b.walk &&
    a.path === b.path &&
    a.packages === b.packages &&
    a.imported === b.imported &&
    a.idle === b.idle
  );
}
