// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { openPanel } from '../support/open-panel';
import { snapshot } from '../support/sample';

const state = { lifecycle: 'mlsecops', followEditor: false, view: 'compare' };
const view = () => within(screen.getByRole('region', { name: 'What changes for LLMs?' }));

test('shows what is the same, new and gone between two stages', () => {
  openPanel({ state, snapshot: snapshot() });
  for (const line of ['Scans stay.', 'Prompts are code.', 'Training from scratch.']) {
    expect(view().getByText(line)).toBeDefined();
  }
});

test('can be narrowed to what is new', () => {
  openPanel({ state, snapshot: snapshot() });
  fireEvent.click(view().getByRole('checkbox', { name: 'Only what is new' }));
  expect(view().getByText('Prompts are code.')).toBeDefined();
  expect(view().queryByText('Scans stay.')).toBeNull();
  expect(view().queryByText('Training from scratch.')).toBeNull();
});

test('a stage opens beside the comparison', () => {
  openPanel({ state, snapshot: snapshot() });
  fireEvent.click(view().getByRole('button', { name: '1 Develop' }));
  expect(screen.getByRole('main').querySelector('h2')?.textContent).toBe('Develop');
  expect(view().getByText('Scans stay.')).toBeDefined();
});
