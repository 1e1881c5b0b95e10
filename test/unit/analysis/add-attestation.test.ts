import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { addAttestation } from '../../../src/analysis/configuration/add-attestation';

const ONE = { evidence: 'EV-IRPLAN', by: 'Jo Doe', on: '2026-11-23', note: 'wiki: page "7" #3' };
const listed = (text: string): unknown => (parse(text) as { attestations?: unknown }).attestations;

describe('an attestation in a project file', () => {
  test.each([
    ['an empty file', '', 0],
    ['settings', 'preset: strict # why\n', 0],
    ['settings without a line end', 'preset: strict', 0],
    ['only comments', '# ours\n', 0],
    ['a list in block form', 'attestations:\n  - evidence: EV-X\n    by: A # who\n    on: 2026-01-01\n', 1],
    [
      'a list that is not indented',
      'attestations:\n- evidence: EV-X\n  by: A\n  on: 2026-01-01\nrules: {}\n',
      1,
    ],
    ['an empty list', 'attestations: []\nrules: {}\n', 0],
    ['a key without a list', 'attestations:\nrules: {}\n', 0],
    ['a list in one line', 'attestations: [{ evidence: EV-X, by: A, on: 2026-01-01 }]\n', 1],
  ])('joins %s', (_, text, before) => {
    const after = addAttestation(text, ONE);
    expect(listed(after)).toHaveLength(before + 1);
    expect((listed(after) as unknown[]).at(-1)).toEqual(ONE);
    const { attestations: _known, ...rest } = (parse(text) ?? {}) as Record<string, unknown>;
    expect(parse(after)).toMatchObject(rest);
  });

  test('leaves everything else as it is written, comments and order included', () => {
    const text =
      '# ours\nrules:\n    torch-load-unsafe: off   # for now\n\nattestations:\n  # first\n  - evidence: EV-X\n    by: A\n    on: 2026-01-01\n\n# the end\npreset: "strict"\n';
    const after = addAttestation(text, ONE);
    const added =
      '  - evidence: EV-IRPLAN\n    by: Jo Doe\n    on: 2026-11-23\n    note: \'wiki: page "7" #3\'\n';
    expect(after).toContain(added);
    expect(after.replace(added, '')).toBe(text);
  });

  test.each([
    ['rules: {\n', /not valid YAML \(line \d+\)/u],
    ['- a\n', /no settings/u],
    ['attestations: yes\n', /no list/u],
    ['attestations:\n  evidence: EV-X\n', /no list/u],
  ])('%j is not added to', (text, problem) => {
    expect(() => addAttestation(text, ONE)).toThrow(problem);
  });
});
