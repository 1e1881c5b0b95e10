// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { openPanel } from '../support/open-panel';
import { snapshot } from '../support/sample';

const heading = () => screen.getByRole('heading', { level: 2 }).textContent;
const inFront = (name: string, ...stages: string[]) => snapshot({ editor: { name, stages } });

test('opens at the stage of the file in front', () => {
  openPanel({ snapshot: inFront('train.py', 'experiment') });
  expect(heading()).toBe('Experimentation');
});

test('turns to the stage of another file that comes to the front', () => {
  const panel = openPanel({ snapshot: inFront('train.py', 'experiment') });
  panel.show(inFront('app.py', 'serve'));
  expect(heading()).toBe('Serving');
});

test('marks where the user is', () => {
  const panel = openPanel({ snapshot: inFront('train.py', 'experiment') });
  expect(panel.drawn('Experimentation').textContent).toContain('You are here');
  expect(panel.drawn('Experimentation').textContent).toContain('train.py');
  expect(panel.drawn('Serving').textContent).not.toContain('You are here');
});

test('stays at the stage the user chose while the same file is in front', () => {
  const panel = openPanel({ snapshot: inFront('train.py', 'experiment') });
  fireEvent.click(panel.stage('Data'));
  panel.show(inFront('train.py', 'experiment'));
  expect(heading()).toBe('Data');
});

test('stays after a reload, whatever file is in front', () => {
  const state = { lifecycle: 'mlsecops', stage: 'data', followEditor: true };
  openPanel({ state, snapshot: inFront('train.py', 'experiment') });
  expect(heading()).toBe('Data');
});

test('does not take a risk away that the user reads', () => {
  const state = { lifecycle: 'mlsecops', entry: 'risks/owasp-ml-2023:ML06', followEditor: true };
  const panel = openPanel({ state, snapshot: inFront('train.py', 'experiment') });
  panel.show(inFront('app.py', 'serve'));
  expect(heading()).toBe('AI supply chain');
});

test('stays in the lifecycle when the file belongs only to the other', () => {
  const panel = openPanel({ snapshot: inFront('train.py', 'experiment') });
  panel.show(inFront('agent.py', 'llm-develop'));
  expect(heading()).toBe('Experimentation');
});

test('does not move when following is switched off', () => {
  const panel = openPanel({ snapshot: inFront('train.py', 'experiment') });
  fireEvent.click(screen.getByRole('button', { name: 'Follow editor' }));
  panel.show(inFront('app.py', 'serve'));
  expect(heading()).toBe('Experimentation');
});

test('a new panel follows as the setting says', () => {
  const panel = openPanel({ snapshot: { ...inFront('train.py', 'experiment'), followEditor: false } });
  expect(heading()).toBe('MLSecOps lifecycle');
  panel.show({ ...inFront('app.py', 'serve'), followEditor: true });
  expect(heading()).toBe('Serving');
});

test('what the user chose for the panel comes before the setting', () => {
  const panel = openPanel({ snapshot: inFront('train.py', 'experiment') });
  const button = screen.getByRole('button', { name: 'Follow editor' });
  fireEvent.click(button);
  expect(button.getAttribute('aria-pressed')).toBe('false');
  expect(panel.written.at(-1)?.followEditor).toBe(false);
  panel.show(inFront('app.py', 'serve'));
  expect(heading()).toBe('Experimentation');
});
