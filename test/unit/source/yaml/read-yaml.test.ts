import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../../src/source/yaml/read-yaml';
import { readValues, writtenAt } from '../../../support/read-values';

describe('YAML', () => {
  it('gives every document, with aliases and merged maps', () => {
    const text = 'a: &x {b: 1, c: two}\n---\nd:\n  <<: *x\n  c: three\ne: *x\n';
    expect(readValues(text, readYaml(text))).toEqual({
      'a.b': 1,
      'a.c': 'two',
      'd.b': 1,
      'd.c': 'three',
      'e.b': 1,
      'e.c': 'two',
    });
  });

  it.each([
    ['literal block', 'run: |\n    first\n      second\n    # third\n', 'first\n  second\n# third\n'],
    ['folded block', 'run: >-\n  first\n  second\n\n  third\n', 'first second\nthird'],
    ['double quotes', 'run: "a \\u00e9 \\"b\\" c"\n', 'a é "b" c'],
    ['single quotes', "run: 'it''s'\n", "it's"],
    ['plain over two lines', 'run: first\n  second\n', 'first second'],
  ])('knows where the characters of a value stand: %s', (_, text, value) => {
    const read = readYaml(text);
    expect(readValues(text, read)).toEqual({ run: value });
    const words = value.split(/[^a-z]+/u).filter((word) => word !== '');
    const written = writtenAt(text, read, 'run');
    expect(written).toHaveLength(value.length);
    for (const word of words) expect(written.indexOf(word)).toBe(value.indexOf(word));
  });

  it('tells comments from text', () => {
    const text = '# one\na: "#no" # two\nb: |\n  # no\nc: d#no\n';
    expect(readYaml(text).comments.map(({ text: said, ownLine }) => [said, ownLine])).toEqual([
      [' one', true],
      [' two', false],
    ]);
  });

  it('gives what a broken file holds, and where it breaks', () => {
    const text = 'a: 1\nb: "x\nc: 2\n';
    const read = readYaml(text);
    expect(readValues(text, read)).toMatchObject({ a: 1 });
    expect(read.problems[0]).toMatchObject({ kind: 'syntax' });
  });

  it('reads what a template leaves of it', () => {
    const text =
      '{{- if .Values.on }}\nspec:\n  image: {{ .Values.image }}:{{ .Values.tag }}\n  name: x\n{{- end }}\n';
    const read = readYaml(text);
    expect(readValues(text, read)).toMatchObject({ 'spec.name': 'x' });
    expect(String(readValues(text, read)['spec.image'])).toContain('${');
    expect(read.problems).toEqual([]);
  });

  it('leaves the expressions of a workflow as they are', () => {
    const text = 'run: echo ${{ github.event.issue.title }}\n';
    expect(readValues(text, readYaml(text))).toEqual({ run: 'echo ${{ github.event.issue.title }}' });
  });

  it('does not multiply aliases without end', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level++)
      lines.push(`a${level}: &a${level} [${`*a${level - 1}, `.repeat(10)}]`);
    let count = 0;
    const read = readYaml(lines.join('\n'));
    const walk = (node: (typeof read.roots)[number]): void => {
      count++;
      if (node.kind === 'list') node.items.forEach(walk);
      if (node.kind === 'map') node.entries.forEach(({ value }) => walk(value));
    };
    read.roots.forEach(walk);
    expect(count).toBeLessThan(100_000);
  });

  it('does not read what is nested too deep', () => {
    expect(readYaml(`a: ${'['.repeat(5000)}`).problems).toMatchObject([{ kind: 'limit' }]);
  });
});
