import { describe, expect, it } from 'vitest';
import { DEFAULT_YAML_LIMITS, parseLocatedYaml, type YamlRange } from '../../../src/catalog/located-yaml';

const textAt = (text: string, { start, end }: YamlRange): string => text.slice(start, end);

describe('parseLocatedYaml', () => {
  it('finds values and keys by path', () => {
    const text = 'rules:\n  - id: a\n    level: error\n';
    const yaml = parseLocatedYaml(text);
    expect(textAt(text, yaml.rangeOf(['rules', 0, 'level']))).toBe('error');
    expect(textAt(text, yaml.rangeOf(['rules', 0, 'level'], 'key'))).toBe('level');
    expect(yaml.positionAt(yaml.rangeOf(['rules', 0, 'level']).start)).toEqual({ line: 3, column: 12 });
  });

  it('gives the nearest value above a path that leads to nothing', () => {
    const text = 'a:\n  b: 1\n';
    const yaml = parseLocatedYaml(text);
    expect(yaml.rangeOf(['a', 'missing', 'deeper'])).toEqual(yaml.rangeOf(['a']));
  });

  it('finds values behind an alias where they are written', () => {
    const text = 'a: &x { b: here }\nc: *x\n';
    expect(textAt(text, parseLocatedYaml(text).rangeOf(['c', 'b']))).toBe('here');
  });

  it('counts columns right behind a byte order mark and with CRLF', () => {
    const yaml = parseLocatedYaml('\uFEFFa: 1\r\nb: 2\r\n');
    expect(yaml.data).toEqual({ a: 1, b: 2 });
    expect(yaml.positionAt(yaml.rangeOf(['b'], 'key').start)).toEqual({ line: 2, column: 1 });
  });

  it('keeps what could be read beside a syntax error', () => {
    const text = 'rules:\n  a: error\nexclude: [x\n';
    const yaml = parseLocatedYaml(text);
    expect(yaml.data).toEqual({ rules: { a: 'error' }, exclude: ['x'] });
    expect(yaml.problems).not.toEqual([]);
  });

  it('points at a key that stands twice', () => {
    const text = 'a: 1\nb: 2\na: 3\n';
    const yaml = parseLocatedYaml(text);
    expect(yaml.problems.map(({ message }) => message)).toEqual([
      'The key "a" stands twice; the last one counts.',
    ]);
    expect(yaml.positionAt(yaml.problems[0]?.range.start ?? 0).line).toBe(3);
    expect(yaml.data).toEqual({ a: 3, b: 2 });
  });

  it('reads the first of several documents and says so', () => {
    const yaml = parseLocatedYaml('a: 1\n---\nb: 2\n');
    expect(yaml.data).toEqual({ a: 1 });
    expect(yaml.problems.map(({ message }) => message)).toEqual([
      'Only the first document of the file is read.',
    ]);
  });

  it('gives nothing and no problem for an empty text', () => {
    expect(parseLocatedYaml('')).toMatchObject({ data: null, problems: [] });
  });

  it('treats "__proto__" as an ordinary key', () => {
    const { data } = parseLocatedYaml('__proto__: { polluted: true }\n');
    expect(Object.keys(data as object)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('limits of parseLocatedYaml', () => {
  const refused = (text: string): string[] => {
    const yaml = parseLocatedYaml(text);
    expect(yaml.data).toBeUndefined();
    return yaml.problems.map(({ message }) => message);
  };

  it('does not read a text that is too long', () => {
    expect(refused('a'.repeat(DEFAULT_YAML_LIMITS.length + 1))[0]).toMatch(/longer than 250000 characters/u);
  });

  it.each([
    ['open lists', '['.repeat(100_000)],
    ['closed lists', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['mappings', '{a: '.repeat(50_000)],
    ['dashes', `${'- '.repeat(100_000)}x`],
    ['question marks', `${'? '.repeat(100_000)}x`],
  ])('does not follow %s nested too deep', (_, text) => {
    expect(refused(text)[0]).toMatch(/nested deeper than 64 levels/u);
  });

  it('accepts nesting up to the limit', () => {
    expect(parseLocatedYaml('['.repeat(60) + ']'.repeat(60)).problems).toEqual([]);
  });

  it('does not follow aliases that multiply', () => {
    const level = (name: string, of: string): string =>
      `${name}: &${name} [${Array(9).fill(`*${of}`).join(', ')}]`;
    const text = ['a: &a [1, 2, 3]', level('b', 'a'), level('c', 'b'), level('d', 'c'), level('e', 'd')].join(
      '\n',
    );
    expect(refused(text)[0]).toMatch(/more than 100 copies/u);
  });

  it('does not follow more aliases than the limit', () => {
    expect(refused(`a: &a 1\nb: [${Array(101).fill('*a').join(', ')}]`)[0]).toMatch(/more than 100 aliases/u);
  });

  it('refuses an alias inside the value it repeats', () => {
    expect(refused('a: &a { b: *a }')[0]).toMatch(/"\*a" stands inside the value it repeats/u);
  });

  it('points at an alias without an anchor', () => {
    const yaml = parseLocatedYaml('a: 1\nb: *nothing\n');
    expect(yaml.problems.at(-1)?.message).toMatch(/"\*nothing" has no anchor/u);
    expect(yaml.positionAt(yaml.problems.at(-1)?.range.start ?? 0)).toEqual({ line: 2, column: 4 });
  });

  it('reads thousands of keys in one mapping', () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n');
    expect(Object.keys(parseLocatedYaml(text).data as object)).toHaveLength(20_000);
  });

  it('keeps the list of problems short', () => {
    const text = Array.from({ length: 1000 }, () => 'a: 1').join('\n');
    expect(parseLocatedYaml(text).problems).toHaveLength(100);
  });

  it('never throws, whatever the text', () => {
    const pieces = [
      'a',
      ':',
      ' ',
      '\n',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '&x ',
      '*x ',
      '!!t ',
      '|\n',
      '"',
      "'",
      '#',
      '%',
      '---',
      '\t',
      '\0',
    ];
    let seed = 7;
    for (let round = 0; round < 2000; round += 1) {
      const text = Array.from({ length: 12 }, () => {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        return pieces[seed % pieces.length] ?? '';
      }).join('');
      const yaml = parseLocatedYaml(text);
      for (const { range } of yaml.problems) expect(range.start).toBeLessThanOrEqual(text.length);
    }
  });
});
