// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SearchHit } from '../../../src/catalog/search/search-hit';
import { openPanel, type OpenPanel } from '../support/open-panel';
import { snapshot } from '../support/sample';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const state = { lifecycle: 'mlsecops', followEditor: false };
const box = () => screen.getByRole<HTMLInputElement>('combobox', { name: /^Search/ });
const heading = () => screen.getByRole('heading', { level: 2 }).textContent;
const options = () => screen.queryAllByRole('option').filter((option) => option.closest('.hits'));

const HITS: readonly SearchHit[] = [
  { kind: 'controls', id: 'C06', title: 'Malware scan of models', label: 'C06', why: 'id' },
  { kind: 'stages', id: 'llm-develop', title: 'Develop', label: '', why: 'title' },
  { kind: 'rules', id: 'torch-load-unsafe', title: 'PyTorch checkpoint', label: '', why: 'text' },
];

function type(query: string): void {
  fireEvent.input(box(), { target: { value: query } });
}

function wait(): void {
  void act(() => void vi.advanceTimersByTime(200));
}

function searched(query = 'scan'): OpenPanel {
  const panel = openPanel({ state, snapshot: snapshot() });
  box().focus();
  type(query);
  wait();
  panel.receive({ type: 'found', query, hits: HITS });
  return panel;
}

const press = (key: string) => fireEvent.keyDown(box(), { key });

test('asks once when the typing rests, without the blanks around it', () => {
  const panel = openPanel({ state, snapshot: snapshot() });
  for (const query of ['s', 'sc', ' scan ']) type(query);
  wait();
  expect(panel.posted.filter(({ type: kind }) => kind === 'search')).toEqual([
    { type: 'search', query: 'scan' },
  ]);
});

test('an empty box asks for nothing and lists nothing', () => {
  const panel = openPanel({ state, snapshot: snapshot() });
  type('   ');
  wait();
  expect(panel.posted.some(({ type: kind }) => kind === 'search')).toBe(false);
  expect(box().getAttribute('aria-expanded')).toBe('false');
});

test('lists what was found with label, title and kind', () => {
  searched();
  expect(box().getAttribute('aria-expanded')).toBe('true');
  expect(options().map((option) => option.textContent)).toEqual([
    'C06Malware scan of modelscontrol',
    'Developstage',
    'PyTorch checkpointrule',
  ]);
});

test('the first hit is chosen; arrow keys go through the others and around', () => {
  searched();
  const active = () =>
    document.getElementById(box().getAttribute('aria-activedescendant') ?? '')?.textContent;
  expect(active()).toMatch(/^C06/);
  press('ArrowDown');
  expect(active()).toMatch(/^Develop/);
  press('ArrowUp');
  press('ArrowUp');
  expect(active()).toMatch(/^PyTorch/);
});

test('Enter opens the chosen hit and empties the box', () => {
  searched();
  press('Enter');
  expect(heading()).toBe('Malware scan of models');
  expect(box().value).toBe('');
});

test('a stage opens in its lifecycle, a rule on its page', () => {
  searched();
  press('ArrowDown');
  press('Enter');
  expect(heading()).toBe('Develop');
  expect(screen.getByRole('button', { name: 'LLMSecOps' }).getAttribute('aria-pressed')).toBe('true');
});

test('a click opens a hit', () => {
  searched();
  fireEvent.click(options()[2] ?? document.body);
  expect(heading()).toBe('PyTorch checkpoint is loaded with code');
});

test('Escape closes the list first and empties the box next', () => {
  searched();
  press('Escape');
  expect(options()).toHaveLength(0);
  expect(box().value).toBe('scan');
  press('Escape');
  expect(box().value).toBe('');
});

test('Enter before the answer came opens the first hit when it does', () => {
  const panel = openPanel({ state, snapshot: snapshot() });
  type('C06');
  press('Enter');
  wait();
  panel.receive({ type: 'found', query: 'C06', hits: HITS });
  expect(heading()).toBe('Malware scan of models');
});

test('the answer to an older question opens nothing', () => {
  const panel = openPanel({ state, snapshot: snapshot() });
  type('other');
  panel.receive({ type: 'found', query: 'oth', hits: HITS });
  press('Enter');
  expect(heading()).toBe('MLSecOps lifecycle');
});

test('says so when nothing was found', () => {
  const panel = openPanel({ state, snapshot: snapshot() });
  type('qqq');
  wait();
  panel.receive({ type: 'found', query: 'qqq', hits: [] });
  expect(screen.getByText('Nothing found for “qqq”.')).toBeDefined();
});

test('a slash anywhere leads to the box, but not while one types into a field', () => {
  openPanel({ state, snapshot: snapshot() });
  fireEvent.keyDown(document.body, { key: '/' });
  expect(document.activeElement).toBe(box());
  expect(fireEvent.keyDown(box(), { key: '/' })).toBe(true);
});
