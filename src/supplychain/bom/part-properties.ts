import type { LineageEdge } from '../inventory/inventory';
import type { Part, PartUse } from '../inventory/part';
import { requirement } from './exact-version';

/** Places of use that are listed for one part; the rest is counted. */
export const MAX_OCCURRENCES = 100;

export interface PartProperty {
  readonly name: string;
  readonly value: string;
}

/**
 * What the formats have no field for, as named values: `mlsecops:pinning`, `mlsecops:pinning:reason`. The names are a contract
 * that policies and the comparison of bills rely on.
 *
 * @param edges those of the lineage that lead away from the part
 */
export function partProperties(part: Part, edges: readonly LineageEdge[]): readonly PartProperty[] {
  const { kind, origin, openness, pinning, signed, scanned, said, stages, uses } = part;
  const range = requirement(part);
  const judged = { openness, pinning, signed, scanned };
  return [
    one('kind', kind),
    one('origin', origin),
    ...Object.entries(judged).flatMap(([name, { value, reason }]) => [
      one(name, value),
      ...(reason === '' ? [] : [one(`${name}:reason`, reason)]),
    ]),
    ...(range === undefined ? [] : [one('requirement', range)]),
    ...stages.map((stage) => one('stage', stage)),
    ...(said.format === undefined ? [] : [one('format', said.format)]),
    ...(said.framework === undefined ? [] : [one('framework', said.framework)]),
    ...(said.collections ?? []).map((collection) => one('collection', collection)),
    ...(said.languages ?? []).map((language) => one('language', language)),
    ...[...new Set(edges.map(({ join, to }) => `${join} ${to}`))].map((edge) => one('lineage', edge)),
    ...(uses.length > MAX_OCCURRENCES
      ? [one('occurrences', `${uses.length}, of which the first ${MAX_OCCURRENCES} are listed`)]
      : []),
  ];
}

/** The places of use that a bill lists. */
export function listedUses({ uses }: Pick<Part, 'uses'>): readonly PartUse[] {
  return uses.slice(0, MAX_OCCURRENCES);
}

/** Whether a place is no line that uses the part but the file that is the part: a model file has no lines. */
export function isFileItself({ origin, name }: Pick<Part, 'origin' | 'name'>, { path }: PartUse): boolean {
  return origin === 'local' && path === name;
}

function one(name: string, value: string): PartProperty {
  return { name: `mlsecops:${name}`, value };
}
