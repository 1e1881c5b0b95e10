// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { openPanel } from '../support/open-panel';
import { CATALOG, finding, inExperiment, snapshot } from '../support/sample';

const heading = () => screen.getByRole('heading', { level: 2 }).textContent;
const state = { lifecycle: 'mlsecops', followEditor: false };

const broken = {
  'no message': undefined,
  text: 'snapshot',
  'an unknown type': { type: 'other' },
  'a snapshot without totals': { type: 'snapshot', snapshot: { findings: {}, scanning: false } },
  'findings that are a list': { type: 'snapshot', snapshot: { ...snapshot(), findings: [[]] } },
  'a catalog without a list': { type: 'catalog', catalog: { ...CATALOG, gaps: undefined } },
  'a stage without a title': { type: 'catalog', catalog: { ...CATALOG, stages: [{ id: 'x' }] } },
  'hits of a kind that is not known': {
    type: 'found',
    query: 'x',
    hits: [{ kind: 'x', id: 'x', title: 'x', label: '' }],
  },
  'a view that is not known': { type: 'select', view: 'map' },
  'a selection that is no id': { type: 'select', stage: 3 },
};

test.each(Object.entries(broken))('ignores %s', (_name, data) => {
  const panel = openPanel({ state, snapshot: snapshot() });
  fireEvent.click(panel.stage('Data'));
  panel.receive(data);
  expect(heading()).toBe('Data');
});

test('a new snapshot replaces the old one whole', () => {
  const panel = openPanel({
    state: { ...state, stage: 'experiment' },
    snapshot: snapshot({ findings: inExperiment([finding(3)]) }),
  });
  expect(panel.container.querySelectorAll('.finding')).toHaveLength(1);
  panel.show(snapshot());
  expect(panel.container.querySelectorAll('.finding')).toHaveLength(0);
  expect(panel.stage('Experimentation').getAttribute('aria-label')).toContain('no findings');
});

test('a selection opens the stage it names, in its lifecycle', () => {
  const panel = openPanel({ state, snapshot: snapshot() });
  panel.receive({ type: 'select', stage: 'llm-develop' });
  expect(heading()).toBe('Develop');
  expect(screen.getByRole('button', { name: 'LLMSecOps' }).getAttribute('aria-pressed')).toBe('true');
});

test('a selection of a rule opens the rule and keeps its stage as the way back', () => {
  const panel = openPanel({ state, snapshot: snapshot() });
  panel.receive({ type: 'select', rule: 'torch-load-unsafe' });
  expect(heading()).toBe('PyTorch checkpoint is loaded with code');
  const way = within(screen.getByRole('navigation'));
  expect(way.getByRole('button', { name: '3 Experimentation' })).toBeDefined();
});

test('a selection that comes before the catalog is remembered', () => {
  const panel = openPanel({ state });
  panel.receive({ type: 'select', risk: 'owasp-ml-2023:ML06' });
  panel.show(snapshot());
  expect(heading()).toBe('AI supply chain');
});

test('a selection of something unknown leads to the overview, not to an error', () => {
  const panel = openPanel({ state, snapshot: snapshot() });
  panel.receive({
    ...{ type: 'select', stage: 'gone', risk: 'gone', rule: 'gone', entry: 'controls/gone' },
    ...{ overlay: 'gone', lifecycle: 'gone' },
  });
  expect(heading()).toBe('MLSecOps lifecycle');
});

test.each([
  [{ entry: 'controls/C06' }, 'Malware scan of models'],
  [{ entry: 'stages/llm-develop' }, 'Develop'],
  [{ entry: 'rules/torch-load-unsafe' }, 'PyTorch checkpoint is loaded with code'],
  [{ entry: 'techniques/AML.T0001' }, 'Old technique'],
  [{ overlay: 'roles' }, 'Who is responsible?'],
  [{ lifecycle: 'llmsecops', overlay: 'roles' }, 'Who is responsible?'],
  [{ lifecycle: 'llmsecops' }, 'LLMSecOps lifecycle'],
  [{ view: 'compare' }, 'What changes for LLMs?'],
  [{ stage: 'experiment', overlay: 'roles' }, 'Experimentation'],
])('a selection of %j leads there', (selection, title) => {
  openPanel({ state, snapshot: snapshot() }).receive({ type: 'select', ...selection });
  expect(within(screen.getByRole('main')).getByRole('heading', { level: 2 }).textContent).toBe(title);
});

test('a selection turns back to the diagram and keeps the overlay it does not speak of', () => {
  const panel = openPanel({ state: { ...state, view: 'crosswalk', overlay: 'roles' }, snapshot: snapshot() });
  panel.receive({ type: 'select', stage: 'data' });
  expect(panel.stage(/, Data,/).getAttribute('aria-pressed')).toBe('true');
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Overlay' }).value).toBe('roles');
});

test('a catalog that changes is used at once, and what it no longer has is left', () => {
  const panel = openPanel({ state: { ...state, entry: 'controls/C06' }, snapshot: snapshot() });
  const controls = CATALOG.controls.map((control) => ({ ...control, title: 'Our own scan' }));
  panel.receive({ type: 'catalog', catalog: { ...CATALOG, controls } });
  expect(heading()).toBe('Our own scan');
  panel.receive({ type: 'catalog', catalog: { ...CATALOG, controls: [] } });
  expect(heading()).toBe('MLSecOps lifecycle');
});

test('a snapshot before the catalog waits for it', () => {
  const panel = openPanel({ state });
  panel.receive({ type: 'snapshot', snapshot: snapshot() });
  expect(screen.getByRole('status').textContent).toBe('Loading the lifecycle');
  panel.receive({ type: 'catalog', catalog: CATALOG });
  expect(heading()).toBe('MLSecOps lifecycle');
});

test('a picture that cannot be drawn is answered with the reason', async () => {
  vi.stubGlobal('URL', { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined });
  const panel = openPanel({ state, snapshot: snapshot() });
  panel.receive({ type: 'draw', svg: '<svg/>', scale: 2 });
  await vi.waitFor(() => {
    expect(panel.posted.at(-1)).toEqual({
      type: 'picture',
      problem: 'The drawing could not be turned into a picture.',
    });
  });
  vi.unstubAllGlobals();
});
