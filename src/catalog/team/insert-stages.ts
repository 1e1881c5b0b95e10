import type { GuideEntries } from '../entries';
import type { Lifecycle, Stage } from '../schema/lifecycle';
import type { TeamEntry } from './team-entry';

/**
 * Puts new stages behind those they name, in the order of the file, joins each to its neighbours and numbers all anew.
 *
 * @param entries a catalog that has the new stages, which its lifecycles do not name yet
 * @param added the new stages as they were given; `after` of each leads to a stage of a lifecycle
 */
export function insertStages(entries: GuideEntries, added: readonly TeamEntry[]): GuideEntries {
  if (added.length === 0) return entries;
  const followers = new Map<string, string[]>();
  for (const { id, given } of added) {
    const after = String(given['after']);
    followers.set(after, [...(followers.get(after) ?? []), id]);
  }
  const withFollowers = (id: string): string[] => [id, ...(followers.get(id) ?? []).flatMap(withFollowers)];
  const fresh = new Set(added.map(({ id }) => id));
  const lifecycles = entries.lifecycles.map((lifecycle): Lifecycle => {
    const stages = lifecycle.stages.flatMap(withFollowers);
    return stages.length === lifecycle.stages.length
      ? lifecycle
      : { ...lifecycle, stages, flows: [...lifecycle.flows, ...newFlows(lifecycle, stages, fresh)] };
  });
  return { ...entries, lifecycles, stages: inOrder(entries.stages, lifecycles) };
}

/** From the stage before each new one to it, and from it to the one after. */
function newFlows(
  { flows }: Lifecycle,
  stages: readonly string[],
  fresh: ReadonlySet<string>,
): Lifecycle['flows'] {
  return stages.slice(1).flatMap((to, at) => {
    const from = stages[at] ?? '';
    const isNew = fresh.has(from) || fresh.has(to);
    return isNew && !flows.some((flow) => flow.from === from && flow.to === to)
      ? [{ from, to, label: '' }]
      : [];
  });
}

function inOrder(stages: readonly Stage[], lifecycles: readonly Lifecycle[]): Stage[] {
  const places = new Map(
    lifecycles.flatMap((lifecycle, nth) =>
      lifecycle.stages.map((id, at) => [id, { number: at + 1, place: nth * 10_000 + at }] as const),
    ),
  );
  return stages
    .map((stage) => ({ ...stage, number: places.get(stage.id)?.number ?? stage.number }))
    .sort((a, b) => (places.get(a.id)?.place ?? 0) - (places.get(b.id)?.place ?? 0));
}
