import type { Stage } from '../schema/lifecycle';
import type { Fields, TeamEntry } from './team-entry';
import type { TeamKind } from './team-schemas';
import { TEAM_SOURCE } from './team-source';

/** Characters that fit into the node of a diagram. */
const SHORT_TITLE = 16;

/** What a kind has besides what its schema fills in, and nobody should have to write. */
const OF_KIND: Partial<Record<TeamKind, Fields>> = {
  guidance: { form: 'practice' },
  tools: { home: 'other' },
  roles: { group: 'Your own' },
  activities: { accountable: [] },
};

/**
 * What a new entry has unless it says otherwise.
 *
 * @param root of a stage: the built-in one behind which it stands
 */
export function teamDefaults({ kind, id, given }: TeamEntry, root?: Stage): Fields {
  const common = { source: TEAM_SOURCE.id, status: 'synthesis', ...OF_KIND[kind] };
  if (!root) return common;
  const title = typeof given['title'] === 'string' ? given['title'] : id;
  return {
    ...common,
    lifecycle: root.lifecycle,
    // Numbers follow from the order and are given when that is known.
    number: 0,
    shortTitle: title.length <= SHORT_TITLE ? title : `${title.slice(0, SHORT_TITLE - 1).trimEnd()}…`,
    domain: root.domain,
    artifacts: [],
    checks: [],
    roles: { lead: [] },
    risks: [],
    controls: [],
    tools: [],
    guidance: [],
    signals: {},
  };
}
