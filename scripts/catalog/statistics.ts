import type { Catalog } from '../../src/catalog/catalog';

/** How many entries each kind has. */
export function countByKind(catalog: Catalog): Map<string, number> {
  return new Map(
    Object.entries(catalog).map(
      ([kind, list]: [string, ReadonlyMap<string, unknown> | readonly unknown[]]) => [
        kind,
        'size' in list ? list.size : list.length,
      ],
    ),
  );
}

/** How many risks each edition of a list has. */
export function countByFramework(catalog: Catalog): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { framework, edition } of catalog.risks.values()) {
    const key = `${framework} ${edition}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/**
 * Entries of the linked kinds that nothing in the catalog names. Rules may still use them: a technique or weakness here
 * is no mistake, a control or tool probably is.
 */
export function orphans(catalog: Catalog): string[] {
  const stages = [...catalog.stages.values()];
  const risks = [...catalog.risks.values()];
  const named = new Set([
    ...stages.flatMap(({ risks: r, controls, tools, roles }) => [
      ...r,
      ...controls,
      ...tools,
      ...roles.lead,
      ...roles.supports,
    ]),
    ...risks.flatMap(({ controls, cwe, atlas, same }) => [...controls, ...cwe, ...atlas, ...same]),
  ]);
  const kinds = ['risks', 'weaknesses', 'techniques', 'controls', 'roles', 'tools'] as const;
  return kinds.flatMap((kind) =>
    [...catalog[kind].keys()].filter((id) => !named.has(id)).map((id) => `${kind}: ${id}`),
  );
}
