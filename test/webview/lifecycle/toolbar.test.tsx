// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { openPanel } from '../support/open-panel';
import { snapshot } from '../support/sample';

const state = { lifecycle: 'mlsecops', followEditor: false };
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const sheetWidth = (panel: { container: Element }) =>
  parseFloat(panel.container.querySelector<HTMLElement>('.sheet')?.style.width ?? '');

test('each group of buttons is one tab stop', () => {
  openPanel({ state, snapshot: snapshot() });
  for (const group of screen.getAllByRole('toolbar')) {
    const stops = [...group.querySelectorAll('button')].filter(
      (each) => !each.disabled && each.tabIndex === 0,
    );
    const usable = [...group.querySelectorAll('button')].filter((each) => !each.disabled);
    expect(stops).toHaveLength(Math.min(1, usable.length));
  }
});

test('arrow keys walk through a group, Tab comes back to where one was', () => {
  openPanel({ state, snapshot: snapshot() });
  button('Diagram').focus();
  fireEvent.keyDown(button('Diagram'), { key: 'ArrowRight' });
  expect(document.activeElement).toBe(button('Compare'));
  expect(button('Compare').tabIndex).toBe(0);
  expect(button('Diagram').tabIndex).toBe(-1);
  fireEvent.keyDown(button('Compare'), { key: 'End' });
  expect(document.activeElement).toBe(button('Lineage'));
});

test('the view switch turns to the other views and back', () => {
  const panel = openPanel({ state, snapshot: snapshot() });
  fireEvent.click(button('Compare'));
  expect(screen.getByRole('region', { name: 'What changes for LLMs?' })).toBeDefined();
  fireEvent.click(button('Crosswalk'));
  expect(screen.getByRole('grid')).toBeDefined();
  expect(panel.written.at(-1)?.view).toBe('crosswalk');
  fireEvent.click(button('Back'));
  fireEvent.click(button('Back'));
  expect(panel.stage('Planning')).toBeDefined();
});

test('the diagram is made larger, smaller and fitted again', () => {
  const panel = openPanel({ state, snapshot: snapshot() });
  const fitted = sheetWidth(panel);
  fireEvent.click(button('Zoom in'));
  expect(sheetWidth(panel)).toBeCloseTo(fitted * 1.25);
  expect(button(/^Fit to the panel/).textContent).toBe('125%');
  fireEvent.click(button('Zoom out'));
  expect(sheetWidth(panel)).toBeCloseTo(fitted);
  fireEvent.click(button('Zoom out'));
  expect(sheetWidth(panel)).toBeCloseTo(fitted / 1.25);
  fireEvent.click(button(/^Fit to the panel/));
  expect(panel.written.at(-1)?.zoom).toBeUndefined();
  expect(sheetWidth(panel)).toBeCloseTo(fitted);
});

test('Ctrl and the wheel zoom, the wheel alone does not', () => {
  const panel = openPanel({ state, snapshot: snapshot() });
  const fitted = sheetWidth(panel);
  const diagram = panel.container.querySelector('.diagram') ?? document.body;
  fireEvent.wheel(diagram, { deltaY: -100 });
  expect(sheetWidth(panel)).toBeCloseTo(fitted);
  fireEvent.wheel(diagram, { deltaY: -100, ctrlKey: true });
  expect(sheetWidth(panel)).toBeCloseTo(fitted * 1.25);
});

test('the diagram grows only so far', () => {
  openPanel({ state: { ...state, zoom: 4 }, snapshot: snapshot() });
  expect(button('Zoom in').hasAttribute('disabled')).toBe(true);
});

test.each([
  ['Drawing as SVG', 'svg'],
  ['Drawing as PNG', 'png'],
  ['Everything as an HTML page', 'html'],
  ['Copy as Mermaid, for a README', 'mermaid'],
])('%s asks for the lifecycle with its overlay', (name, format) => {
  const panel = openPanel({ state: { ...state, overlay: 'roles' }, snapshot: snapshot() });
  fireEvent.click(button('Export'));
  fireEvent.click(screen.getByRole('menuitem', { name }));
  expect(panel.posted.at(-1)).toEqual({ type: 'export', lifecycle: 'mlsecops', overlay: 'roles', format });
  expect(screen.queryByRole('menu')).toBeNull();
});

test.each([
  ['Drawing as SVG', { type: 'exportLineage', format: 'svg' }],
  ['Drawing as PNG', { type: 'exportLineage', format: 'png' }],
  ['Copy as Mermaid, for a README', { type: 'exportLineage', format: 'mermaid' }],
  ['Bill of materials (AI-BOM)', { type: 'exportBom' }],
])('beside the lineage %s asks for what is drawn there', (name, message) => {
  const panel = openPanel({ state: { ...state, view: 'lineage' }, snapshot: snapshot() });
  fireEvent.click(button('Export'));
  fireEvent.click(screen.getByRole('menuitem', { name }));
  expect(panel.posted.at(-1)).toEqual(message);
});

test('the export menu works by keyboard alone', () => {
  const panel = openPanel({ state, snapshot: snapshot() });
  button('Export').focus();
  fireEvent.click(button('Export'));
  expect(document.activeElement?.textContent).toBe('Drawing as SVG');
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' });
  expect(document.activeElement?.textContent).toBe('Drawing as PNG');
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Enter' });
  expect(panel.posted.at(-1)).toEqual({ type: 'export', lifecycle: 'mlsecops', format: 'png' });
  expect(document.activeElement).toBe(button('Export'));
  fireEvent.click(button('Export'));
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
  expect(screen.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(button('Export'));
});
