import type { Guide } from '../../catalog/catalog';
import { crosswalk, crosswalkAxes, type Crosswalk, type CrosswalkCell } from '../../catalog/crosswalk';
import type { GuideEntry } from '../../catalog/guide-entry';
import type { Relations } from '../../catalog/relations';
import { csv } from './csv';
import { markdownRow } from './markdown-row';
import { UnknownIdError } from './unknown-id';

export interface CrosswalkTextOptions {
  readonly guide: Guide;
  readonly relations: Relations;
  readonly rows: string;
  readonly columns: string;
  readonly format: 'csv' | 'markdown';
}

/**
 * Two frameworks joined, as text: a matrix in CSV, a list of what belongs to each row in Markdown (a matrix would be wider
 * than any page).
 *
 * @throws UnknownIdError when `rows` or `columns` names neither a framework nor a list of ours
 */
export function crosswalkText({ guide, relations, rows, columns, format }: CrosswalkTextOptions): string {
  const axes = new Map(crosswalkAxes(guide).map(({ id, title }) => [id, title]));
  for (const id of [rows, columns]) {
    if (!axes.has(id)) throw new UnknownIdError('framework', id, [...axes.keys()]);
  }
  const matrix = crosswalk(guide, relations, rows, columns);
  return format === 'csv'
    ? asCsv(matrix)
    : asMarkdown(matrix, axes.get(rows) ?? rows, axes.get(columns) ?? columns);
}

function asCsv({ rows, columns, cell }: Crosswalk): string {
  return csv([
    ['Id', 'Title', ...columns.map(nameOf)],
    ['', '', ...columns.map(({ title }) => title)],
    ...rows.map((row, y) => [nameOf(row), row.title, ...columns.map((_, x) => said(cell(y, x)))]),
  ]);
}

function said(cell: CrosswalkCell | undefined): string {
  if (!cell) return '';
  const ways = [cell.official ? 'official' : '', cell.direct && !cell.official ? 'direct' : ''];
  if (cell.via.length > 0) ways.push(`via ${cell.via.join(' ')}`);
  return ways.filter((way) => way !== '').join('; ');
}

function asMarkdown({ rows, columns, cell }: Crosswalk, one: string, other: string): string {
  const joined = rows.map((row, y) => {
    const lists = { official: [] as string[], direct: [] as string[], via: [] as string[] };
    columns.forEach((column, x) => {
      const found = cell(y, x);
      if (!found) return;
      const kind = found.official ? 'official' : found.direct ? 'direct' : 'via';
      lists[kind].push(kind === 'via' ? `${nameOf(column)} (${found.via.join(' ')})` : nameOf(column));
    });
    return markdownRow([
      row.label === '' ? row.title : `${row.label} ${row.title}`,
      lists.official.join(', '),
      lists.direct.join(', '),
      lists.via.join(', '),
    ]);
  });
  return [
    `# ${one} and ${other}`,
    '',
    'Official: the list itself says so. Direct: one entry names the other. Via a control: the same control answers both.',
    '',
    markdownRow([one, 'Official', 'Direct', 'Via a control']),
    '| --- | --- | --- | --- |',
    ...joined,
    '',
  ].join('\n');
}

function nameOf({ label, title }: GuideEntry): string {
  return label === '' ? title : label;
}
