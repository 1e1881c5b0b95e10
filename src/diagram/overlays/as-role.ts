import { entryRef } from '../../catalog/entry-ref';
import type { Activity } from '../../catalog/schema/practice';
import type { Role } from '../../catalog/schema/reference';
import type { Stage } from '../../catalog/schema/lifecycle';
import type { Mark, OverlayGroup } from '../overlay';
import { titleOf } from './naming';
import { overStages, withRows } from './over-stages';
import type { OverlayContext } from './overlay-context';
import type { OverlayBody, OverlayDefinition } from './overlay-definition';
import { PART_LOOKS, PARTS, partsOf, type Part } from './raci';
import { raciText } from './roles';
import { spokenList } from './wording';

/** Only what concerns one role. */
export function asRoleOverlay(role: Role): OverlayDefinition {
  return {
    id: `as:${role.id}`,
    title: `As ${role.title}`,
    group: 'People',
    make: (context) => make(context, role),
  };
}

function make({ guide }: OverlayContext, role: Role): OverlayBody {
  const mine = [...guide.activities.values()].filter((activity) => partsOf(activity, role.id).length > 0);
  const groupsFor = (activities: readonly Activity[]): OverlayGroup[] =>
    PARTS.map((part) => ({
      title: PART_LOOKS[part].title,
      rows: activities
        .filter((activity) => activity[part].includes(role.id))
        .map((activity) => ({
          ...lookOf(part),
          title: activity.title,
          text: raciText(guide, activity),
          ref: entryRef('activities', activity.id),
        })),
    }));
  return {
    question: `What concerns me as ${role.title}?`,
    legend: [
      { glyph: 'star', tone: 'model', text: 'I lead the stage' },
      { glyph: 'plus', tone: 'neutral', text: 'I support it' },
      ...PARTS.map((part) => ({ ...lookOf(part), text: `I am ${PART_LOOKS[part].title.toLowerCase()}` })),
    ],
    stages: overStages(guide, (stage) => {
      const here = mine.filter((activity) => activity.stages.includes(stage.id));
      const marks = [...standing(stage, role), ...PARTS.flatMap((part) => partMark(part, here, role.id))];
      const controls = [...new Set(here.flatMap((activity) => activity.controls))];
      return {
        marks,
        groups: [
          ...groupsFor(here),
          {
            title: 'Controls of these activities',
            rows: controls.map((id) => ({
              glyph: 'shield' as const,
              tone: 'good' as const,
              label: id,
              title: titleOf(guide, 'controls', id),
              ref: entryRef('controls', id),
            })),
          },
        ],
        strength: strengthOf(stage, role.id, here),
        spoken: marks.length === 0 ? 'nothing for this role' : spokenList(marks.map(({ label }) => label)),
      };
    }),
    groups: withRows(groupsFor(mine)),
  };
}

function lookOf(part: Part): Pick<Mark, 'glyph' | 'tone' | 'label'> {
  const { glyph, tone, letter } = PART_LOOKS[part];
  return { glyph, tone, label: letter };
}

function standing({ roles }: Stage, { id, title }: Role): Mark[] {
  const ref = entryRef('roles', id);
  if (roles.lead.includes(id)) {
    return [{ glyph: 'star', tone: 'model', label: 'leads', title: `${title} leads this stage`, ref }];
  }
  if (!roles.supports.includes(id)) return [];
  return [{ glyph: 'plus', tone: 'neutral', label: 'supports', title: `${title} supports this stage`, ref }];
}

function partMark(part: Part, activities: readonly Activity[], role: string): Mark[] {
  const titles = activities.filter((activity) => activity[part].includes(role)).map(({ title }) => title);
  if (titles.length === 0) return [];
  const { glyph, tone, title } = PART_LOOKS[part];
  return [
    {
      glyph,
      tone,
      label: `${title.toLowerCase()} ${titles.length}`,
      title: `${title}: ${titles.join('; ')}`,
    },
  ];
}

function strengthOf({ roles }: Stage, role: string, activities: readonly Activity[]): number {
  if (roles.lead.includes(role)) return 3;
  const parts = activities.flatMap((activity) => partsOf(activity, role));
  if (parts.includes('responsible') || parts.includes('accountable')) return 2;
  return parts.length > 0 || roles.supports.includes(role) ? 1 : 0;
}
