import { isAmbiguousModule } from './knowledge/ai-libraries';
import type { PartKind } from './part-kind';
import { byPlace, type PlacedSighting } from './placed-sighting';

/** What the workspace uses of one thing – a library, a repository of models –: its sightings by kind and version. */
export interface Group {
  readonly kind: PartKind;
  readonly version: string | undefined;
  readonly sightings: readonly PlacedSighting[];
}

/** What two sightings must have in common to be of the same thing. */
export function familyKey({ origin, name }: { readonly origin: string; readonly name: string }): string {
  return `${origin === 'conda' ? 'pypi' : origin} ${name}`;
}

/** Kinds that a model of one repository may be seen as: who names a base model does not know what it is used for. */
const MODELS: readonly PartKind[] = ['model', 'embedding-model', 'hosted-model', 'adapter'];

/**
 * Groups the sightings of a family. A sighting that does not say which version it uses counts for the one that the nearest file
 * names: the manifest of its own folder before that of the folder above. A lock file says what a range beside it comes to.
 */
export function groupsOf(family: readonly PlacedSighting[]): readonly Group[] {
  const sorted = [...family].sort(byPlace);
  const firm = sorted.filter(({ vague }) => !vague);
  const groups = new Map<string, Mutable>();
  for (const one of firm) add(groups, one, lockedVersion(one, firm) ?? one.version);
  const named = [...groups.values()];
  for (const one of sorted) {
    if (!one.vague) continue;
    const nearest = nearestGroup(one, versioned(one, named));
    if (nearest) nearest.sightings.push(one);
    else if (!isGuess(one)) add(groups, one, undefined);
  }
  return [...groups.values()].map((group) => ({ ...group, sightings: [...group.sightings].sort(byPlace) }));
}

interface Mutable {
  readonly kind: PartKind;
  readonly version: string | undefined;
  readonly sightings: PlacedSighting[];
}

function add(groups: Map<string, Mutable>, one: PlacedSighting, version: string | undefined): void {
  const key = `${one.kind} ${version ?? ''}`;
  const known = groups.get(key);
  if (known) known.sightings.push(one);
  else groups.set(key, { kind: one.kind, version, sightings: [one] });
}

/** Groups of the version that a sighting names, where there are any. */
function versioned({ version }: PlacedSighting, groups: readonly Mutable[]): readonly Mutable[] {
  if (version === undefined) return groups;
  const fitting = groups.filter((group) => group.version === version);
  return fitting.length > 0 ? fitting : groups;
}

/** A folder that is loaded, or an import of a module that the project may well have itself. */
function isGuess({ kind, via, origin, name, guess }: PlacedSighting): boolean {
  if (guess === true) return true;
  return kind === 'library' && via === 'import' && isAmbiguousModule(origin === 'npm' ? 'npm' : 'pypi', name);
}

/** The exact version that the same folder names, where a manifest gives a range only. */
function lockedVersion(one: PlacedSighting, firm: readonly PlacedSighting[]): string | undefined {
  if (one.kind !== 'library' || one.pinning === 'pinned') return undefined;
  const folder = folderOf(one.path);
  const exact = firm.filter(
    (other) => other.kind === 'library' && other.pinning === 'pinned' && folderOf(other.path) === folder,
  );
  const versions = new Set(exact.map(({ version }) => version));
  return versions.size === 1 ? exact[0]?.version : undefined;
}

function nearestGroup(one: PlacedSighting, groups: readonly Mutable[]): Mutable | undefined {
  const fitting = groups.filter(({ kind }) => kind === one.kind);
  const candidates =
    fitting.length > 0 || !MODELS.includes(one.kind)
      ? fitting
      : groups.filter(({ kind }) => MODELS.includes(kind));
  let best: { readonly group: Mutable; readonly shared: number } | undefined;
  for (const group of candidates) {
    for (const { path } of group.sightings) {
      const shared = sharedFolders(path, one.path);
      if (!best || shared > best.shared) best = { group, shared };
    }
  }
  return best?.group;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function sharedFolders(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  let shared = 0;
  while (shared < left.length && left[shared] === right[shared]) shared++;
  return shared;
}
