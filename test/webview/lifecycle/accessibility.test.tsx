// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/preact';
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
  'with a page of a control': { state: at({ entry: 'controls/C06' }), snapshot: found },
  'with a page of a dimension': { state: at({ entry: 'maturityDimensions/D1' }), snapshot: found },
  'with a page of a framework': { state: at({ entry: 'frameworks/nist-ai-rmf' }), snapshot: found },
  'with a page of an activity': { state: at({ entry: 'activities/scanning' }), snapshot: found },
  'with an overlay': { state: at({ overlay: 'owasp-ml-2023' }), snapshot: found },
  'with an overlay and a stage': { state: at({ overlay: 'roles', stage: 'experiment' }), snapshot: found },
  'with the comparison': { state: at({ view: 'compare' }), snapshot: found },
  'with the crosswalk': { state: at({ view: 'crosswalk' }), snapshot: found },
  'with the other lifecycle': { state: at({ lifecycle: 'llmsecops' }), snapshot: found },
};

async function violations(container: Element): Promise<string[]> {
  // Colours need a real browser; the page around the panel is the editor's.
  const off = { enabled: false };
  const rules = { 'color-contrast': off, 'link-in-text-block': off, region: off };
  const found = await axe.run(container, { rules });
  return found.violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html ?? ''}`);
}

test.each(Object.entries(STATES))('axe finds nothing wrong %s', async (_name, options) => {
  expect(await violations(openPanel(options).container)).toEqual([]);
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

test('the export menu and the list of hits are sound while they are open', async () => {
  const panel = openPanel({ state: at({}), snapshot: found });
  fireEvent.input(screen.getByRole('combobox', { name: /^Search/ }), { target: { value: 'scan' } });
  panel.receive({
    type: 'found',
    query: 'scan',
    hits: [{ kind: 'controls', id: 'C06', title: 'Malware scan', label: 'C06', why: 'title' }],
  });
  expect(screen.getByRole('option', { name: /Malware scan/ })).toBeDefined();
  expect(await violations(panel.container)).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Export' }));
  expect(await violations(panel.container)).toEqual([]);
});
