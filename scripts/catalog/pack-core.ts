import { CORE_FIELDS, type CoreKind } from '../../src/catalog/core';
import type { CatalogEntries } from '../../src/catalog/entries';
import type { PackedCore } from '../../src/catalog/packed-core';
import type { Api } from '../../src/catalog/schema/api';
import type { Link } from '../../src/catalog/schema/entry';

/** What {@link CORE_FIELDS} names of the entries, and all knowledge of libraries, in the form that is bundled. */
export function packCore(entries: CatalogEntries): PackedCore {
  const table = new Map<string, { readonly at: number; readonly link: Link }>();
  const place = (link: Link): number => {
    const key = JSON.stringify(link);
    const known = table.get(key) ?? { at: table.size, link };
    table.set(key, known);
    return known.at;
  };
  const linked = <T extends { readonly links: readonly Link[] }>(entry: T) => ({
    ...entry,
    links: entry.links.map(place),
  });
  const packed = {
    stages: entries.stages.map((entry) => core('stages', entry)),
    risks: entries.risks.map((entry) => linked(core('risks', entry))),
    weaknesses: entries.weaknesses.map((entry) => linked(core('weaknesses', entry))),
    apis: packApis(entries.apis),
    secrets: entries.secrets,
  };
  return { ...packed, links: [...table.values()].map(({ link }) => link) };
}

function core<K extends CoreKind, T extends object>(
  kind: K,
  entry: T,
): Pick<T, keyof T & (typeof CORE_FIELDS)[K][number]> {
  const fields: readonly string[] = CORE_FIELDS[kind];
  // TypeScript cannot tie the kept keys to the list they are kept by.
  return Object.fromEntries(Object.entries(entry).filter(([key]) => fields.includes(key))) as Pick<
    T,
    keyof T & (typeof CORE_FIELDS)[K][number]
  >;
}

/** Neighbours that differ in their call alone become one; the order stays, because the first that fits is taken. */
export function packApis(apis: readonly Api[]): PackedCore['apis'] {
  const packed: { key: string; facts: Omit<Api, 'call'>; calls: string[] }[] = [];
  for (const { call, docs: _docs, ...facts } of apis) {
    const key = JSON.stringify(facts);
    const last = packed.at(-1);
    if (last?.key === key) last.calls.push(call);
    else packed.push({ key, facts, calls: [call] });
  }
  return packed.map(({ facts, calls }) => ({ calls, ...facts }));
}
