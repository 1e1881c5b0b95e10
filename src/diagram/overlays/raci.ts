import type { Activity } from '../../catalog/schema/practice';
import type { Glyph, Tone } from '../overlay';

export type Part = 'responsible' | 'accountable' | 'consulted' | 'informed';

/** The four parts a role can have in an activity, the strongest first. */
export const PARTS: readonly Part[] = ['responsible', 'accountable', 'consulted', 'informed'];

/** How each part is drawn and told. */
export const PART_LOOKS: Readonly<
  Record<
    Part,
    { readonly letter: string; readonly title: string; readonly glyph: Glyph; readonly tone: Tone }
  >
> = {
  responsible: { letter: 'R', title: 'Responsible', glyph: 'dot', tone: 'good' },
  accountable: { letter: 'A', title: 'Accountable', glyph: 'square', tone: 'info' },
  consulted: { letter: 'C', title: 'Consulted', glyph: 'diamond', tone: 'partly' },
  informed: { letter: 'I', title: 'Informed', glyph: 'ring', tone: 'neutral' },
};

/** The parts that `role` has in an activity. */
export function partsOf(activity: Activity, role: string): Part[] {
  return PARTS.filter((part) => activity[part].includes(role));
}
