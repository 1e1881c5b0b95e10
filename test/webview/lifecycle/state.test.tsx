// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { openPanel } from '../support/open-panel';
import { CATALOG, snapshot } from '../support/sample';

const heading = () => screen.getByRole('heading', { level: 2 }).textContent;
const button = (name: string) => screen.getByRole('button', { name });

test('tells the host that it is ready, once', () => {
  const panel = openPanel();
  panel.show(snapshot());
  expect(panel.posted).toEqual([{ type: 'ready' }]);
});

test('loads until the first snapshot', () => {
  openPanel();
  expect(screen.getByRole('status').textContent).toBe('Loading the lifecycle');
});

test('comes back after a reload where the user left it', () => {
  const state = { lifecycle: 'llmsecops', stage: 'llm-develop', followEditor: false };
  openPanel({ state, snapshot: snapshot({ editor: { name: 'train.py', stages: ['experiment'] } }) });
  expect(heading()).toBe('Develop');
  expect(button('Follow editor').getAttribute('aria-pressed')).toBe('false');
});

test('keeps what the user looks at and nothing else', () => {
  const panel = openPanel({ snapshot: snapshot() });
  fireEvent.click(panel.stage('Experimentation'));
  expect(panel.written.at(-1)).toEqual({
    lifecycle: 'mlsecops',
    view: 'diagram',
    stage: 'experiment',
    entry: undefined,
    overlay: undefined,
    crosswalk: { rows: 'owasp-llm-2026', columns: 'nist-ai-rmf' },
    zoom: undefined,
    followEditor: undefined,
  });
});

test('does not overwrite the kept state before the catalog is there', () => {
  const panel = openPanel({ state: { lifecycle: 'llmsecops', followEditor: true } });
  expect(panel.written).toEqual([]);
});

test.each([undefined, null, 'text', 7, [], { lifecycle: 3 }, { lifecycle: 'mlsecops' }])(
  'starts at the overview when %o was kept',
  (state) => {
    openPanel({ state, snapshot: snapshot() });
    expect(heading()).toBe('MLSecOps lifecycle');
  },
);

test('drops a kept stage, entry or overlay that the catalog does not know', () => {
  const crosswalk = { rows: 'gone', columns: 'gone' };
  const place = { lifecycle: 'gone', stage: 'gone', entry: 'controls/gone', overlay: 'gone', crosswalk };
  openPanel({ state: { ...place, followEditor: true }, snapshot: snapshot() });
  expect(heading()).toBe('MLSecOps lifecycle');
});

test('back and forward walk through what was opened', () => {
  const panel = openPanel({ snapshot: snapshot() });
  fireEvent.click(panel.stage('Planning'));
  fireEvent.click(panel.stage('Data'));
  fireEvent.click(button('Back'));
  expect(heading()).toBe('Planning');
  fireEvent.click(button('Back'));
  expect(heading()).toBe('MLSecOps lifecycle');
  expect(button('Back').hasAttribute('disabled')).toBe(true);
  fireEvent.click(button('Forward'));
  expect(heading()).toBe('Planning');
  fireEvent.click(panel.stage('Serving'));
  expect(button('Forward').hasAttribute('disabled')).toBe(true);
});

test('breadcrumbs lead from a risk to its stage and to the lifecycle', () => {
  openPanel({
    state: {
      lifecycle: 'mlsecops',
      stage: 'experiment',
      entry: 'risks/owasp-ml-2023:ML06',
      followEditor: true,
    },
    snapshot: snapshot(),
  });
  fireEvent.click(within(screen.getByRole('navigation')).getByRole('button', { name: '3 Experimentation' }));
  expect(heading()).toBe('Experimentation');
  fireEvent.click(button('Overview'));
  expect(heading()).toBe('MLSecOps lifecycle');
});

test('the switch turns to the other lifecycle', () => {
  const panel = openPanel({ snapshot: snapshot() });
  fireEvent.click(button('LLMSecOps'));
  expect(heading()).toBe('LLMSecOps lifecycle');
  expect(panel.stage('Develop')).toBeDefined();
});

test('the MLSecOps lifecycle comes first whatever the order of the catalog', () => {
  const lifecycles = [...CATALOG.lifecycles].reverse();
  openPanel({ snapshot: snapshot(), catalog: { ...CATALOG, lifecycles } });
  expect(heading()).toBe('MLSecOps lifecycle');
});

test('comes back after a reload with view, overlay, page and zoom', () => {
  const crosswalk = { rows: 'controls', columns: 'stages' };
  const place = { lifecycle: 'mlsecops', overlay: 'roles', entry: 'controls/C06', stage: 'data', crosswalk };
  openPanel({
    state: { ...place, view: 'diagram', zoom: 2, followEditor: true },
    snapshot: snapshot({ editor: { name: 'train.py', stages: ['experiment'] } }),
  });
  expect(heading()).toBe('Malware scan of models');
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Overlay' }).value).toBe('roles');
  expect(button('Fit to the panel, now 200%')).toBeDefined();
  fireEvent.click(button('Crosswalk'));
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Rows' }).value).toBe('controls');
});

test('a state that was kept before there were views still counts', () => {
  openPanel({ state: { lifecycle: 'llmsecops', followEditor: false }, snapshot: snapshot() });
  expect(heading()).toBe('LLMSecOps lifecycle');
});

test.each([{ zoom: 100 }, { zoom: 'large' }, { view: 'map' }, { crosswalk: { rows: 3 } }])(
  'a kept state with %o is as good as none',
  (part) => {
    openPanel({ state: { lifecycle: 'llmsecops', ...part }, snapshot: snapshot() });
    expect(heading()).toBe('MLSecOps lifecycle');
  },
);

test('back and forward walk over overlays and views', () => {
  openPanel({ snapshot: snapshot() });
  fireEvent.change(screen.getByRole('combobox', { name: 'Overlay' }), { target: { value: 'roles' } });
  fireEvent.click(button('Compare'));
  fireEvent.click(button('Back'));
  expect(heading()).toBe('Who is responsible?');
  fireEvent.click(button('Back'));
  expect(heading()).toBe('MLSecOps lifecycle');
  fireEvent.click(button('Forward'));
  expect(heading()).toBe('Who is responsible?');
});
