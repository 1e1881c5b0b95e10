import { describe, expect, it } from 'vitest';
import { parseProjectFile } from '../../../src/analysis/configuration/parse-project-file';
import { RULES } from '../../../src/analysis/rules/registry.generated';

function read(text: string) {
  const file = parseProjectFile(text, RULES);
  return {
    ...file.settings,
    problems: file.problems.map(({ message, range }) => `${file.positionAt(range.start).line}: ${message}`),
  };
}

describe('.mlsecops.yaml', () => {
  it('sets preset, rules, excluded files and own API knowledge', () => {
    const file = read(
      [
        'preset: strict',
        'rules:',
        '  unused-suppression: off',
        'exclude: ["third_party/"]',
        'apis:',
        '  - call: acme.ml.load_model',
        '    is: download',
        '    artifact: model',
        '    hub: huggingface',
        '    source: { position: 0 }',
        '    revision: { keyword: version }',
      ].join('\n'),
    );
    expect(file.problems).toEqual([]);
    expect(file.preset).toBe('strict');
    expect([...file.rules]).toEqual([['unused-suppression', 'off']]);
    expect(file.exclude).toEqual(['third_party/']);
    expect(file.apis).toMatchObject([{ call: 'acme.ml.load_model', revision: { keyword: 'version' } }]);
  });

  it('is empty and without problems when the text is empty', () => {
    expect(read('')).toMatchObject({ problems: [], exclude: [], apis: [] });
  });

  it('tells an unknown key at its line and keeps the rest', () => {
    const file = read('preset: all\npresets: strict\nexclude: [a]\n');
    expect(file.problems).toEqual([
      '2: `presets` is not a setting. Known: preset, rules, testCode, exclude, apis, models, catalog, attestations, policy.',
    ]);
    expect(file).toMatchObject({ preset: 'all', exclude: ['a'] });
  });

  it('tells a YAML error at its line and keeps the rest', () => {
    const file = read('preset: all\nexclude: ["a"\nrules:\n  unused-suppression: error\n');
    expect(file.problems.length).toBeGreaterThan(0);
    expect(file.problems[0]).toMatch(/^[23]: /u);
    expect(file.preset).toBe('all');
  });

  it('drops only the entry that is wrong', () => {
    const file = read(
      [
        'rules:',
        '  no-such-rule: error',
        '  unused-suppression: loud',
        'apis:',
        '  - { call: a.b, is: pass-through, input: [{ position: 0 }] }',
        '  - { call: a.c, is: nonsense }',
      ].join('\n'),
    );
    expect(file.problems).toHaveLength(3);
    expect(file.problems.map((problem) => problem.split(':')[0])).toEqual(['2', '3', '6']);
    expect(file.apis).toHaveLength(1);
  });

  it.each([
    ['- a\n- b\n'],
    ['just text'],
    ['rules: [a]'],
    ['apis: yes'],
    ['exclude: 3'],
    ['\u0000'],
    ['a: &a [*a]'],
  ])('never throws: %j', (text) => {
    expect(read(text).problems.length).toBeGreaterThan(0);
  });
});
