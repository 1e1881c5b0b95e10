import type * as v from 'valibot';
import type { EntryKind } from '../entry-kinds';
import { stageSchema } from '../schema/lifecycle';
import {
  activitySchema,
  entryPointSchema,
  gapSchema,
  guidanceSchema,
  threatSchema,
} from '../schema/practice';
import { controlSchema, riskSchema, roleSchema, toolSchema } from '../schema/reference';

/** The kinds of entries that a project file can add to or change. */
export const TEAM_SCHEMAS = {
  stages: stageSchema,
  risks: riskSchema,
  controls: controlSchema,
  tools: toolSchema,
  guidance: guidanceSchema,
  roles: roleSchema,
  activities: activitySchema,
  threats: threatSchema,
  entryPoints: entryPointSchema,
  gaps: gapSchema,
} as const satisfies Partial<Record<EntryKind, v.GenericSchema>>;

export type TeamKind = keyof typeof TEAM_SCHEMAS;

export const TEAM_KINDS = Object.keys(TEAM_SCHEMAS) as readonly TeamKind[];

export function isTeamKind(key: string): key is TeamKind {
  return Object.hasOwn(TEAM_SCHEMAS, key);
}
