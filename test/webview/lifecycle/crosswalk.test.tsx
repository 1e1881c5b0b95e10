// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { openPanel } from '../support/open-panel';
import { CATALOG, snapshot } from '../support/sample';

const crosswalk = { rows: 'owasp-ml-2023', columns: 'nist-ai-rmf' };
const state = { lifecycle: 'mlsecops', followEditor: false, view: 'crosswalk', crosswalk };
const grid = () => screen.getByRole('grid');
const cell = (name: RegExp) => within(grid()).getByRole('button', { name });
const check = (name: string) => fireEvent.click(screen.getByRole('checkbox', { name }));
const rowNames = () =>
  within(grid())
    .getAllByRole('rowheader')
    .map((row) => row.textContent);
const columnNames = () =>
  within(grid())
    .getAllByRole('columnheader')
    .map((column) => column.textContent);

test('marks pairs that name each other', () => {
  openPanel({ state, snapshot: snapshot() });
  expect(cell(/^ML06:2023 and GOVERN 6: one names the other$/).textContent).toBe('◆');
});

test('marks pairs that the publisher maps', () => {
  const official = [{ entry: 'items/nist-ai-rmf:GOVERN-6', weight: 'primary' as const }];
  const risks = CATALOG.risks.map((risk) => ({ ...risk, official }));
  openPanel({ state, snapshot: snapshot(), catalog: { ...CATALOG, risks } });
  expect(cell(/^ML06:2023 and GOVERN 6: mapped by the list itself$/).textContent).toBe('●');
});

test('marks pairs that the same controls answer, with their number, until only direct ones are wanted', () => {
  const risks = CATALOG.risks.map((risk) => ({ ...risk, items: [] }));
  openPanel({ state, snapshot: snapshot(), catalog: { ...CATALOG, risks } });
  expect(cell(/GOVERN 6: joined by 1 control$/).textContent).toBe('○1');
  check('Only direct');
  expect(screen.queryByRole('grid')).toBeNull();
  expect(screen.getByText('Nothing passes the filter.')).toBeDefined();
});

test('rows and columns without a pair are hidden until they are asked for', () => {
  openPanel({ state, snapshot: snapshot() });
  expect(columnNames()).toEqual(['GOVERN 6']);
  check('Hide empty');
  expect(columnNames()).toEqual(['GOVERN', 'GOVERN 6', 'MAP 1']);
});

test('a cell tells what joins the two and leads to the controls', () => {
  openPanel({ state, snapshot: snapshot() });
  fireEvent.click(cell(/GOVERN 6: one names/));
  const detail = within(screen.getByRole('complementary', { name: 'What joins the two' }));
  expect(detail.getByText('One names the other.')).toBeDefined();
  fireEvent.click(detail.getByRole('button', { name: /Malware scan of models/ }));
  expect(screen.getByRole('main').querySelector('h2')?.textContent).toBe('Malware scan of models');
});

test('a header opens the page of its entry', () => {
  openPanel({ state, snapshot: snapshot() });
  fireEvent.click(within(grid()).getByRole('button', { name: 'GOVERN 6 Third parties' }));
  expect(screen.getByRole('main').querySelector('h2')?.textContent).toBe('Third parties');
});

test('sides can be swapped and chosen; back leads to what was shown before', () => {
  openPanel({ state, snapshot: snapshot() });
  fireEvent.click(screen.getByRole('button', { name: 'Swap rows and columns' }));
  expect(rowNames()).toEqual(['GOVERN 6Third parties']);
  fireEvent.change(screen.getByRole('combobox', { name: 'Columns' }), { target: { value: 'stages' } });
  expect(columnNames()).toContain('Experimentation');
  fireEvent.click(screen.getByRole('button', { name: 'Back' }));
  expect(columnNames()).toEqual(['ML06:2023']);
});

test('a filter keeps the rows and columns that have its words', () => {
  openPanel({
    state: { ...state, crosswalk: { rows: 'controls', columns: 'stages' } },
    snapshot: snapshot(),
  });
  expect(rowNames()).toHaveLength(2);
  fireEvent.input(screen.getByRole('textbox', { name: 'Filter rows and columns' }), {
    target: { value: 'malware' },
  });
  expect(rowNames()).toEqual(['C06Malware scan of models']);
});

test('says so when nothing joins the two lists', () => {
  openPanel({ state: { ...state, crosswalk: { rows: 'threats', columns: 'roles' } }, snapshot: snapshot() });
  expect(screen.getByText('Nothing in the catalog joins these two lists.')).toBeDefined();
});

test('the matrix is one tab stop, with arrow keys from cell to cell', () => {
  openPanel({ state, snapshot: snapshot() });
  expect(grid().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  const first = grid().querySelector<HTMLElement>('[tabindex="0"]');
  first?.focus();
  fireEvent.keyDown(first ?? document.body, { key: 'ArrowRight' });
  expect(document.activeElement).toBe(cell(/GOVERN 6: one names/));
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowUp' });
  expect(document.activeElement?.textContent).toBe('GOVERN 6');
});

test('Escape in the detail pane returns to the matrix', () => {
  openPanel({ state, snapshot: snapshot() });
  const header = within(grid()).getByRole('button', { name: 'GOVERN 6 Third parties' });
  header.focus();
  fireEvent.click(header);
  fireEvent.keyDown(screen.getByRole('main').querySelector('h2') ?? document.body, { key: 'Escape' });
  expect(document.activeElement).toBe(header);
});

test('of a long matrix only some rows are drawn, and all are counted', () => {
  const [, second] = CATALOG.items;
  if (!second) throw new Error('the sample has an item');
  const items = Array.from({ length: 200 }, (_, at) => ({
    ...second,
    id: `nist-ai-rmf:X-${at}`,
    label: `X ${at}`,
  }));
  openPanel({
    state: { ...state, crosswalk: { rows: 'nist-ai-rmf', columns: 'controls' } },
    snapshot: snapshot(),
    catalog: { ...CATALOG, items },
  });
  expect(grid().getAttribute('aria-rowcount')).toBe('201');
  expect(rowNames().length).toBeLessThan(100);
});

test('the matrix is taken away as a table', () => {
  const panel = openPanel({ state, snapshot: snapshot() });
  fireEvent.click(screen.getByRole('button', { name: 'Export' }));
  fireEvent.click(screen.getByRole('menuitem', { name: 'Table as CSV' }));
  expect(panel.posted.at(-1)).toEqual({ type: 'exportCrosswalk', ...crosswalk, format: 'csv' });
});
