import { describe, expect, it } from 'vitest';
import { Fingerprints } from '../../../src/workspace/file-analysis/fingerprint';

const finding = { ruleId: 'unsafe-pickle-load', subject: 'pickle.load' };

describe('fingerprint', () => {
  it('is the same for the same line, however it is indented', () => {
    const [a, b] = ['x = pickle.load(f)', '    x  =  pickle.load( f )'].map((line) =>
      new Fingerprints().of(finding, line),
    );
    expect(a).toBe(b);
  });

  it('tells rule, subject and line apart', () => {
    const of = (parts: Partial<typeof finding>, line = 'x'): string =>
      new Fingerprints().of({ ...finding, ...parts }, line);
    const all = [of({}), of({ ruleId: 'other' }), of({ subject: 'dill.load' }), of({}, 'y')];
    expect(new Set(all).size).toBe(4);
  });

  it('tells equal findings of one file apart by their order', () => {
    const fingerprints = new Fingerprints();
    expect(fingerprints.of(finding, 'x')).toMatch(/:1$/u);
    expect(fingerprints.of(finding, 'x')).toMatch(/:2$/u);
  });
});
