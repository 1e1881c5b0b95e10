import * as v from 'valibot';
import type { CatalogProblem } from '../problem';
import type { Stage } from '../schema/lifecycle';
import { describeIssue } from '../schema-problem';
import { fill } from './fill';
import { teamDefaults } from './team-defaults';
import type { Fields, TeamEntry } from './team-entry';
import { TEAM_SCHEMAS, type TeamKind } from './team-schemas';
import { uniteFields } from './unite';

/** An entry that passed its schema, and what becomes of it: a whole new one, or the built-in one with what was given. */
export interface CheckedEntry extends TeamEntry {
  readonly result: Fields;
}

/** Keys of stages that a project file cannot set, and why. */
const SET_BY_ORDER: Fields = {
  number: 'numbers follow from the order of the stages',
  signals: 'by which files a stage is recognised cannot be set here',
};
const SET_BY_CATALOG: Fields = {
  ...SET_BY_ORDER,
  after: 'a built-in stage stays where it is',
  lifecycle: 'a built-in stage stays where it is',
};

/**
 * Checks one entry by itself, without what it refers to.
 *
 * @param known the entry of this id that exists
 * @param root of a new stage: the built-in one behind which it stands
 * @returns the entry, or everything that is wrong with it
 */
export function checkTeamEntry(
  entry: TeamEntry,
  known: Fields | undefined,
  root?: Stage,
): CheckedEntry | readonly CatalogProblem[] {
  const { kind, index, id } = entry;
  const path = [kind, index];
  if (kind === 'risks' && !known) {
    const message = `"${id}" is not in the catalog's risks; risks can be changed here, not added`;
    return [{ path: [...path, 'id'], message }];
  }
  const { after: _, ...given } = entry.given;
  const base = known ?? teamDefaults(entry, root);
  // Checked with the lists as they were given, so that a problem has the place it has in the file.
  const filled = v.safeParse(schemaOf(kind), fill(base, kind === 'stages' ? given : entry.given));
  const problems = [
    ...refusals(entry, known),
    ...(filled.issues ?? []).map((issue) => describeIssue(issue, path)),
  ];
  if (problems.length > 0 || !filled.success) return problems;
  return {
    ...entry,
    result: v.parse(schemaOf(kind), known ? changed(known, given) : uniteFields(base, given)),
  };
}

function schemaOf(kind: TeamKind): v.GenericSchema<unknown, Fields> {
  return TEAM_SCHEMAS[kind];
}

function refusals({ kind, index, given }: TeamEntry, known: Fields | undefined): CatalogProblem[] {
  if (kind !== 'stages') return [];
  const reasons = known ? SET_BY_CATALOG : SET_BY_ORDER;
  return Object.keys(given)
    .filter((key) => Object.hasOwn(reasons, key))
    .map((key) => ({ path: [kind, index, key], message: String(reasons[key]), atKey: true }));
}

function changed(known: Fields, given: Fields): Fields {
  // What a team says in its own words was not read in the source of the entry.
  const isOwnText = 'title' in given || 'summary' in given;
  return uniteFields(known, isOwnText ? { status: 'synthesis', ...given } : given);
}
