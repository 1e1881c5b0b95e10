import { MUTUAL } from '../consistency';
import type { EntryKind } from '../entry-kinds';
import type { Reference } from '../references';
import type { TeamLists } from './team-lists';

/** Answers what a team's entries name where both sides must name each other: a stage lists the control that names it. */
export function returnReferences(lists: TeamLists, references: readonly Reference[]): void {
  for (const { from, to, place } of references) {
    const own = `${from.kind}:${place}`;
    for (const [a, b] of MUTUAL) {
      const answer = own === a ? b : own === b ? a : undefined;
      // A stage is put into its lifecycle by its place, not here.
      const [kind, key] = /^(\w+):(\w+)\.\*$/u.exec(answer ?? '')?.slice(1) ?? [];
      if (key && kind !== 'lifecycles') lists.addTo(kind as EntryKind, to.id, key, from.id);
    }
  }
}
