import { entryRef } from '../../catalog/entry-ref';
import type { Comparison } from '../../catalog/schema/practice';
import type { Glyph, Mark, OverlayGroup, Tone } from '../overlay';
import { titleOf } from './naming';
import { overStages, withRows } from './over-stages';
import type { OverlayContext } from './overlay-context';
import type { OverlayBody, OverlayDefinition } from './overlay-definition';
import { spokenList } from './wording';

type Change = 'new' | 'same' | 'gone';

const CHANGES: Readonly<
  Record<Change, { readonly glyph: Glyph; readonly tone: Tone; readonly heading: string }>
> = {
  new: { glyph: 'plus', tone: 'good', heading: 'New for LLMs' },
  same: { glyph: 'dot', tone: 'neutral', heading: 'The same' },
  gone: { glyph: 'minus', tone: 'bad', heading: 'Gone or of less weight' },
};
const ORDER = Object.keys(CHANGES) as Change[];

/** What changes from the classic lifecycle to the one for LLMs. */
export const COMPARE: OverlayDefinition = {
  id: 'compare',
  title: 'What changes for LLMs',
  group: 'Lifecycle',
  make,
};

function make({ guide }: OverlayContext): OverlayBody {
  const all = [...guide.comparisons.values()];
  return {
    question: 'What changes for LLMs: what stays the same, what is new, what is gone?',
    legend: ORDER.map((change) => ({ ...look(change), text: CHANGES[change].heading })),
    stages: overStages(guide, ({ id }) => {
      const here = all.filter((one) => one.classic === id || one.llm.includes(id));
      const marks = ORDER.flatMap((change) => changeMark(change, here));
      return {
        marks,
        groups: [
          ...ORDER.map((change): OverlayGroup => ({
            title: CHANGES[change].heading,
            rows: rowsOf(change, here),
          })),
          {
            title: 'On the other side',
            rows: here
              .flatMap((one) => (one.classic === id ? one.llm : [one.classic]))
              .map((other) => ({
                glyph: 'ring' as const,
                tone: 'info' as const,
                label: String(guide.stages.get(other)?.number ?? ''),
                title: titleOf(guide, 'stages', other),
                ref: entryRef('stages', other),
              })),
          },
        ],
        strength: here.reduce((sum, one) => sum + one.new.length + one.gone.length, 0),
        spoken: marks.length === 0 ? 'not compared' : spokenList(marks.map(({ label }) => label)),
      };
    }),
    groups: withRows([
      {
        title: 'Stage by stage',
        rows: all.map((one) => ({
          glyph: 'ring',
          tone: 'info',
          label: '',
          title: `${titleOf(guide, 'stages', one.classic)} → ${spokenList(one.llm.map((id) => titleOf(guide, 'stages', id)))}`,
          text: one.summary,
          ref: entryRef('comparisons', one.id),
        })),
      },
    ]),
  };
}

function look(change: Change): Pick<Mark, 'glyph' | 'tone'> {
  const { glyph, tone } = CHANGES[change];
  return { glyph, tone };
}

function changeMark(change: Change, comparisons: readonly Comparison[]): Mark[] {
  const lines = comparisons.flatMap((one) => one[change]);
  if (lines.length === 0) return [];
  const title = `${CHANGES[change].heading}: ${lines.join('; ')}`;
  const [only] = comparisons;
  const ref = comparisons.length === 1 && only ? { ref: entryRef('comparisons', only.id) } : {};
  return [{ ...look(change), label: `${lines.length} ${change}`, title, ...ref }];
}

function rowsOf(change: Change, comparisons: readonly Comparison[]) {
  return comparisons.flatMap((one) =>
    one[change].map((title) => ({
      ...look(change),
      label: change,
      title,
      ref: entryRef('comparisons', one.id),
    })),
  );
}
