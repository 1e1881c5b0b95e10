import { entryRef } from '../../catalog/entry-ref';
import type { Guide } from '../../catalog/catalog';
import type { Activity } from '../../catalog/schema/practice';
import type { Stage } from '../../catalog/schema/lifecycle';
import type { Mark, OverlayRow } from '../overlay';
import { namedEntries, titleOf } from './naming';
import { overStages } from './over-stages';
import type { OverlayContext } from './overlay-context';
import type { OverlayBody, OverlayDefinition } from './overlay-definition';
import { PART_LOOKS, PARTS, type Part } from './raci';
import { sentences, spokenList } from './wording';

/** Who is responsible, accountable, consulted and informed at each stage. */
export const ROLES: OverlayDefinition = { id: 'roles', title: 'Roles', group: 'People', make };

function make({ guide }: OverlayContext): OverlayBody {
  const activities = [...guide.activities.values()];
  return {
    question: 'Who is responsible?',
    legend: [
      { glyph: 'star', tone: 'model', text: 'Leads the stage' },
      ...PARTS.map((part) => {
        const { glyph, tone, title, letter } = PART_LOOKS[part];
        return { glyph, tone, text: `${title} (${letter})` };
      }),
      { glyph: 'plus', tone: 'neutral', text: 'Supports the stage' },
    ],
    stages: overStages(guide, (stage) => {
      const here = activities.filter((activity) => activity.stages.includes(stage.id));
      const concerned = [...guide.roles.keys()].flatMap((role) => concern(guide, stage, here, role) ?? []);
      return {
        marks: concerned.sort((a, b) => a.rank - b.rank).map(({ mark }) => mark),
        groups: [
          { title: 'Leads', rows: stage.roles.lead.map((role) => roleRow(guide, role, 'star')) },
          { title: 'Supports', rows: stage.roles.supports.map((role) => roleRow(guide, role, 'plus')) },
          { title: 'Activities', rows: here.map((activity) => activityRow(guide, activity)) },
        ],
        strength: here.length + stage.roles.lead.length,
        spoken: `led by ${spokenList(stage.roles.lead.map((role) => titleOf(guide, 'roles', role)))}`,
      };
    }),
    groups: [{ title: 'Roles', rows: [...guide.roles.keys()].map((role) => roleRow(guide, role, 'dot')) }],
  };
}

/** A role at a stage: `DS R A`. Undefined when the stage is none of its business. */
function concern(
  guide: Guide,
  stage: Stage,
  activities: readonly Activity[],
  role: string,
): { readonly mark: Mark; readonly rank: number } | undefined {
  const parts = PARTS.filter((part) => activities.some((activity) => activity[part].includes(role)));
  const leads = stage.roles.lead.includes(role);
  const supports = stage.roles.supports.includes(role);
  const [strongest] = parts;
  if (!leads && !supports && strongest === undefined) return undefined;
  const look = leads
    ? ({ glyph: 'star', tone: 'model' } as const)
    : strongest === undefined
      ? ({ glyph: 'plus', tone: 'neutral' } as const)
      : PART_LOOKS[strongest];
  const letters = parts.map((part) => PART_LOOKS[part].letter).join('');
  const title = spokenRole(titleOf(guide, 'roles', role), leads, supports, parts);
  const rank = leads ? 0 : strongest === undefined ? 4.5 : 1 + PARTS.indexOf(strongest);
  return {
    mark: {
      glyph: look.glyph,
      tone: look.tone,
      label: letters === '' ? role : `${role} ${letters}`,
      title,
      ref: entryRef('roles', role),
    },
    rank,
  };
}

function spokenRole(name: string, leads: boolean, supports: boolean, parts: readonly Part[]): string {
  const words = [
    leads ? 'leads' : supports ? 'supports' : '',
    ...parts.map((part) => PART_LOOKS[part].title.toLowerCase()),
  ].filter((word) => word !== '');
  return `${name}: ${spokenList(words)}`;
}

function roleRow(guide: Guide, role: string, glyph: 'star' | 'plus' | 'dot'): OverlayRow {
  const entry = guide.roles.get(role);
  const tone = glyph === 'star' ? 'model' : 'neutral';
  const text = entry?.summary ?? '';
  return { glyph, tone, label: role, title: entry?.title ?? role, text, ref: entryRef('roles', role) };
}

function activityRow(guide: Guide, activity: Activity): OverlayRow {
  return {
    glyph: 'dot',
    tone: 'good',
    label: '',
    title: activity.title,
    text: raciText(guide, activity),
    ref: entryRef('activities', activity.id),
  };
}

/** `Responsible: Data engineer (DE). Accountable: ...` */
export function raciText(guide: Guide, activity: Activity): string {
  return sentences(
    ...PARTS.map((part) =>
      activity[part].length === 0
        ? ''
        : `${PART_LOOKS[part].title}: ${namedEntries(guide, 'roles', activity[part])}`,
    ),
  );
}
