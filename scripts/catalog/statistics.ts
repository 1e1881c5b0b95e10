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
