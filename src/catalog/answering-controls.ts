import type { EntryKind } from './entry-kinds';
import type { Relations } from './relations';

/** Where an entry without controls of its own gets them from: a technique from its mitigations, a weakness from risks. */
const THROUGH: readonly EntryKind[] = ['items', 'evidence', 'risks'];

/** Ids of the controls that answer an entry: those it is joined to, or else those of what it is joined to. */
export function answeringControls(relations: Relations, kind: EntryKind, id: string): string[] {
  if (kind === 'controls') return [id];
  const own = relations.neighbours(kind, id, 'controls');
  if (own.length > 0 || (kind !== 'techniques' && kind !== 'weaknesses')) return own;
  for (const through of THROUGH) {
    const found = relations
      .neighbours(kind, id, through)
      .flatMap((each) => relations.neighbours(through, each, 'controls'));
    if (found.length > 0) return [...new Set(found)];
  }
  return [];
}
