// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { checkpoint, hostileGguf, maliciousPickle } from '../../support/models/editor-samples';
import type { ModelView } from '../../../src/report/model/view/model-view';
import { inspected, openPage } from './open-page';

HTMLCanvasElement.prototype.getContext = () => null;

const EVIL = inspected('evil.pkl', maliciousPickle('/tmp/marker'));
const CLEAN = inspected('model.pt', checkpoint());
const CHAT = inspected('chat.gguf', hostileGguf());
const RUNNING = { type: 'running', name: 'large.pt', size: 2_000_000, read: 500_000 };
const view = (given: ModelView) => ({ type: 'view', view: given });

async function violations(container: Element): Promise<string[]> {
  const off = { enabled: false };
  const found = await axe.run(container, { rules: { 'color-contrast': off, region: off } });
  return found.violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html ?? ''}`);
}

test.each([
  ['while it waits', []],
  ['while it runs', [RUNNING]],
  ['with a malicious file', [view(EVIL.view)]],
  ['with a clean file', [view(CLEAN.view)]],
  ['after a failure', [{ type: 'failed', message: 'It is gone.' }]],
])('axe finds nothing wrong %s', async (_name, messages) => {
  const page = openPage();
  for (const message of messages) page.receive(message);
  expect(await violations(page.container)).toEqual([]);
});

test.each(['contents', 'imports', 'opcodes', 'texts', 'tensors'])(
  'axe finds nothing wrong with %s',
  async (tab) => {
    const page = openPage({ tab, filter: '', pickle: 0 });
    page.receive(view(tab === 'contents' || tab === 'imports' || tab === 'opcodes' ? CLEAN.view : CHAT.view));
    expect(await violations(page.container)).toEqual([]);
  },
);

test('the four answers have different words and signs', () => {
  const seen = (['malicious', 'suspicious', 'incomplete', 'safe'] as const).map((verdict) => {
    const page = openPage();
    page.receive(view({ ...CLEAN.view, verdict }));
    const card = page.container.querySelector('.verdict-card')!;
    return `${card.querySelector('h2')?.textContent ?? ''} ${card.querySelector('path')?.getAttribute('d') ?? ''}`;
  });
  expect(new Set(seen).size).toBe(4);
});

test('a finding leads to its opcode, and the page asks for the rows it needs', () => {
  const page = openPage();
  page.receive(view(EVIL.view));
  fireEvent.click(screen.getByRole('button', { name: /REDUCE/u }));
  expect(screen.getByRole('tab', { name: /Disassembly/u }).getAttribute('aria-selected')).toBe('true');
  const target = EVIL.view.findings[0]?.target;
  expect(page.posted).toContainEqual({
    type: 'locate',
    pickle: 0,
    offset: target?.kind === 'opcode' ? target.offset : -1,
  });
  expect(page.posted.filter(({ type }) => type === 'opcodes')).toEqual([
    { type: 'opcodes', pickle: 0, page: 0 },
  ]);
  const { rows, total } = EVIL.opcodes(0, 0);
  page.receive({ type: 'opcodes', pickle: 0, page: 0, rows, total });
  page.receive({ type: 'located', pickle: 0, row: 3 });
  expect(page.container.querySelector('.row-shown')?.textContent).toContain(rows[3]?.name);
});

test('rows of another pickle are not mixed in', () => {
  const page = openPage({ tab: 'opcodes', filter: '', pickle: 0 });
  page.receive(view(EVIL.view));
  page.receive({
    type: 'opcodes',
    pickle: 4,
    page: 0,
    rows: [{ offset: 0, name: 'WRONG', argument: '' }],
    total: 1,
  });
  expect(page.container.textContent).not.toContain('WRONG');
});

test('a file that is still read is not called safe, and can be stopped', () => {
  const page = openPage();
  page.receive(RUNNING);
  page.receive(view({ ...CLEAN.view, complete: false }));
  expect(screen.queryByText('Safe to load')).toBeNull();
  expect(screen.getByText(/read 500\.0 kB of 2\.0 MB/u)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
  expect(page.posted).toContainEqual({ type: 'stop' });
  page.receive({ type: 'stopped' });
  expect(screen.getByRole('heading', { name: /^Not fully analysed/u })).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Inspect again' }));
  expect(page.posted).toContainEqual({ type: 'again' });
});

test('a malicious file is told while it is still read', () => {
  const page = openPage();
  page.receive(RUNNING);
  page.receive(view({ ...EVIL.view, complete: false }));
  expect(screen.getByRole('heading', { name: /^Malicious/u })).toBeDefined();
});

test('names from the file are text, never markup', () => {
  const page = openPage({ tab: 'contents', filter: '', pickle: 0 });
  const path = '<img src=x onerror=alert(1)>.pkl';
  page.receive(view({ ...CLEAN.view, members: [{ path, format: '', size: 1, verdict: 'safe' }] }));
  expect(page.container.querySelector('img')).toBeNull();
  expect(screen.getByRole('treeitem').textContent).toContain('<img src=x');
});

test('a hundred thousand tensors are a few rows, and the filter narrows them down', () => {
  const tensors = Array.from({ length: 100_000 }, (_, at) => ({
    name: `layer.${at}`,
    shape: '2',
    type: 'F32',
  }));
  const page = openPage({ tab: 'tensors', filter: '', pickle: 0 });
  page.receive(view({ ...CLEAN.view, tensors }));
  const table = screen.getByRole('table', { name: 'Tensors' });
  expect(table.getAttribute('aria-rowcount')).toBe('100001');
  expect(within(table).getAllByRole('row').length).toBeLessThan(100);
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'layer.99999' } });
  expect(within(screen.getByRole('table', { name: 'Tensors' })).getAllByRole('row')).toHaveLength(2);
  expect(page.written.at(-1)?.filter).toBe('layer.99999');
});

test('the tree of an archive is walked with the arrow keys', () => {
  const page = openPage({ tab: 'contents', filter: '', pickle: 0 });
  page.receive(view(CLEAN.view));
  const tree = screen.getByRole('tree', { name: 'Contents' });
  const before = within(tree).getAllByRole('treeitem').length;
  fireEvent.keyDown(tree, { key: 'ArrowLeft' });
  expect(within(tree).getAllByRole('treeitem')).toHaveLength(1);
  fireEvent.keyDown(tree, { key: 'ArrowRight' });
  expect(within(tree).getAllByRole('treeitem')).toHaveLength(before);
  fireEvent.keyDown(tree, { key: 'ArrowDown' });
  expect(tree.querySelector('[aria-selected="true"]')?.textContent).toContain('data.pkl');
});

test('tabs are one stop of the keyboard', () => {
  openPage().receive(view(CLEAN.view));
  const first = screen.getByRole('tab', { name: 'Overview' });
  fireEvent.keyDown(first, { key: 'ArrowRight' });
  expect(screen.getByRole('tab', { name: /Contents/u }).tabIndex).toBe(0);
  expect(first.tabIndex).toBe(-1);
});

test('what the editor did not send is ignored', () => {
  const page = openPage({ tab: 'nonsense' });
  for (const data of [undefined, 'x', { type: 'view' }, { type: 'view', view: { name: 1 } }])
    page.receive(data);
  expect(screen.getByRole('heading', { name: 'Inspecting the file' })).toBeDefined();
});

test('a link asks for its entry in the lifecycle panel', () => {
  const page = openPage();
  page.receive(view(EVIL.view));
  fireEvent.click(screen.getByRole('button', { name: 'Malware scan of models' }));
  expect(page.posted).toContainEqual({ type: 'learn', entry: 'controls/C06' });
});
