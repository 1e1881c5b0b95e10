import { describe, expect, test } from 'vitest';
import { readPython, stringOf } from './read-python';

describe('string literals', () => {
  test.each([
    [String.raw`"a\n\t\x41\u0042\103\\"`, 'a\n\tABC\\'],
    [String.raw`r"a\n"`, String.raw`a\n`],
    [String.raw`"\d"`, String.raw`\d`],
    ['"""a\nb"""', 'a\nb'],
    ['"a" \'b\'', 'ab'],
    ["u'x'", 'x'],
    ["Rb'\\x'", '\\x'],
    ['f"{{x}}"', '{x}'],
    ["''", ''],
    [
      String.raw`"a\
b"`,
      'ab',
    ],
    ['"\\U0001F600"', '\u{1F600}'],
  ])('%j', (code, value) => {
    expect(readPython(`x = ${code}`).strings.map((literal) => literal.value)).toEqual([value]);
  });

  test('bytes are told apart', () => {
    expect(readPython('x = b"a"; y = "b"').strings.map((literal) => literal.isBytes)).toEqual([true, false]);
  });

  test.each([
    ['key = "v"', 'key'],
    ['key: str = "v"', 'key'],
    ['a.key = "v"', 'key'],
    ['d["key"] = "v"', 'key'],
    ['d = {"key": "v"}', 'key'],
    ['f(1, key="v")', 'key'],
    ['def f(key="v"): pass', 'key'],
    ['key = x or "v"', 'key'],
    ['key = ("v")', 'key'],
    ['f("v")', undefined],
    ['key = f("v")', undefined],
    ['key = x + "v"', undefined],
  ])('%j is given to %s', (code, label) => {
    const { strings } = readPython(code);
    expect(strings.find((literal) => literal.value === 'v')?.label).toBe(label);
  });

  test('docstrings are told apart', () => {
    const { strings } = readPython(
      '"m"\nclass A:\n  "c"\n  def f(self):\n    # note\n    "f"\n    "other"\n',
    );
    expect(strings.map((literal) => [literal.value, literal.isDocstring])).toEqual([
      ['m', true],
      ['c', true],
      ['f', true],
      ['other', false],
    ]);
  });

  test('template strings are read like f-strings', () => {
    expect(stringOf('probe(t"a{x}b")')).toBe('a<x>b');
  });

  test('holes keep their expressions, also those of a format specification', () => {
    expect(stringOf('probe(f"a{x!r:>{width}}b{y.z}")')).toBe('a<x><width>b<y.z>');
  });
});

describe('strings built of parts', () => {
  test.each([
    ['probe("a" + x + "b")', 'a<x>b'],
    ['probe(x + y)', undefined],
    ['probe("a %s b %d" % (x, y))', 'a <x> b <y>'],
    ['probe("a %(k)s" % {"k": x})', 'a <x>'],
    ['probe("a {} {b}".format(x, b=y))', 'a <x> <y>'],
    ['probe(", ".join([x, "y"]))', '<x>, y'],
    ['s = "a"\ns += x\nprobe(s)', 'a<x>'],
    ['s = "a"\nif y:\n  s += x\nprobe(s)', 'a<x>'],
    ['s = f"a{x}"\nprobe(f"{s}b")', 'a<x>b'],
    ['probe("""\n a {x}""".strip().format(x=1))', '\n a 1'],
    ['probe(str("a" + x))', 'a<x>'],
    ['s = "a"\nif y:\n  s = "b"\nprobe(s)', undefined],
    ['probe(f())', undefined],
  ])('%j', (code, expected) => {
    expect(stringOf(code)).toBe(expected);
  });

  test('a long sum is taken apart', () => {
    expect(stringOf(`probe(${Array(300).fill('"a"').join(' + ')})`)).toBe('a'.repeat(300));
  });

  test('a sum of 20,000 operands comes to an end', () => {
    expect(stringOf(`probe(${Array(20_000).fill('"a"').join(' + ')})`)).toContain('aaa');
  });
});
