import type { CatalogKind } from './kinds';
import type { CatalogProblem, DataPath } from './problem';

/** Where entries name other entries: kind, place in the entry (`*` is every item of a list), kind they name. */
const REFERENCES: readonly (readonly [from: CatalogKind, place: string, to: CatalogKind])[] = [
  ['lifecycles', 'stages.*', 'stages'],
  ['lifecycles', 'flows.*.from', 'stages'],
  ['lifecycles', 'flows.*.to', 'stages'],
  ['stages', 'lifecycle', 'lifecycles'],
  ['stages', 'checks.*.controls.*', 'controls'],
  ['stages', 'roles.lead.*', 'roles'],
  ['stages', 'roles.supports.*', 'roles'],
  ['stages', 'risks.*', 'risks'],
  ['stages', 'controls.*', 'controls'],
  ['stages', 'tools.*', 'tools'],
  ['risks', 'same.*', 'risks'],
  ['risks', 'controls.*', 'controls'],
  ['risks', 'cwe.*', 'weaknesses'],
  ['risks', 'atlas.*', 'techniques'],
  ['controls', 'stages.*', 'stages'],
  ['tools', 'stages.*', 'stages'],
];

/** One mention of an entry by another. */
export interface Reference {
  readonly from: { readonly kind: CatalogKind; readonly id: string };
  readonly place: string;
  readonly path: DataPath;
  readonly to: { readonly kind: CatalogKind; readonly id: string };
}

/** An entry that passed its schema, and its place in the list it came from. */
export interface PlacedEntry<T> {
  readonly index: number;
  readonly entry: T;
}

type EntriesByKind = ReadonlyMap<CatalogKind, readonly PlacedEntry<{ readonly id: string }>[]>;

/** Every reference of every entry, with the path it stands at. */
export function collectReferences(entries: EntriesByKind): Reference[] {
  return REFERENCES.flatMap(([kind, place, to]) =>
    (entries.get(kind) ?? []).flatMap(({ entry, index }) =>
      valuesAt(entry, place.split('.'), [kind, index]).map(({ path, value }) => ({
        from: { kind, id: entry.id },
        place,
        path,
        to: { kind: to, id: value },
      })),
    ),
  );
}

/** Problems of references whose target `exists` does not know. */
export function danglingReferences(
  references: readonly Reference[],
  exists: (kind: CatalogKind, id: string) => boolean,
): CatalogProblem[] {
  return references
    .filter(({ to }) => !exists(to.kind, to.id))
    .map(({ path, to }) => ({ path, message: `"${to.id}" is not in the catalog's ${to.kind}` }));
}

function valuesAt(
  value: unknown,
  place: readonly string[],
  path: DataPath,
): { path: DataPath; value: string }[] {
  const [step, ...rest] = place;
  if (step === undefined) return typeof value === 'string' ? [{ path, value }] : [];
  if (step === '*') {
    if (!Array.isArray(value)) return [];
    return value.flatMap((item: unknown, index) => valuesAt(item, rest, [...path, index]));
  }
  if (typeof value !== 'object' || value === null) return [];
  return valuesAt((value as Readonly<Record<string, unknown>>)[step], rest, [...path, step]);
}
