import { describe, expect, it } from 'vitest';
import { checkCatalogFiles } from '../../../scripts/catalog/read-catalog';

const CONTROL = `controls:
  - id: C01
    title: A control
    summary: A sentence.
    source: own
    status: synthesis
    stages: [planning]
`;

const SOURCES = {
  path: 'catalog/sources.yaml',
  text: 'sources:\n  - { id: own, title: Our own, summary: A sentence. }\n',
};

const problemsOf = (...files: { path: string; text: string }[]): readonly string[] => {
  const result = checkCatalogFiles([SOURCES, ...files]);
  return result.ok ? [] : result.problems;
};

describe('checking catalog files', () => {
  it('names file, line and column of a broken reference', () => {
    expect(problemsOf({ path: 'catalog/controls/c.yaml', text: CONTROL })).toEqual([
      'catalog/controls/c.yaml:7:14: "planning" is not in the catalog\'s stages',
    ]);
  });

  it('names the right file when a kind is spread over several', () => {
    const fine = CONTROL.replace('[planning]', '[]');
    const other = CONTROL.replace('C01', 'C02');
    expect(
      problemsOf(
        { path: 'catalog/controls/a.yaml', text: fine },
        { path: 'catalog/controls/b.yaml', text: other },
      ),
    ).toEqual(['catalog/controls/b.yaml:7:14: "planning" is not in the catalog\'s stages']);
  });

  it('names the second place of an id that is used twice', () => {
    const text = CONTROL.replace('[planning]', '[]');
    expect(
      problemsOf({ path: 'catalog/controls/a.yaml', text }, { path: 'catalog/controls/b.yaml', text }),
    ).toEqual(['catalog/controls/b.yaml:2:9: the id "C01" is already taken in controls']);
  });

  it('points at an unknown key of an entry', () => {
    const text = CONTROL.replace('[planning]', '[]\n    colour: red');
    expect(problemsOf({ path: 'catalog/controls/c.yaml', text })).toEqual([
      'catalog/controls/c.yaml:8:5: unknown key "colour"',
    ]);
  });

  it('points at an unknown kind', () => {
    expect(problemsOf({ path: 'catalog/x.yaml', text: 'hazards: []\n' })).toEqual([
      'catalog/x.yaml:1:1: unknown kind "hazards"',
    ]);
  });

  it('points at a YAML error and still reports on the other files', () => {
    const problems = problemsOf(
      { path: 'catalog/a.yaml', text: 'risks: [\n' },
      { path: 'catalog/controls/c.yaml', text: CONTROL },
    );
    expect(problems[0]).toMatch(/^catalog\/a\.yaml:\d+:\d+: /u);
    expect(problems.at(-1)).toMatch(/^catalog\/controls\/c\.yaml:7:14: /u);
  });

  it('refuses a file that is no mapping', () => {
    expect(problemsOf({ path: 'catalog/x.yaml', text: '- a\n' })).toEqual([
      'catalog/x.yaml:1:1: a catalog file is a mapping from kind to list',
    ]);
  });
});
