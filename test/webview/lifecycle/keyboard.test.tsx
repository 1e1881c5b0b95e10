// @vitest-environment jsdom
import { fireEvent } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { openPanel, type OpenPanel } from '../support/open-panel';
import { snapshot } from '../support/sample';

const state = { lifecycle: 'mlsecops', followEditor: false };

function open(): OpenPanel {
  const panel = openPanel({ state, snapshot: snapshot() });
  panel.stage('Planning').focus();
  return panel;
}

function press(key: string, more: object = {}): void {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
}

const focused = () =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

test('the diagram is one tab stop', () => {
  const { container } = open();
  expect(container.querySelectorAll('svg [tabindex="0"]')).toHaveLength(1);
});

test('arrow keys walk along the stages and around the end', () => {
  open();
  press('ArrowRight');
  expect(focused()).toContain('Data');
  press('ArrowDown');
  expect(focused()).toContain('Experimentation');
  press('ArrowLeft');
  press('ArrowUp');
  press('ArrowUp');
  expect(focused()).toContain('Serving');
  press('ArrowRight');
  expect(focused()).toContain('Planning');
});

test('Home and End go to the first and the last stage', () => {
  open();
  press('End');
  expect(focused()).toContain('Serving');
  press('Home');
  expect(focused()).toContain('Planning');
});

test('the tab stop stays where the arrow keys left it', () => {
  const panel = open();
  press('ArrowRight');
  expect(panel.stage('Data').getAttribute('tabindex')).toBe('0');
  expect(panel.stage('Planning').getAttribute('tabindex')).toBe('-1');
});

test('arrow keys with a modifier belong to the editor', () => {
  open();
  press('ArrowRight', { altKey: true });
  expect(focused()).toContain('Planning');
});

test('Enter opens the stage and moves to its heading, Escape returns to the diagram', () => {
  open();
  press('ArrowRight');
  press('Enter');
  expect(document.activeElement?.tagName).toBe('H2');
  expect(focused()).toBe('Data');
  press('Escape');
  expect(focused()).toContain('Stage 2 of 4');
});

test('Enter on the stage that is open already moves to its heading too', () => {
  openPanel({ state: { ...state, stage: 'data' }, snapshot: snapshot() });
  document.querySelector<SVGElement>('svg [tabindex="0"]')?.focus();
  press('Enter');
  expect(focused()).toBe('Data');
});

test('a click opens a stage without moving the focus into the detail pane', () => {
  const panel = open();
  fireEvent.click(panel.stage('Serving'));
  expect(panel.container.querySelector('h2')?.textContent).toBe('Serving');
  expect(document.activeElement?.tagName).not.toBe('H2');
});

test('opening a risk by its button moves the focus to its heading', () => {
  const panel = openPanel({ state: { ...state, stage: 'experiment' }, snapshot: snapshot() });
  const button = panel.container.querySelector<HTMLButtonElement>('.risk-link');
  button?.focus();
  fireEvent.click(button ?? document.body);
  expect(document.activeElement?.tagName).toBe('H2');
  expect(focused()).toBe('AI supply chain');
});
