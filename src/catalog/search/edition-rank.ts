import type { Guide } from '../catalog';

/** The framework in the id of its member (`owasp-llm-2026:LLM04`, also of a page about it); empty where there is none. */
export function frameworkOf(id: string): string {
  const own = id.slice(id.indexOf('/') + 1);
  return own.slice(0, Math.max(0, own.indexOf(':')));
}

const SUPERSEDED = 1_000_000;
const FAMILY = 1000;

/** Places of the frameworks: those of one family from the newest edition to the oldest, superseded ones behind all. */
export function editionRanks({ frameworks }: Pick<Guide, 'frameworks'>): ReadonlyMap<string, number> {
  const families = new Map<string, string[]>();
  for (const { id } of frameworks.values()) {
    const family = id.replace(/-[\d.]+$/u, '');
    families.set(family, [...(families.get(family) ?? []), id]);
  }
  const dateOf = (id: string): string => frameworks.get(id)?.date ?? '';
  return new Map(
    [...families.values()].flatMap((ids, family) =>
      ids
        .sort((a, b) => (dateOf(a) < dateOf(b) ? 1 : -1))
        .map((id, at): [string, number] => {
          const superseded = frameworks.get(id)?.superseded === true ? SUPERSEDED : 0;
          return [id, superseded + (family + 1) * FAMILY + at];
        }),
    ),
  );
}
