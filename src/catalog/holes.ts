import type { Guide } from './catalog';
import { ENTRY_KINDS, type EntryKind } from './entry-kinds';
import { frameworkMembers } from './framework-members';
import type { Relations } from './relations';

/** Something the guide should say and does not. */
export interface Hole {
  readonly kind: EntryKind;
  readonly id: string;
  readonly message: string;
}

/** What a kind of entry must be related to; one of the kinds of a line is enough. */
const REQUIRED: Partial<Record<EntryKind, readonly (readonly EntryKind[])[]>> = {
  stages: [
    ['risks'],
    ['controls'],
    ['tools'],
    ['roles'],
    ['activities'],
    ['entryPoints'],
    ['maturityDimensions'],
  ],
  risks: [['controls'], ['stages']],
  controls: [['stages'], ['risks', 'items'], ['evidence', 'tools', 'guidance']],
  roles: [['stages'], ['activities']],
  tools: [['stages']],
  threats: [['risks', 'techniques']],
  techniques: [['tactics', 'techniques']],
  tactics: [['techniques']],
  evidence: [['controls', 'maturityDimensions']],
};

/** Kinds of which every entry has its page of good practice. */
const PRACTISED: readonly EntryKind[] = ['controls', 'stages', 'risks'];

/** Everything missing from the guide: relations, pages, members of frameworks, entries that nothing is joined to. */
export function findHoles(guide: Guide, relations: Relations): Hole[] {
  return [
    ...missingRelations(guide, relations),
    ...missingPages(guide),
    ...unansweredItems(guide, relations),
    ...emptyFrameworks(guide),
    ...orphans(guide, relations),
  ];
}

function missingRelations(guide: Guide, relations: Relations): Hole[] {
  return Object.entries(REQUIRED).flatMap(([key, lines]) => {
    const kind = key as EntryKind;
    return [...guide[kind].keys()].flatMap((id) =>
      lines
        .filter((kinds) => kinds.every((to) => !isJoined(guide, relations, kind, id, to)))
        .map((kinds) => ({ kind, id, message: `is joined to no ${kinds.join(' or ')}` })),
    );
  });
}

/** Whether the entry is joined to one of another kind; a risk also where its twin in another edition is. */
function isJoined(guide: Guide, relations: Relations, kind: EntryKind, id: string, to: EntryKind): boolean {
  const ids = kind === 'risks' ? [id, ...(guide.risks.get(id)?.same ?? [])] : [id];
  return ids.some((each) => relations.neighbours(kind, each, to).length > 0);
}

function missingPages(guide: Guide): Hole[] {
  return PRACTISED.flatMap((kind) =>
    [...guide[kind].keys()]
      .filter((id) => !guide.guidance.has(`${kind}/${id}`))
      .map((id) => ({ kind, id, message: 'has no page of good practice' })),
  );
}

/** Items that no control answers and that do not say why. Headings are answered by their parts. */
function unansweredItems(guide: Guide, relations: Relations): Hole[] {
  const headings = new Set([...guide.items.values()].flatMap(({ parent }) => parent ?? []));
  return [...guide.items.values()]
    .filter(({ id, outside }) => outside === undefined && !headings.has(id))
    .filter(({ id }) => relations.neighbours('items', id, 'controls').length === 0)
    .map(({ id }) => ({ kind: 'items', id, message: 'is answered by no control and does not say why' }));
}

function emptyFrameworks(guide: Guide): Hole[] {
  return [...guide.frameworks.keys()]
    .filter((id) => frameworkMembers(guide, id).length === 0)
    .map((id) => ({ kind: 'frameworks', id, message: 'has no entries' }));
}

/** Entries that name nothing and are named by nothing. */
function orphans(guide: Guide, relations: Relations): Hole[] {
  return ENTRY_KINDS.flatMap((kind) =>
    [...guide[kind].keys()]
      .filter((id) => kind !== 'frameworks' && relations.all(kind, id).size === 0)
      .map((id) => ({ kind, id, message: 'is joined to nothing' })),
  );
}
