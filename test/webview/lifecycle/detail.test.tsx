// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { openPanel } from '../support/open-panel';
import { finding, inExperiment, snapshot } from '../support/sample';

const at = (place: object) => ({ lifecycle: 'mlsecops', followEditor: false, ...place });
const text = () => document.querySelector('main')?.textContent ?? '';
const button = (name: string | RegExp) => screen.getByRole('button', { name });

const found = snapshot({ findings: inExperiment([finding(9, { severity: 'info' }), finding(3)]) });

test('a stage shows what concerns it', () => {
  openPanel({ state: at({ stage: 'experiment' }), snapshot: found });
  for (const expected of [
    'Experimentation in a sentence.',
    'Advice for Experimentation',
    'Check of Experimentation',
    'Input of Experimentation',
    'Security artifact: Signature of Experimentation',
    'ML06:2023',
    'Malware scan of models',
    'Data scientist',
    'Scorecard',
    'Read in the source it names',
  ]) {
    expect(text()).toContain(expected);
  }
});

test('findings come worst first and open in the editor', () => {
  const panel = openPanel({ state: at({ stage: 'experiment' }), snapshot: found });
  const rows = [...panel.container.querySelectorAll('.finding')];
  expect(rows.map((row) => row.textContent)).toEqual([
    'ErrorLoad number 3 runs code.train.py:3 · torch-load-unsafe',
    'NoteLoad number 9 runs code.train.py:9 · torch-load-unsafe',
  ]);
  fireEvent.click(rows[0] ?? document.body);
  expect(panel.posted.at(-1)).toEqual({ type: 'openFinding', id: 'finding 3' });
});

test('a finding in a notebook names cell and line', () => {
  const inCell = finding(4, { cell: 2, uri: 'file:///project/my%20notes.ipynb' });
  openPanel({ state: at({ stage: 'experiment' }), snapshot: snapshot({ findings: inExperiment([inCell]) }) });
  expect(text()).toContain('my notes.ipynb, cell 3, line 4');
});

test('the rest of the findings shows on demand, all of them in the Findings view', () => {
  const many = Array.from({ length: 12 }, (_, at) => finding(at + 1));
  const panel = openPanel({
    state: at({ stage: 'experiment' }),
    snapshot: snapshot({ findings: inExperiment(many, 9_999) }),
  });
  expect(panel.container.querySelectorAll('.finding')).toHaveLength(5);
  fireEvent.click(button('Show 7 more'));
  expect(panel.container.querySelectorAll('.finding')).toHaveLength(12);
  fireEvent.click(button('Show all in Findings view'));
  expect(panel.posted.at(-1)).toEqual({ type: 'showFindings', stage: 'experiment' });
});

test('a risk shows its findings, stages, other editions and rules, and lights its stages', () => {
  const panel = openPanel({ state: at({ entry: 'risks/owasp-ml-2023:ML06' }), snapshot: found });
  for (const expected of ['Load number 3', 'LLM04:2026', 'torch-load-unsafe', 'CWE-502', 'AML.T0010']) {
    expect(text()).toContain(expected);
  }
  expect(panel.drawn('Experimentation').classList).toContain('lit');
  expect(panel.drawn('Planning').classList).toContain('dimmed');
});

test('another edition of a risk names the first one back', () => {
  openPanel({ state: at({ entry: 'risks/owasp-llm-2026:LLM04' }), snapshot: found });
  fireEvent.click(button(/ML06:2023/));
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('AI supply chain');
});

test('a stage of the other lifecycle opens there', () => {
  openPanel({ state: at({ entry: 'risks/owasp-ml-2023:ML06' }), snapshot: found });
  fireEvent.click(button('1 Develop'));
  expect(button('LLMSecOps').getAttribute('aria-pressed')).toBe('true');
});

test('a rule shows its texts as elements and never as HTML', () => {
  const panel = openPanel({ state: at({ entry: 'rules/torch-load-unsafe' }), snapshot: found });
  expect(panel.container.querySelector('main pre')?.textContent).toBe('torch.load(path, weights_only=True)');
  expect(panel.container.querySelectorAll('main .markdown li')).toHaveLength(2);
  expect(panel.container.querySelector('img')).toBeNull();
  expect(text()).toContain('<img src=x onerror=alert(1)>');
});

test('only https links become links, and the editor opens them', () => {
  const panel = openPanel({ state: at({ entry: 'rules/torch-load-unsafe' }), snapshot: found });
  const links = [...panel.container.querySelectorAll('a')];
  expect(links.every((link) => link.href.startsWith('https://'))).toBe(true);
  expect(text()).toContain('[not this](javascript:alert(1))');
  fireEvent.click(screen.getByRole('link', { name: 'the manual' }));
  expect(panel.posted.at(-1)).toEqual({ type: 'openLink', url: 'https://example.org/manual' });
});

test('before the first scan the panel says so and offers one', () => {
  const panel = openPanel({ state: at({}), snapshot: snapshot() });
  expect(text()).toContain('This workspace has not been scanned.');
  fireEvent.click(screen.getAllByRole('button', { name: 'Scan workspace' }).at(-1) ?? document.body);
  expect(panel.posted.at(-1)).toEqual({ type: 'scan' });
});

test('during a scan it says so and offers no second one', () => {
  openPanel({ state: at({}), snapshot: snapshot({ scanning: true }) });
  expect(screen.getByRole('progressbar', { name: 'Scanning the workspace' })).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Scan workspace' })).toBeNull();
  expect(button('Scanning').hasAttribute('disabled')).toBe(true);
});

test('after a scan that found nothing the panel does not say that nothing was scanned', () => {
  openPanel({ state: at({}), snapshot: snapshot({ scanned: true }) });
  expect(text()).toContain('No findings with the rules in force.');
  expect(text()).not.toContain('has not been scanned');
});

test('a stage tells what flows in and out, and each flow leads to the other stage', () => {
  openPanel({ state: at({ stage: 'data' }), snapshot: snapshot() });
  const flow = screen.getByRole('button', { name: '3 Versioned datasets to Experimentation' });
  expect(screen.getByRole('button', { name: '4 Feedback from Serving' })).toBeDefined();
  fireEvent.click(flow);
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Experimentation');
});
