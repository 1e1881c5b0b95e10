// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { openPanel } from '../support/open-panel';
import { finding, inExperiment, snapshot } from '../support/sample';

const at = (place: object) => ({ lifecycle: 'mlsecops', followEditor: false, ...place });
const menu = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Overlay' });
const heading = () => screen.getByRole('heading', { level: 2 }).textContent;
const marks = (element: Element) =>
  [...element.querySelectorAll('.mark text')].map((mark) => mark.textContent);
const choose = (id: string) => fireEvent.change(menu(), { target: { value: id } });

test('the menu begins with no overlay and groups the others', () => {
  openPanel({ state: at({}), snapshot: snapshot() });
  expect(menu().value).toBe('');
  expect(menu().options[0]?.textContent).toBe('None – findings of this workspace');
  const groups = [...menu().querySelectorAll('optgroup')].map((group) => group.label);
  expect(new Set(groups).size).toBe(groups.length);
  expect(within(menu()).getByRole('option', { name: 'OWASP ML Top 10 2023' })).toBeDefined();
});

test('choosing an overlay asks its question and draws its marks at the stages', () => {
  const panel = openPanel({ state: at({}), snapshot: snapshot() });
  choose('owasp-ml-2023');
  expect(heading()).toMatch(/OWASP ML Top 10 2023.*\?$/);
  expect(screen.getAllByRole('list', { name: 'Legend' }).length).toBeGreaterThan(0);
  expect(marks(panel.drawn('Experimentation'))).toEqual(['ML06']);
  expect(marks(panel.drawn('Planning'))).toEqual([]);
});

test('a stage of which an overlay says nothing steps back and says so', () => {
  const panel = openPanel({ state: at({ overlay: 'owasp-ml-2023' }), snapshot: snapshot() });
  expect(panel.drawn('Planning').classList).toContain('faint');
  expect(panel.drawn('Experimentation').classList).not.toContain('faint');
  expect(panel.stage('Planning').getAttribute('aria-label')).toMatch(/no risks$/);
});

test('a mark opens its page and leaves the overlay where it is', () => {
  const panel = openPanel({ state: at({ overlay: 'owasp-ml-2023' }), snapshot: snapshot() });
  fireEvent.click(panel.drawn('Serving').querySelector('.mark-open') ?? document.body);
  expect(heading()).toBe('AI supply chain');
  expect(menu().value).toBe('owasp-ml-2023');
});

test('the list for screen readers says what the marks say', () => {
  const { container } = openPanel({ state: at({ overlay: 'owasp-ml-2023' }), snapshot: snapshot() });
  const list = container.querySelector('ol[aria-label^="MLSecOps lifecycle"]');
  expect(list?.textContent).toMatch(/Experimentation, Development\..*1 risk: ML06/);
});

test('an overlay counts the findings of this workspace', () => {
  const panel = openPanel({
    state: at({ overlay: 'owasp-ml-2023' }),
    snapshot: snapshot({ findings: inExperiment([finding(1), finding(2)]) }),
  });
  expect(panel.drawn('Experimentation').querySelector('.mark title')?.textContent).toContain('2 findings');
  expect(panel.drawn('Experimentation').querySelector('.badge')?.textContent).toBe('2');
});

test('a stage begins with what the overlay says of it', () => {
  openPanel({ state: at({ overlay: 'owasp-ml-2023', stage: 'experiment' }), snapshot: snapshot() });
  const part = screen.getByRole('region', { name: 'OWASP ML Top 10 2023' });
  fireEvent.click(within(part).getByRole('button', { name: /AI supply chain/ }));
  expect(heading()).toBe('AI supply chain');
});

test('stage by stage, each mark leads to its page', () => {
  openPanel({ state: at({ overlay: 'owasp-ml-2023' }), snapshot: snapshot() });
  const stages = screen.getByRole('heading', { name: /Stage by stage/ }).closest('section');
  const links = within(stages ?? document.body).getAllByRole('button', { name: /ML06:2023 AI supply chain/ });
  expect(links).toHaveLength(2);
  fireEvent.click(links[0] ?? document.body);
  expect(heading()).toBe('AI supply chain');
});

test('an overlay stays when the lifecycle is changed, and can be removed', () => {
  openPanel({ state: at({ overlay: 'roles' }), snapshot: snapshot() });
  fireEvent.click(screen.getByRole('button', { name: 'LLMSecOps' }));
  expect(heading()).toBe('Who is responsible?');
  fireEvent.click(screen.getByRole('button', { name: 'Remove the overlay' }));
  expect(heading()).toBe('LLMSecOps lifecycle');
});

test('an overlay that does not exist is none', () => {
  openPanel({ state: at({ overlay: 'gone' }), snapshot: snapshot() });
  expect(heading()).toBe('MLSecOps lifecycle');
  expect(menu().value).toBe('');
});
