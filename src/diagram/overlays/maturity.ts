import { entryRef } from '../../catalog/entry-ref';
import type { Guide } from '../../catalog/catalog';
import type { MaturityDimension } from '../../catalog/schema/maturity';
import type { OverlayRow } from '../overlay';
import { stagePlaces, titleOf } from './naming';
import { overStages, withRows } from './over-stages';
import type { OverlayContext } from './overlay-context';
import type { OverlayBody, OverlayDefinition } from './overlay-definition';
import { sentences, spokenCount } from './wording';

/** Levels of maturity and the evidence that each of them asks for. */
export const MATURITY: OverlayDefinition = { id: 'maturity', title: 'Maturity', group: 'Lifecycle', make };

function make({ guide }: OverlayContext): OverlayBody {
  const dimensions = [...guide.maturityDimensions.values()];
  const levels = [...guide.maturityLevels.values()].sort((a, b) => a.number - b.number);
  return {
    question: 'How mature are we, and which evidence does each level ask for?',
    legend: [{ glyph: 'diamond', tone: 'info', text: 'Dimension measured at this stage' }],
    stages: overStages(guide, ({ id }) => {
      const here = dimensions.filter((dimension) => dimension.stages.includes(id));
      return {
        marks: here.map((dimension) => ({
          glyph: 'diamond',
          tone: 'info',
          label: dimension.shortTitle,
          title: `${dimension.id} ${dimension.title}`,
          ref: entryRef('maturityDimensions', dimension.id),
        })),
        groups: here.map((dimension) => ({
          title: `${dimension.id} ${dimension.title}`,
          rows: levels.flatMap((level) => asked(guide, dimension, level.id)),
        })),
        strength: here.length,
        spoken: spokenCount(
          here.map(({ title }) => title),
          'dimension',
        ),
      };
    }),
    groups: withRows([
      {
        title: 'Levels',
        rows: levels.map((level) => ({
          glyph: 'star',
          tone: 'good',
          label: level.id,
          title: level.title,
          text: level.summary,
          ref: entryRef('maturityLevels', level.id),
        })),
      },
      {
        title: 'Dimensions',
        rows: dimensions.map((dimension) => ({
          glyph: 'diamond',
          tone: 'info',
          label: dimension.id,
          title: dimension.title,
          text: sentences(dimension.summary, `Stages: ${stagePlaces(guide, dimension.stages)}`),
          ref: entryRef('maturityDimensions', dimension.id),
        })),
      },
    ]),
  };
}

function asked(guide: Guide, { id, asks }: MaturityDimension, level: string): OverlayRow[] {
  return asks
    .filter((ask) => ask.level === level)
    .map(({ anyOf }): OverlayRow => {
      const [only] = anyOf;
      return {
        glyph: 'check',
        tone: 'good',
        label: level,
        title: anyOf.map((evidence) => titleOf(guide, 'evidence', evidence)).join(' or '),
        text: anyOf.length === 1 && only !== undefined ? (guide.evidence.get(only)?.summary ?? '') : '',
        ref:
          anyOf.length === 1 && only !== undefined
            ? entryRef('evidence', only)
            : entryRef('maturityDimensions', id),
      };
    });
}
