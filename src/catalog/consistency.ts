import type { Lifecycle, Stage } from './schema/lifecycle';
import type { CatalogProblem } from './problem';
import type { PlacedEntry, Reference } from './references';

/** Pairs of places that must name each other: a stage that lists a control is listed by that control. */
export const MUTUAL: readonly (readonly [string, string])[] = [
  ['stages:controls.*', 'controls:stages.*'],
  ['stages:tools.*', 'tools:stages.*'],
  ['lifecycles:stages.*', 'stages:lifecycle'],
  ['risks:same.*', 'risks:same.*'],
];

/** References that their target should answer and does not. */
export function oneSidedReferences(references: readonly Reference[]): CatalogProblem[] {
  const mentions = new Set(references.map((r) => mention(placeOf(r), r.from.id, r.to.id)));
  return references.flatMap((reference) => {
    const place = placeOf(reference);
    const { from, to, path } = reference;
    return MUTUAL.flatMap(([a, b]) => {
      const answer = place === a ? b : place === b ? a : undefined;
      if (answer === undefined || mentions.has(mention(answer, to.id, from.id))) return [];
      return {
        path,
        message: `"${to.id}" does not name "${from.id}" in return (${answer.replace(':', '.')})`,
      };
    }).slice(0, 1);
  });
}

/** A lifecycle's stages are numbered in order, and its flows join only its own stages. */
export function lifecycleOrder(
  lifecycles: readonly PlacedEntry<Lifecycle>[],
  stages: readonly PlacedEntry<Stage>[],
): CatalogProblem[] {
  const placed = new Map(stages.map((stage) => [stage.entry.id, stage]));
  return lifecycles.flatMap(({ entry, index }) => {
    const misnumbered = entry.stages.flatMap((id, at) => {
      const stage = placed.get(id);
      if (stage === undefined || stage.entry.number === at + 1) return [];
      const path = ['stages', stage.index, 'number'];
      return [{ path, message: `"${id}" is stage ${at + 1} of "${entry.id}", not ${stage.entry.number}` }];
    });
    const foreign = entry.flows.flatMap((flow, at) =>
      (['from', 'to'] as const)
        .filter((end) => !entry.stages.includes(flow[end]))
        .map((end) => ({
          path: ['lifecycles', index, 'flows', at, end],
          message: `"${flow[end]}" is not a stage of "${entry.id}"`,
        })),
    );
    return [...misnumbered, ...foreign];
  });
}

function placeOf(reference: Reference): string {
  return `${reference.from.kind}:${reference.place}`;
}

function mention(place: string, from: string, to: string): string {
  return JSON.stringify([place, from, to]);
}
