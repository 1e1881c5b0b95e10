import { createColors } from 'picocolors';
import type { BomDiff } from '../../supplychain/bom/diff/bom-diff';
import { oneLine } from '../one-line';
import { changedName, changeWords, entryWords, kindOf, summaryOf } from './bom-diff-words';

/** The difference of two bills for a terminal. What the bills say cannot move the cursor. */
export function textBomDiff(diff: BomDiff, color: boolean): string {
  const colors = createColors(color);
  const lines = [
    ...diff.added.map((entry) => colors.green(oneLine(`+ ${kindOf(entry)} ${entryWords(entry)}`))),
    ...diff.removed.map((entry) => colors.red(oneLine(`- ${kindOf(entry)} ${entryWords(entry)}`))),
    ...diff.changed.flatMap((entry) => [
      colors.yellow(oneLine(`~ ${kindOf(entry.after)} ${changedName(entry)}`)),
      ...entry.changes.map((change) => `    ${oneLine(changeWords(change))}`),
    ]),
  ];
  return `${[...lines, ...(lines.length === 0 ? [] : ['']), summaryOf(diff)].join('\n')}\n`;
}
