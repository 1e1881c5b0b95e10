import type { BomDiff } from '../../supplychain/bom/diff/bom-diff';
import { markdownRow } from '../lifecycle/markdown-row';
import { changedName, changeWords, entryWords, kindOf, summaryOf } from './bom-diff-words';

/** Rows of a table; a pull request has no room for more. */
const MAX_ROWS = 100;

/** The difference of two bills as Markdown, for a pull request. Nothing that the bills say becomes markup. */
export function markdownBomDiff(diff: BomDiff): string {
  const rows = [
    ...diff.added.map((entry) => ['added', kindOf(entry), entryWords(entry), '']),
    ...diff.removed.map((entry) => ['removed', kindOf(entry), entryWords(entry), '']),
    ...diff.changed.map((entry) => [
      'changed',
      kindOf(entry.after),
      changedName(entry),
      entry.changes.map(changeWords).join('; '),
    ]),
  ];
  const more = rows.length - MAX_ROWS;
  const table = [
    markdownRow(['', 'Kind', 'Name', 'What changed']),
    '| --- | --- | --- | --- |',
    ...rows.slice(0, MAX_ROWS).map(markdownRow),
    '',
  ];
  return [
    '## AI bill of materials',
    '',
    ...(rows.length === 0 ? [] : table),
    ...(more > 0 ? [`And ${more} more.`, ''] : []),
    summaryOf(diff),
    '',
  ].join('\n');
}
