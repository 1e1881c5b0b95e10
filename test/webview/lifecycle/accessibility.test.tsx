// @vitest-environment jsdom
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { openPanel } from '../support/open-panel';
import { finding, inExperiment, snapshot } from '../support/sample';

// jsdom draws nothing and says so loudly; axe asks for a canvas to recognise icon fonts, of which there are none.
HTMLCanvasElement.prototype.getContext = () => null;

const found = snapshot({
  findings: inExperiment([finding(3), finding(9, { severity: 'warning' })]),
  editor: { name: 'train.py', stages: ['experiment'] },
});
const at = (place: object) => ({ lifecycle: 'mlsecops', followEditor: false, ...place });

const STATES: Record<string, Parameters<typeof openPanel>[0]> = {
  'while it loads': {},
  'before anything was found': { state: at({}), snapshot: snapshot() },
  'during a scan': { state: at({}), snapshot: snapshot({ scanning: true }) },
  'with the overview': { state: at({}), snapshot: found },
  'with a stage': { state: at({ stage: 'experiment' }), snapshot: found },
  'with a risk': { state: at({ stage: 'experiment', entry: 'risks/owasp-ml-2023:ML06' }), snapshot: found },
  'with a rule': { state: at({ entry: 'rules/torch-load-unsafe' }), snapshot: found },
  'with the other lifecycle': { state: at({ lifecycle: 'llmsecops' }), snapshot: found },
};

test.each(Object.entries(STATES))('axe finds nothing wrong %s', async (_name, options) => {
  const { container } = openPanel(options);
  // Colours need a real browser; the page around the panel is the editor's.
  const off = { enabled: false };
  const rules = { 'color-contrast': off, 'link-in-text-block': off, region: off };
  const { violations } = await axe.run(container, { rules });
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html ?? ''}`)).toEqual([]);
});

test('a stage says its number, title, findings and that the current file belongs to it', () => {
  const panel = openPanel({ state: at({}), snapshot: found });
  const label = panel.stage('Experimentation').getAttribute('aria-label');
  expect(label).toBe('Stage 3 of 4, Experimentation, 2 findings, 1 error, 1 warning, current file');
});

test('a stage without findings says so', () => {
  const panel = openPanel({ state: at({}), snapshot: found });
  expect(panel.stage('Planning').getAttribute('aria-label')).toBe('Stage 1 of 4, Planning, no findings');
});

test('a list mirrors the drawing with what flows where', () => {
  const { container } = openPanel({ state: at({}), snapshot: found });
  const list = container.querySelector('ol[aria-label^="MLSecOps lifecycle"]');
  expect([...(list?.children ?? [])].map((item) => item.textContent)).toContain(
    'Data, Development. To Experimentation: Versioned datasets.',
  );
});

test('the severity of a finding is a word, not only a colour', () => {
  const { container } = openPanel({ state: at({ stage: 'experiment' }), snapshot: found });
  expect(container.querySelector('.finding')?.textContent).toMatch(/^Error/);
});
