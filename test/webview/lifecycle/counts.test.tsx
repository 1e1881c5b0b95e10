// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { shortCount } from '../../../src/diagram/short-count';
import { openPanel } from '../support/open-panel';
import { finding, inExperiment, snapshot } from '../support/sample';

test.each([
  [0, '0'],
  [1, '1'],
  [999, '999'],
  [1_000, '1k'],
  [1_250, '1.2k'],
  [9_999, '9.9k'],
  [10_000, '10k'],
  [999_999, '999k'],
  [1_000_000, '1M+'],
])('%i is written %s', (total, text) => {
  expect(shortCount(total)).toBe(text);
});

const state = { lifecycle: 'mlsecops', followEditor: false };

test('a stage without findings has no badge', () => {
  const panel = openPanel({ state, snapshot: snapshot() });
  expect(panel.container.querySelector('.badge')).toBeNull();
});

test('a badge shows the shape of the worst severity and the number of all findings', () => {
  const shown = [finding(1, { severity: 'info' }), finding(2, { severity: 'warning' })];
  const panel = openPanel({ state, snapshot: snapshot({ findings: inExperiment(shown, 10_000) }) });
  const badge = panel.drawn('Experimentation').querySelector('.badge');
  expect(badge?.textContent).toBe('10k');
  expect(badge?.classList).toContain('severity-warning');
});

test('a label says "at least" where not all findings were sent', () => {
  const panel = openPanel({ state, snapshot: snapshot({ findings: inExperiment([finding(1)], 10_000) }) });
  expect(panel.stage('Experimentation').getAttribute('aria-label')).toBe(
    'Stage 3 of 4, Experimentation, 10,000 findings, at least 1 error',
  );
});

test('a finding of two stages counts once in the total', () => {
  const both = finding(1, { stages: ['experiment', 'serve'] });
  const findings = { experiment: { total: 1, shown: [both] }, serve: { total: 1, shown: [both] } };
  const panel = openPanel({ state, snapshot: snapshot({ findings }) });
  expect(panel.container.querySelector('.hub-number')?.textContent).toBe('1');
  expect(panel.container.querySelector('.totals')?.textContent).toContain('1 error');
});

test('the total counts findings that were not sent', () => {
  const totals = { error: 1, warning: 9_999, info: 0 };
  const panel = openPanel({
    state,
    snapshot: snapshot({ findings: inExperiment([finding(1)], 10_000), totals, scanned: true }),
  });
  expect(panel.container.querySelector('.hub')?.textContent).toContain('10,000findings');
  expect(panel.container.querySelector('.totals')?.textContent).toContain('9,999 warnings');
});
