import type { TextRange } from '../range';
import type { TextPlace } from './text-place';

/** A value of a configuration file: YAML, JSON, TOML and the like read the same. */
export type DataNode = DataMap | DataList | DataScalar;

interface DataBase {
  readonly range: TextRange;
}

export interface DataMap extends DataBase {
  readonly kind: 'map';
  /** In the order they are written; a key that is given twice stands here twice. */
  readonly entries: readonly DataEntry[];
}

export interface DataEntry {
  readonly key: string;
  readonly keyRange: TextRange;
  readonly value: DataNode;
  /** Key and value. */
  readonly range: TextRange;
}

export interface DataList extends DataBase {
  readonly kind: 'list';
  readonly items: readonly DataNode[];
}

export interface DataScalar extends DataBase {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** Where the characters of a string value stand, quotes, escapes and indentation set aside. */
  readonly place: TextPlace;
}

/** The value below a path of keys (and list indexes); undefined where the path leads nowhere. */
export function dataAt(
  node: DataNode | undefined,
  ...path: readonly (string | number)[]
): DataNode | undefined {
  let current = node;
  for (const step of path) {
    if (current?.kind === 'map') current = current.entries.findLast(({ key }) => key === step)?.value;
    else if (current?.kind === 'list' && typeof step === 'number') current = current.items[step];
    else return undefined;
  }
  return current;
}

/** The entries of a map; none for anything else. */
export function entriesOf(node: DataNode | undefined): readonly DataEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}

/** The items of a list; for a single value, that value; none for nothing. */
export function itemsOf(node: DataNode | undefined): readonly DataNode[] {
  if (node === undefined) return [];
  return node.kind === 'list' ? node.items : [node];
}

/** The text of a string value; undefined for anything else. */
export function stringOf(node: DataNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

/** A scalar's value; undefined for anything else. */
export function scalarOf(node: DataNode | undefined): DataScalar['value'] | undefined {
  return node?.kind === 'scalar' ? node.value : undefined;
}

/** Every entry at any depth with the keys that lead to it, outermost first. */
export function* allEntries(
  node: DataNode,
  path: readonly string[] = [],
): Iterable<{ readonly entry: DataEntry; readonly path: readonly string[] }> {
  if (node.kind === 'list') for (const item of node.items) yield* allEntries(item, path);
  if (node.kind !== 'map') return;
  for (const entry of node.entries) {
    const below = [...path, entry.key];
    yield { entry, path: below };
    yield* allEntries(entry.value, below);
  }
}
