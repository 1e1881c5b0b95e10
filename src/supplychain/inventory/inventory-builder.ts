import type { LocatedFacts } from '../facts/located-facts';
import { NOTHING_KNOWN, type KnownParts } from '../openness/known-parts';
import { familyKey, groupsOf } from './family';
import type { Inventory, LineageEdge } from './inventory';
import type { Part } from './part';
import type { JoinedPart } from './sighting';
import { partOfGroup } from './part-of-group';
import { PART_KINDS } from './part-kind';
import { byPlace, type PlacedSighting } from './placed-sighting';

interface Family {
  /** By the path of the file. */
  readonly files: Map<string, PlacedSighting[]>;
  /** Undefined when a file has changed since. */
  made?: MadeFamily | undefined;
}

interface MadeFamily {
  readonly parts: readonly Part[];
  /** The part that each sighting came to be of. */
  readonly partOf: ReadonlyMap<PlacedSighting, Part>;
}

/** Keeps the inventory of a workspace while its files change: a file that is replaced costs what it names, not the whole. */
export class InventoryBuilder {
  private readonly families = new Map<string, Family>();
  /** By path: the families that a file belongs to. */
  private readonly byFile = new Map<string, ReadonlySet<string>>();
  private result: Inventory | undefined;

  constructor(private readonly known: KnownParts = NOTHING_KNOWN) {}

  /** Replaces what is known of a file; nothing for one that is gone. */
  set(path: string, facts: Pick<LocatedFacts, 'sightings' | 'stages'> | undefined): void {
    for (const key of this.byFile.get(path) ?? []) {
      const family = this.families.get(key);
      family?.files.delete(path);
      if (family?.files.size === 0) this.families.delete(key);
      else if (family) family.made = undefined;
    }
    this.byFile.delete(path);
    this.result = undefined;
    if (!facts || facts.sightings.length === 0) return;
    const touched = new Set<string>();
    for (const one of placedSightings(path, facts)) {
      const key = familyKey(one);
      touched.add(key);
      const family = this.families.get(key) ?? { files: new Map<string, PlacedSighting[]>() };
      this.families.set(key, family);
      family.made = undefined;
      const inFile = family.files.get(path);
      if (inFile) inFile.push(one);
      else family.files.set(path, [one]);
    }
    this.byFile.set(path, touched);
  }

  /** The inventory as it is now: the same for the same files, in whatever order they came. */
  inventory(): Inventory {
    this.result ??= this.make();
    return this.result;
  }

  private make(): Inventory {
    const parts: Part[] = [];
    for (const family of this.families.values()) {
      family.made ??= this.makeFamily(family);
      parts.push(...family.made.parts);
    }
    return { parts: parts.sort(byKindAndName), lineage: this.lineage() };
  }

  private makeFamily({ files }: Family): MadeFamily {
    const partOf = new Map<PlacedSighting, Part>();
    const parts = groupsOf([...files.values()].flat()).flatMap((group) => {
      const part = partOfGroup(group, this.known);
      if (!part) return [];
      for (const sighting of group.sightings) partOf.set(sighting, part);
      return [part];
    });
    return { parts, partOf };
  }

  private lineage(): readonly LineageEdge[] {
    const edges = new Map<string, LineageEdge>();
    for (const { files, made } of this.families.values()) {
      for (const one of [...files.values()].flat().sort(byPlace)) {
        const from = made?.partOf.get(one);
        if (!from) continue;
        for (const joined of one.joined ?? []) {
          const to = this.partOf(joined, one);
          if (!to || to.id === from.id) continue;
          const { path, location, via } = one;
          const ends = joined.inverse ? { from: to.id, to: from.id } : { from: from.id, to: to.id };
          const key = `${ends.from}\0${joined.join}\0${ends.to}`;
          if (!edges.has(key)) edges.set(key, { ...ends, join: joined.join, use: { path, location, via } });
        }
      }
    }
    return [...edges].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, edge]) => edge);
  }

  /** The part that a place names beside its own: that of the sighting which was made for the name. */
  private partOf(joined: JoinedPart, { path, location }: PlacedSighting): Part | undefined {
    const family = this.families.get(familyKey(joined));
    const named = family?.files
      .get(path)
      ?.find((one) => one.kind === joined.kind && one.via === joined.join && one.location === location);
    return named && family?.made?.partOf.get(named);
  }
}

/** The sightings of a file, and those of parts that they name beside themselves. */
function placedSightings(
  path: string,
  { sightings, stages }: Pick<LocatedFacts, 'sightings' | 'stages'>,
): PlacedSighting[] {
  return sightings.flatMap((one): PlacedSighting[] => {
    const vague = one.guess === true || (one.kind === 'library' && one.via === 'import');
    const placed = { ...one, path, stages, vague };
    const named = (one.joined ?? []).map(({ kind, name, origin, version, join }): PlacedSighting => {
      const { location } = one;
      const said = version === undefined ? {} : { version };
      return {
        kind,
        name,
        origin,
        ...said,
        pinning: 'unknown',
        via: join,
        location,
        path,
        stages,
        vague: true,
      };
    });
    return [placed, ...named];
  });
}

function byKindAndName(a: Part, b: Part): number {
  if (a.kind !== b.kind) return PART_KINDS.indexOf(a.kind) - PART_KINDS.indexOf(b.kind);
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
