// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { sampleSupply } from '../../../scripts/preview/sample-supply';
import { openPanel } from '../support/open-panel';
import { snapshot } from '../support/sample';

const state = { lifecycle: 'mlsecops', followEditor: false, view: 'lineage' };

function open(datasets = 0) {
  const panel = openPanel({ state, snapshot: snapshot() });
  panel.receive({ type: 'supply', supply: sampleSupply(datasets) });
  return panel;
}

test('a part of the picture opens with what is known of it, and leads to its use', () => {
  const panel = open();
  fireEvent.click(panel.stage('gpt-4o, hosted model'));
  expect(screen.getByRole('heading', { name: 'gpt-4o' })).toBeTruthy();
  expect(screen.getByText('OpenAI offers it as a service only.')).toBeTruthy();
  expect(screen.getByText('gpt-4o answers triage', { selector: '.detail li' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'chat.py:4' }));
  expect(panel.posted.at(-1)).toEqual({ type: 'openUse', part: 'hosted-model:huggingface/gpt-4o', use: 1 });
});

test('arrow keys move through the picture and Enter opens', () => {
  const panel = open();
  const buttons = [...panel.container.querySelectorAll<SVGElement>('.lineage-button')];
  expect(buttons.filter((button) => button.getAttribute('tabindex') === '0')).toHaveLength(1);
  buttons[0]?.focus();
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(buttons[1]);
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Enter' });
  expect(buttons[1]?.getAttribute('aria-pressed')).toBe('true');
});

test('many datasets are folded, and all of them are in the list', () => {
  const panel = open(30);
  expect(panel.stage(/^\d+ datasets: /u)).toBeTruthy();
  fireEvent.click(screen.getAllByRole('button', { name: /Show \d+ more/u })[0] ?? document.body);
  expect(screen.getAllByText(/has-no-room-29/u, { selector: '.detail *' }).length).toBeGreaterThan(0);
});

test('without a lineage it says what would make one appear', () => {
  const panel = openPanel({ state, snapshot: snapshot() });
  expect(panel.container.querySelector('.lineage')?.textContent).toContain('has not been scanned');
  panel.receive({
    type: 'supply',
    supply: { parts: [], total: 0, lineage: { nodes: [], links: [], legend: [] }, leftOut: 0 },
  });
  expect(panel.container.querySelector('.lineage')?.textContent).toContain('Nothing in this workspace says');
  expect(panel.container.querySelector('.lineage')?.textContent).toContain('base_model');
});

test('a supply chain in another shape is not taken', () => {
  const panel = openPanel({ state, snapshot: snapshot() });
  panel.receive({ type: 'supply', supply: { parts: [{ id: 1 }] } });
  expect(panel.container.querySelector('.lineage')?.textContent).toContain('has not been scanned');
});
