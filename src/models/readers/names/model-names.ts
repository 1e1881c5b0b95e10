import data from '../../../catalog/model-names.generated.json';
import type { ModelName, ModelNameKind } from '../../../catalog/schema/model-name';

/** The entry of the catalog for a name that a model file uses. */
export type KnownName = Pick<ModelName, 'verdict' | 'does'>;

interface Names {
  readonly exact: Map<string, KnownName>;
  readonly starts: [start: string, entry: KnownName][];
}

let known: Map<string, Names> | undefined;

/**
 * What is known of a name.
 *
 * @param place the module or domain that it is in; names of any are looked up without
 * @returns undefined when it is on no list: unknown code
 */
export function knownName(of: ModelNameKind, name: string, place?: string): KnownName | undefined {
  const names = (known ??= readNames()).get(keyOf(of, place));
  if (!names) return undefined;
  const exact = names.exact.get(name);
  if (exact) return exact;
  let longest = '';
  let found: KnownName | undefined;
  for (const [start, entry] of names.starts) {
    if (start.length < longest.length || !name.startsWith(start)) continue;
    longest = start;
    found = entry;
  }
  return found;
}

function readNames(): Map<string, Names> {
  const all = new Map<string, Names>();
  // The compiler infers a type from the JSON text in which a verdict is any string. `catalog:compile` has checked it.
  for (const entry of data.modelNames as unknown as readonly ModelName[]) {
    const key = keyOf(entry.of, entry.in);
    const names: Names = all.get(key) ?? { exact: new Map<string, KnownName>(), starts: [] };
    all.set(key, names);
    for (const name of entry.names) {
      if (name.endsWith('*')) names.starts.push([name.slice(0, -1), entry]);
      else names.exact.set(name, entry);
    }
  }
  return all;
}

function keyOf(of: ModelNameKind, place: string | undefined): string {
  return place === undefined ? of : `${of}\n${place}`;
}
