import type { Guide } from '../../catalog/catalog';
import type { Coverage, CoveredItem, CoverageState } from '../../supplychain/coverage/coverage';
import { csv } from '../lifecycle/csv';
import { markdownRow } from '../lifecycle/markdown-row';

const STATE_TEXTS: Readonly<Record<CoverageState, string>> = {
  evidence: 'evidence found',
  against: 'findings against it',
  both: 'evidence found, and findings against it',
  silent: 'nothing found',
};

const NOTE =
  'Evidence found in files, not a statement of compliance. An item without any may be met in ways that no file shows.';

/** How to write a coverage. */
export const COVERAGE_FORMATS = ['text', 'json', 'markdown', 'csv'] as const;
export type CoverageFormat = (typeof COVERAGE_FORMATS)[number];

/** A coverage in the format asked for. Identifiers and titles of the catalog are all that stands in it. */
export function writeCoverage(
  coverage: Coverage,
  format: CoverageFormat,
  guide: Pick<Guide, 'evidence'>,
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ note: NOTE, ...coverage }, null, 2)}\n`;
    case 'csv':
      return csv([COLUMNS, ...coverage.items.map((item) => cells(item, guide))]);
    case 'markdown':
      return [
        `# ${coverage.title} (${coverage.edition})`,
        '',
        `${summary(coverage)} ${NOTE}`,
        '',
        markdownRow(COLUMNS),
        `|${' --- |'.repeat(COLUMNS.length)}`,
        ...coverage.items.map((item) => markdownRow(cells(item, guide))),
        '',
      ].join('\n');
    case 'text':
      return textOf(coverage, guide);
  }
}

const COLUMNS = ['Item', 'Title', 'State', 'Evidence', 'Attested', 'Against', 'Controls'] as const;

function cells(item: CoveredItem, { evidence }: Pick<Guide, 'evidence'>): readonly string[] {
  const named = (id: string): string => `${evidence.get(id)?.title ?? id} (${id})`;
  return [
    item.label,
    item.title,
    stateText(item),
    item.found.map(named).join('; '),
    item.attested.map(named).join('; '),
    item.against.map(({ id, count }) => `${named(id)}: ${count}`).join('; '),
    item.controls.join(' '),
  ];
}

function textOf(coverage: Coverage, { evidence }: Pick<Guide, 'evidence'>): string {
  const width = Math.min(24, Math.max(0, ...coverage.items.map(({ label }) => label.length)));
  const lines = [`${coverage.title} (${coverage.edition})`, summary(coverage), ''];
  for (const item of coverage.items) {
    lines.push(`${item.label.padEnd(width)}  ${item.title}: ${stateText(item)}`);
    const titles = [...item.found, ...item.attested.map((id) => `${id}, attested`)];
    if (titles.length > 0) lines.push(`${' '.repeat(width)}    + ${titles.join(', ')}`);
    for (const { id, count } of item.against)
      lines.push(`${' '.repeat(width)}    - ${evidence.get(id)?.title ?? id} (${id}, ${count})`);
  }
  return `${[...lines, '', NOTE].join('\n')}\n`;
}

function stateText({ state, outside }: CoveredItem): string {
  return state === 'silent' && outside !== undefined
    ? `outside of what files show: ${outside}`
    : STATE_TEXTS[state];
}

function summary({ counts, items }: Coverage): string {
  return `${items.length} items: ${counts.evidence} with evidence, ${counts.both} with evidence and findings against, ${counts.against} with findings against, ${counts.silent} silent.`;
}
