import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../../src/supplychain/maturity/assessment';
import { assessFiles } from '../support/assess-files';
import { MUCH, NOTHING, SOME } from '../support/repositories';

const levels = ({ dimensions }: Assessment): Record<string, string> =>
  Object.fromEntries(dimensions.map(({ id, level }) => [id, level ?? '–']));

const dimension = ({ dimensions }: Assessment, id: string) => dimensions.find((one) => one.id === id);

describe('assessment of a workspace', () => {
  it('of a single script: nothing shows, and a pickle holds the models down', async () => {
    const assessment = await assessFiles(NOTHING);
    expect(assessment.level).toBe('L0');
    expect(assessment.average).toBe(0);
    expect(levels(assessment)).toMatchObject({
      D1: 'L0',
      D2: 'L0',
      D3: 'L0',
      D4: '–',
      D6: 'L0',
      D7: '–',
      D9: '–',
    });
    expect(assessment.against).toMatchObject([
      { id: 'NEG-PICKLE-LOAD', counts: true, places: [{ path: 'train.py', ruleId: 'torch-load-unsafe' }] },
    ]);
    expect(assessment.next.map(({ evidence, kind, effort }) => [evidence, kind, effort])).toEqual([
      ['EV-SECURITY-MD', 'add', 'minutes'],
      ['EV-README', 'add', 'minutes'],
      ['EV-LICENSE', 'add', 'minutes'],
    ]);
  });

  it('of a tidy project: the basics are there, and a branch in place of a commit is against', async () => {
    const assessment = await assessFiles(SOME);
    expect(levels(assessment)).toMatchObject({ D1: 'L1', D2: 'L1', D3: 'L1', D5: 'L0', D6: 'L1', D9: '–' });
    expect(assessment.level).toBe('L0');
    expect(dimension(assessment, 'D5')).toMatchObject({
      caps: [{ evidence: 'NEG-UNPINNED-MODEL', level: 'L0' }],
      next: [
        { evidence: 'NEG-UNPINNED-MODEL', kind: 'remove' },
        { evidence: 'EV-MODELCARD', kind: 'add', template: 'model-card' },
      ],
    });
    const pinned = assessment.evidence.find(({ id }) => id === 'EV-MODEL-PIN');
    expect(pinned).toMatchObject({ state: 'contradicted', places: [{ path: 'src/encode.py' }] });
    expect(assessment.next[0]).toMatchObject({ evidence: 'NEG-UNPINNED-MODEL', guidance: 'controls/C04' });
  });

  it('of one that pins, scans, signs and describes: verified, as far as files show', async () => {
    const assessment = await assessFiles(MUCH);
    expect(levels(assessment)).toMatchObject({ D1: 'L2', D2: 'L3', D3: 'L3', D5: 'L3', D6: 'L1' });
    expect(assessment.against.filter(({ counts }) => counts)).toEqual([]);
    expect(assessment.confidence.observed).toBeLessThan(assessment.confidence.observable);
    expect(assessment.evidence.find(({ id }) => id === 'EV-OMS-VERIFY')).toMatchObject({
      state: 'found',
      places: [{ path: '.github/workflows/ci.yml', location: { start: { line: 12 } } }],
    });
  });

  it('does not take what cannot be seen for a level, and does not count it as missing', async () => {
    const assessment = await assessFiles(MUCH);
    const monitoring = dimension(assessment, 'D8');
    expect(monitoring).toMatchObject({ level: 'L1', next: [{ evidence: 'EV-DRIFT', kind: 'attest' }] });
  });

  it('asks nothing of what a project does not have', async () => {
    const { evidence } = await assessFiles(SOME);
    const states = new Map(evidence.map(({ id, state }) => [id, state]));
    expect(states.get('EV-DATACARD')).toBe('not-applicable');
    expect(states.get('EV-MCP-PIN')).toBe('not-applicable');
    expect(states.get('EV-CODEOWNERS')).toBe('missing');
  });

  it('is the same whatever the order of the files', async () => {
    const turned = Object.fromEntries(Object.entries(MUCH).reverse());
    expect(await assessFiles(turned)).toEqual(await assessFiles(MUCH));
  });
});
