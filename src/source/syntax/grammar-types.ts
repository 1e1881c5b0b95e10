import type { LRParser } from '@lezer/lr';

/** The nodes of a grammar by name. */
export interface GrammarTypes<Name extends string> {
  /** Maps a grammar's node id to one number for each name: a grammar has several nodes of some names, and may have more than 255. */
  readonly canonicalType: Uint8Array;
  /** That number by name. */
  readonly T: Readonly<Record<Name, number>>;
  /** A lookup table that answers whether a node is one of `names`. */
  readonly typeSet: (...names: Name[]) => Uint8Array;
}

/**
 * Numbers the nodes of a grammar.
 *
 * @param language for the message
 * @throws Error when the grammar has no node of a name, which is another version of it than was written for
 */
export function grammarTypes<Name extends string>(
  { nodeSet: { types } }: LRParser,
  names: readonly Name[],
  language: string,
): GrammarTypes<Name> {
  const numbers = new Map<string, number>();
  for (const { name } of types) if (name !== '' && !numbers.has(name)) numbers.set(name, numbers.size);
  const idOf = (name: Name): number => {
    const id = numbers.get(name);
    if (id === undefined) throw new Error(`the ${language} grammar has no node ${name}`);
    return id;
  };
  // The keys are the names, which the type of Object.fromEntries cannot say.
  const T = Object.fromEntries(names.map((name) => [name, idOf(name)])) as Readonly<Record<Name, number>>;
  const typeSet = (...wanted: Name[]): Uint8Array => {
    const table = new Uint8Array(256);
    for (const name of wanted) table[T[name]] = 1;
    return table;
  };
  return { canonicalType: Uint8Array.from(types, ({ name }) => numbers.get(name) ?? 255), T, typeSet };
}
