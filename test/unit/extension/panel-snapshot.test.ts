import { describe, expect, test } from 'vitest';
import { MAX_SHOWN, panelSnapshot } from '../../../src/extension/panel/panel-snapshot';
import { catalog, sample } from './support/sample';

const rest = { editor: undefined, followEditor: true, scanning: false, scanned: false };

describe('the snapshot for the panel', () => {
  test('lists a finding once in each lifecycle, where it hurts first', () => {
    const touching = sample({ stages: ['model-serving', 'experimentation', 'llm-operate'] });
    const { findings, totals } = panelSnapshot({ ...rest, findings: [touching] }, catalog);
    expect(totals).toEqual({ error: 0, warning: 1, info: 0 });
    expect(new Set(Object.keys(findings))).toEqual(new Set(['model-serving', 'llm-operate']));
  });

  test('counts all findings and sends the worst of them', () => {
    const many = Array.from({ length: MAX_SHOWN + 50 }, (_, line) => sample({ line }));
    const worst = sample({ line: 9999, severity: 'error' });
    const entry = panelSnapshot({ ...rest, findings: [...many, worst] }, catalog).findings['experimentation'];
    expect(entry?.total).toBe(MAX_SHOWN + 51);
    expect(entry?.shown).toHaveLength(MAX_SHOWN);
    expect(entry?.shown[0]).toEqual(worst);
  });
});
