import { describe, expect, it } from 'vitest';
import { parseProjectFile } from '../../../../src/analysis/configuration/parse-project-file';
import { readProjectPolicy } from '../../../../src/workspace/read-project-policy';

interface Told {
  readonly line: number;
  readonly message: string;
}

function read(text: string) {
  const file = parseProjectFile(text, []);
  expect(file.problems).toEqual([]);
  const { policy, refused, problems } = readProjectPolicy(file);
  const told: readonly Told[] = problems.map(({ message, range }) => ({
    line: file.positionAt(range.start).line,
    message,
  }));
  return { policy, refused, told };
}

const policy = (...lines: readonly string[]): string =>
  ['policy:', ...lines.map((line) => `  ${line}`), ''].join('\n');

describe('the policy of a project file', () => {
  it('is read whole', () => {
    const { policy: read1, told } = read(
      policy(
        'severity: error',
        'sources: { allow: [huggingface, models.example.org] }',
        'organizations: { allow: [acme], deny: [evil] }',
        'licenses: { deny: [CC-BY-NC-4.0], unknown: refuse }',
        'providers: { allow: [openai] }',
        'must-be:',
        '  - be: [pinned, signed]',
        '    kinds: [model, adapter]',
        "    names: ['acme/*']",
        '    severity: info',
        'closed-services: { stages: [experimentation] }',
        'exceptions:',
        '  - part: acme/old',
        '    rules: [policy-part-unpinned]',
        '    reason: replaced with the next release',
        '    by: Ada',
        '    until: 2027-01-31',
      ),
    );
    expect(told).toEqual([]);
    expect(read1).toMatchObject({
      severity: 'error',
      sources: { allow: ['huggingface', 'models.example.org'] },
      licenses: { unknown: 'refuse' },
      mustBe: [{ be: ['pinned', 'signed'], severity: 'info' }],
      closedServices: { stages: ['experimentation'] },
      exceptions: [{ part: 'acme/old', until: '2027-01-31' }],
    });
  });

  it.each([
    ['an unknown key', ['source: {}'], 2, /Unknown key "source"; known: severity, sources/u],
    ['a severity that is none', ['severity: fatal'], 2, /"error"/u],
    ['a list that is none', ['must-be: signed'], 2, /list is expected/u],
    ['a quality that is none', ['must-be:', '  - be: [encrypted]'], 3, /"pinned"/u],
    [
      'a day that is none',
      ['exceptions:', '  - { part: a, reason: b, by: c, until: 2027-02-30 }'],
      3,
      /no such day/u,
    ],
    [
      'an exception without a reason',
      ['exceptions:', '  - { part: a, by: c, until: 2027-01-30 }'],
      3,
      /"reason" is missing/u,
    ],
    [
      'what no service can be',
      ['must-be:', '  - be: [signed]', '    kinds: [model, hosted-model]'],
      4,
      /^A `hosted-model` is no file/u,
    ],
  ])('tells of %s where it stands', (_what, lines, line, message) => {
    const { told, refused, policy: inForce } = read(policy(...lines, 'organizations: { allow: [acme] }'));
    expect(told).toMatchObject([{ line, message: expect.stringMatching(message) as string }]);
    expect(refused).toBe(false);
    expect(inForce?.organizations).toEqual({ allow: ['acme'] });
  });

  it('tells of a policy that is no mapping', () => {
    expect(read('policy: [strict]\n')).toMatchObject({
      policy: undefined,
      told: [{ line: 1, message: 'A mapping is expected here' }],
    });
  });

  it.each([
    [
      'approves what it forbids',
      ['organizations:', '  allow:', '    - acme', '    - Evil Corp', '  deny:', '    - evil-corp'],
      5,
      '`Evil Corp` is approved here and forbidden in line 7; the policy contradicts itself and is not in force',
    ],
    [
      'wants something of what it forbids',
      [
        'organizations: { deny: [evil] }',
        'must-be:',
        '  - be: [nonsense]',
        '  - be: [signed]',
        "    names: ['evil/*']",
      ],
      6,
      '`evil/*` must be signed here, while all of `evil` is forbidden in line 2; the policy contradicts itself and is not in force',
    ],
    [
      'wants the same with two severities',
      [
        'must-be:',
        '  - { be: [pinned], kinds: [model], severity: error }',
        '  - { be: [pinned], kinds: [model], severity: info }',
      ],
      4,
      'The same parts must be pinned with another severity in line 3; the policy contradicts itself and is not in force',
    ],
  ])('is refused with both lines where it %s', (_what, lines, line, message) => {
    const { told, refused, policy: inForce } = read(policy(...lines));
    expect(told).toContainEqual({ line, message });
    expect(refused).toBe(true);
    expect(inForce).toBeUndefined();
  });
});
