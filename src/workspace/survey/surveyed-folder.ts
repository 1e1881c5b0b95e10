import { observePaths } from '../../supplychain/evidence/observe-paths';
import type { PlacedObservation } from '../../supplychain/evidence/workspace-evidence';
import type { FileFacts, LocatedFacts } from '../../supplychain/facts/located-facts';
import { mayBeCard } from '../../supplychain/inventory/sights/card';
import type { Inventory } from '../../supplychain/inventory/inventory';
import { InventoryBuilder } from '../../supplychain/inventory/inventory-builder';
import type { FoundRisk } from '../../supplychain/maturity/contradictions';
import type { KnownParts } from '../../supplychain/openness/known-parts';
import type { FileResult, LocatedFinding } from '../file-analysis/file-result';
import type { FileSystem } from '../file-system';
import { evidenceTexts, mayTell } from './evidence-texts';

/** Files of which the presence may say something. */
const MAX_PATHS = 200_000;

/**
 * What the files of one folder say of the supply chain and of good practice, file by file, so that one of them can be replaced. What
 * it gives does not depend on the order in which the files came.
 */
export class SurveyedFolder {
  private readonly facts = new Map<string, FileFacts>();
  private readonly found = new Map<string, readonly LocatedFinding[]>();
  private readonly texts = new Map<string, readonly PlacedObservation[]>();
  private readonly present = new Set<string>();
  private readonly builder: InventoryBuilder;

  /** @param known what is publicly known of parts; without it the openness of most is unknown */
  constructor(known?: KnownParts) {
    this.builder = new InventoryBuilder(known);
  }

  /** Notes that there is a file, whatever it is. */
  addPath(path: string): void {
    if (this.present.size < MAX_PATHS) this.present.add(path);
  }

  /** Takes what a scan says of a file instead of what was known. */
  take({ path, facts, findings }: FileResult): void {
    this.takeFacts(path, facts);
    if (findings.length > 0) this.found.set(path, findings);
    else this.found.delete(path);
  }

  private takeFacts(path: string, facts: LocatedFacts | undefined): void {
    this.builder.set(path, facts);
    if (facts) this.facts.set(path, { path, ...facts });
    else this.facts.delete(path);
  }

  /** Reads those of the files that no analysis reads and that may hold evidence. */
  async readTexts(fileSystem: FileSystem, root: string, paths = this.paths()): Promise<void> {
    const read = await evidenceTexts(fileSystem, root, paths);
    for (const path of paths.filter(mayTell)) {
      this.texts.delete(path);
      if (mayBeCard(path)) this.takeFacts(path, undefined);
    }
    for (const [path, { observations, sightings }] of read) {
      this.texts.set(path, observations);
      if (sightings.length > 0) this.takeFacts(path, { sightings, observations: [], stages: [] });
    }
  }

  remove(path: string): void {
    this.builder.set(path, undefined);
    this.present.delete(path);
    for (const known of [this.facts, this.found, this.texts]) known.delete(path);
  }

  /** Whether the file was there. */
  has(path: string): boolean {
    return this.present.has(path);
  }

  /** Every file that no ignore file excludes, sorted. */
  paths(): readonly string[] {
    return [...this.present].sort();
  }

  /** What the inventory is made of, sorted by path. */
  files(): readonly FileFacts[] {
    return [...this.facts.values()].sort((a, b) => compare(a.path, b.path));
  }

  inventory(): Inventory {
    return this.builder.inventory();
  }

  /** Sorted by path, then line. */
  observations(): readonly PlacedObservation[] {
    const inDocuments = [...this.facts.values()].flatMap(({ path, observations }) =>
      observations.map((one) => ({ ...one, path })),
    );
    const all = [...observePaths(this.paths()), ...[...this.texts.values()].flat(), ...inDocuments];
    return all.sort(byPlace);
  }

  /** Sorted by path. */
  findings(): readonly FoundRisk[] {
    const files = [...this.found].sort(([a], [b]) => compare(a, b));
    return files.flatMap(([path, findings]) => findings.map((finding) => foundRisk(finding, path)));
  }
}

function foundRisk({ ruleId, severity, message, location }: LocatedFinding, path: string): FoundRisk {
  const { start, end, cell } = location;
  return {
    ...{ ruleId, severity, message, path },
    location: { start, end, ...(cell === undefined ? {} : { cell }) },
  };
}

function byPlace(a: PlacedObservation, b: PlacedObservation): number {
  return (
    compare(a.path, b.path) ||
    a.location.start.line - b.location.start.line ||
    compare(a.evidence, b.evidence) ||
    compare(a.detail, b.detail)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
