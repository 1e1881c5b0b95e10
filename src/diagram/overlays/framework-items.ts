import { entryRef } from '../../catalog/entry-ref';
import type { Framework, Item } from '../../catalog/schema/framework';
import type { OverlayRow } from '../overlay';
import { frameworkName } from './framework-name';
import { listed, stagePlaces } from './naming';
import { overStages, withRows } from './over-stages';
import type { OverlayContext } from './overlay-context';
import type { OverlayBody, OverlayDefinition } from './overlay-definition';
import { groupsByHeading, marksByHeading, type HeadedRow } from './under-headings';
import { sentences } from './wording';

/** Any framework whose entries are items: at which stage each of them applies. */
export function frameworkOverlay(framework: Framework): OverlayDefinition {
  const { id, superseded, memberName } = framework;
  const name = frameworkName(framework);
  return {
    id,
    title: superseded ? `${name} (superseded)` : name,
    group: 'Frameworks',
    make: (context) => make(context, id, name, memberName),
  };
}

function make(context: OverlayContext, framework: string, name: string, memberName: string): OverlayBody {
  const { guide, relations } = context;
  const all = [...guide.items.values()].filter((item) => item.framework === framework);
  const heads = new Set(all.map((item) => item.parent));
  const placed = all.filter((item) => item.stages.length > 0);
  const unplaced = all.filter((item) => item.stages.length === 0);
  const headed = (item: Item, row: OverlayRow): HeadedRow => {
    const parent = item.parent === undefined ? undefined : guide.items.get(item.parent);
    const heading = parent && { label: parent.label, title: parent.title, ref: entryRef('items', parent.id) };
    return { row, heading };
  };
  return {
    question: `Where do the ${memberName} of ${name} apply?`,
    legend: [
      ...(placed.length > 0
        ? [{ glyph: 'square', tone: 'info', text: 'Applies at this stage' } as const]
        : []),
      ...(unplaced.some((item) => item.controls.length > 0)
        ? [{ ...THROUGH, text: 'Reached through controls of this stage' }]
        : []),
    ],
    stages: overStages(guide, (stage) => {
      const atStage = new Set(relations.neighbours('stages', stage.id, 'controls'));
      const here = placed.filter((item) => item.stages.includes(stage.id));
      // Where the parts of a heading stand at the stage, the heading itself says nothing more.
      const heading = new Set(here.map((item) => item.parent));
      const direct = here
        .filter((item) => !heading.has(item.id))
        .map((item) => headed(item, itemRow(context, item, item.controls)));
      const through = unplaced.flatMap((item) => {
        const shared = item.controls.filter((control) => atStage.has(control));
        return shared.length > 0 ? [{ ...itemRow(context, item, shared), ...THROUGH }] : [];
      });
      return {
        marks: [...marksByHeading(direct), ...throughMark(through)],
        groups: [
          ...groupsByHeading(direct, name),
          { title: 'Reached through controls of this stage', rows: through },
        ],
        strength: direct.length + Math.min(1, through.length),
        spoken: spoken(direct.length, through.length, memberName),
      };
    }),
    groups: withRows([
      { title: 'What it is made of', rows: mainParts(all, heads).map((item) => partRow(context, all, item)) },
      {
        title: 'Without a stage',
        rows: unplaced
          .filter((item) => item.controls.length === 0 && !heads.has(item.id))
          .map((item) => ({ ...itemRow(context, item, []), ...THROUGH, text: item.outside ?? item.summary })),
      },
    ]),
  };
}

/** The headings right above its entries; of a framework without headings the entries themselves. */
function mainParts(all: readonly Item[], heads: ReadonlySet<string | undefined>): Item[] {
  const parts = all.filter(({ id }) => {
    const children = all.filter(({ parent }) => parent === id);
    return children.length > 0 && children.every((child) => !heads.has(child.id));
  });
  return parts.length > 0 ? parts : [...all];
}

/** A part with what it is about and where its entries apply. */
function partRow({ guide }: OverlayContext, all: readonly Item[], item: Item): OverlayRow {
  const under = all.filter(({ id, parent }) => id === item.id || parent === item.id);
  const places = stagePlaces(guide, [...new Set(under.flatMap(({ stages }) => stages))]);
  return {
    glyph: 'square',
    tone: 'info',
    label: item.label,
    title: item.title,
    text: sentences(item.summary, places === '' ? '' : `Stages: ${places}`),
    ref: entryRef('items', item.id),
  };
}

const THROUGH = { glyph: 'ring', tone: 'neutral' } as const;

function itemRow({ guide }: OverlayContext, item: Item, controls: readonly string[]): OverlayRow {
  return {
    glyph: 'square',
    tone: 'info',
    label: item.label,
    title: item.title,
    text: sentences(listed('Answered by', guide, 'controls', controls)),
    ref: entryRef('items', item.id),
  };
}

/** One mark for all that is only reached through controls: single ones would claim more than we know. */
function throughMark(rows: readonly OverlayRow[]) {
  if (rows.length === 0) return [];
  const title = `Reached through controls of this stage: ${rows.map(({ label }) => label).join(', ')}`;
  return [{ ...THROUGH, label: `${rows.length} by control`.slice(0, 14), title }];
}

function spoken(direct: number, through: number, memberName: string): string {
  const said = direct === 0 ? `no ${memberName}` : `${direct} of the ${memberName}`;
  return through === 0 ? said : `${said}, ${through} through its controls`;
}
