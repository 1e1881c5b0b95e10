import { describe, expect, it } from 'vitest';
import { parseProjectFile } from '../../../../src/analysis/configuration/parse-project-file';
import { sectionProblems } from '../../../../src/analysis/configuration/section-problems';
import { attestationProblems } from '../../../../src/supplychain/maturity/attestation-problems';
import { assessFiles, GUIDE } from '../support/assess-files';
import { SOME } from '../support/repositories';

const PLAN = { evidence: 'EV-IRPLAN', by: 'Ada', on: '2026-11-01' };

describe('attestations', () => {
  it('count for what cannot be seen, and are shown as attested', async () => {
    const { evidence, attestations } = await assessFiles(SOME, [PLAN]);
    expect(evidence.find(({ id }) => id === 'EV-IRPLAN')).toMatchObject({
      state: 'attested',
      places: [],
      attestation: { by: 'Ada', on: '2026-11-01' },
    });
    expect(attestations).toMatchObject([{ state: 'counts' }]);
  });

  it.each([
    ['are over', { ...PLAN, until: '2026-11-22' }, 'expired'],
    ['lie in the future', { ...PLAN, on: '2026-11-24' }, 'not-yet'],
    ['are about what a machine sees', { ...PLAN, evidence: 'EV-LOCK' }, 'refused'],
    ['are about nothing of the catalog', { ...PLAN, evidence: 'EV-NONE' }, 'refused'],
    ['are about something the project does not have', { ...PLAN, evidence: 'EV-AGENT-ID' }, 'not-asked'],
  ])('do not count where they %s', async (_title, attestation, state) => {
    const { evidence, attestations } = await assessFiles(SOME, [attestation]);
    expect(attestations).toMatchObject([{ state }]);
    expect(evidence.some((one) => one.state === 'attested')).toBe(false);
  });

  it('count on their last day', async () => {
    const { attestations } = await assessFiles(SOME, [{ ...PLAN, until: '2026-11-23' }]);
    expect(attestations).toMatchObject([{ state: 'counts' }]);
  });

  it('are read from the project file, mistakes with their places, the rest in force', () => {
    const text = [
      'attestations:',
      '  - evidence: EV-IRPLAN',
      '    by: Ada',
      '    on: yesterday',
      '  - { evidence: EV-ALERTS, by: Ada, on: 2026-11-01, until: 2026-01-01 }',
      '  - { evidence: EV-LOCK, by: Ada, on: 2026-11-01 }',
      '',
    ].join('\n');
    const file = parseProjectFile(text, []);
    const wrong = sectionProblems(
      file,
      'attestations',
      attestationProblems(file.settings.attestations, GUIDE, '2026-11-23'),
    );
    expect(file.settings.attestations.map(({ evidence, at }) => [evidence, at])).toEqual([
      ['EV-ALERTS', 1],
      ['EV-LOCK', 2],
    ]);
    expect([...file.problems, ...wrong].map(({ range }) => file.positionAt(range.start).line)).toEqual([
      4, 5, 6,
    ]);
    expect(wrong.map(({ message }) => message)).toEqual([
      '`2026-01-01` is before the day it was said, `2026-11-01`',
      '`EV-LOCK` (Lock file) is seen in the repository when it is there, so that it is not taken from an attestation',
    ]);
  });
});
