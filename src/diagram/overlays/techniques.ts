import { entryRef } from '../../catalog/entry-ref';
import type { Framework } from '../../catalog/schema/framework';
import type { Technique } from '../../catalog/schema/reference';
import type { OverlayRow } from '../overlay';
import { overStages, withRows } from './over-stages';
import type { OverlayContext } from './overlay-context';
import type { OverlayBody, OverlayDefinition } from './overlay-definition';
import { groupsByHeading, marksByHeading, type HeadedRow } from './under-headings';
import { counted, sentences } from './wording';

/** MITRE ATLAS: the techniques that bite at each stage, under their tactics. */
export function techniquesOverlay({ id, title }: Framework): OverlayDefinition {
  return { id, title, group: 'Frameworks', make };
}

const MATURITY_WORDS = {
  realized: 'Seen in the wild',
  demonstrated: 'Demonstrated by researchers',
  feasible: 'Feasible',
} as const;

function make({ guide }: OverlayContext): OverlayBody {
  const all = [...guide.techniques.values()];
  const headed = (technique: Technique): HeadedRow => {
    const parent = technique.parent === undefined ? undefined : guide.techniques.get(technique.parent);
    const tactic = guide.tactics.get(technique.tactics[0] ?? parent?.tactics[0] ?? '');
    return {
      row: rowOf(technique),
      heading: tactic && { label: tactic.title, title: tactic.title, ref: entryRef('tactics', tactic.id) },
    };
  };
  return {
    question: 'Which attack techniques bite at which stage?',
    legend: [
      { glyph: 'triangle', tone: 'bad', text: 'Techniques at this stage, by tactic where there are many' },
    ],
    stages: overStages(guide, ({ id }) => {
      const here = all.filter((technique) => technique.stages.includes(id)).map(headed);
      const tactics = new Set(here.flatMap(({ heading }) => heading?.title ?? []));
      return {
        marks: marksByHeading(here),
        groups: groupsByHeading(here, 'Other techniques'),
        strength: here.length,
        spoken:
          here.length === 0
            ? 'no techniques'
            : `${counted(here.length, 'technique')} of ${counted(tactics.size, 'tactic')}`,
      };
    }),
    groups: withRows([
      {
        title: 'Tactics',
        rows: [...guide.tactics.values()].map((tactic) => ({
          glyph: 'triangle',
          tone: 'bad',
          label: tactic.id,
          title: tactic.title,
          text: tactic.summary,
          ref: entryRef('tactics', tactic.id),
        })),
      },
    ]),
  };
}

function rowOf({ id, title, summary, maturity }: Technique): OverlayRow {
  const text = sentences(summary, maturity === undefined ? '' : MATURITY_WORDS[maturity]);
  return { glyph: 'triangle', tone: 'bad', label: id, title, text, ref: entryRef('techniques', id) };
}
