import { parseEntryRef } from './entry-ref';
import type { EntryKind } from './entry-kinds';
import type { CatalogProblem, DataPath } from './problem';
import { REFERENCE_PLACES } from './reference-places';

/** One mention of an entry by another. */
export interface Reference {
  readonly from: { readonly kind: EntryKind; readonly id: string };
  readonly place: string;
  readonly path: DataPath;
  readonly to: { readonly kind: EntryKind; readonly id: string };
}

/** An entry that passed its schema, and its place in the list it came from. */
export interface PlacedEntry<T> {
  readonly index: number;
  readonly entry: T;
}

type EntriesByKind = ReadonlyMap<EntryKind, readonly PlacedEntry<{ readonly id: string }>[]>;

/** Every reference of every entry, with the path it stands at. */
export function collectReferences(entries: EntriesByKind): Reference[] {
  return REFERENCE_PLACES.flatMap(({ from: kind, place, to }) =>
    (entries.get(kind) ?? []).flatMap(({ entry, index }) =>
      valuesAt(entry, place.split('.'), [kind, index]).flatMap(({ path, value }) => {
        const target = to === 'any' ? parseEntryRef(value) : { kind: to, id: value };
        return target ? [{ from: { kind, id: entry.id }, place, path, to: target }] : [];
      }),
    ),
  );
}

/** References that should say the kind of what they name (`controls/C06`) and do not. */
export function malformedReferences(entries: EntriesByKind): CatalogProblem[] {
  return REFERENCE_PLACES.filter(({ to }) => to === 'any').flatMap(({ from: kind, place }) =>
    (entries.get(kind) ?? []).flatMap(({ entry, index }) =>
      valuesAt(entry, place.split('.'), [kind, index])
        .filter(({ value }) => parseEntryRef(value) === undefined)
        .map(({ path, value }) => ({
          path,
          message: `"${value}" must be a kind and an id, as in "controls/C06"`,
        })),
    ),
  );
}

/** Problems of references whose target `exists` does not know. */
export function danglingReferences(
  references: readonly Reference[],
  exists: (kind: EntryKind, id: string) => boolean,
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
