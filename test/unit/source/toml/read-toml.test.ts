import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import type { DataNode } from '../../../../src/source/content/data-node';
import { readToml } from '../../../../src/source/toml/read-toml';
import { readValues, writtenAt } from '../../../support/read-values';

function plain(node: DataNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
}

const SAMPLES = [
  'title = "a\\tb" # c\n[a.b]\n"q.x" = \'lit\\n\'\nn = 1_000\nh = 0xFF\nf = -1.5e3\non = true\n',
  'm = """\nfirst\\\n   second\nthird"""\nl = \'\'\'\nraw\\n\n\'\'\'\nq = """a "quoted" b"""\nend = """x\\"""""\n',
  'list = [ "a", # c\n "b", { x = 1, y.z = "q" },\n]\nempty = []\nnone = {}\n',
  '[[p]]\nname = "x"\n[p.sub]\nk = 1\n[[p]]\nname = "y"\n[q.r.s]\nz = [[1, 2], ["a"]]\n[q]\nt = "\\u00e9"\n',
  'a.b.c = 1\na.b.d = "x"\r\n[tool.poetry.dependencies]\r\ntorch = { version = "^2", extras = ["x"] }\r\n',
];

describe('TOML', () => {
  it.each(SAMPLES)('reads what another reader reads', (text) => {
    const [root] = readToml(text).roots;
    expect(root && plain(root)).toEqual(JSON.parse(JSON.stringify(parse(text))));
  });

  it('knows where the characters of a value with escapes stand', () => {
    const text = '[a]\nrun = "x\\n\\"y\\" z"\n';
    expect(writtenAt(text, readToml(text), 'a.run')).toBe('x\\\\y\\ z');
  });

  it('passes by a line that it cannot read, and tells it', () => {
    const text = '[a]\nb = 1\nc = "open\nd = [1, 2\n[e]\nf = 2\n';
    const read = readToml(text);
    expect(readValues(text, read)).toMatchObject({ 'a.b': 1, 'e.f': 2 });
    expect(
      read.problems.map(({ kind, range }) => [kind, text.slice(0, range.start).split('\n').length]),
    ).toEqual([
      ['syntax', 3],
      ['syntax', 5],
    ]);
  });

  it('gives comments', () => {
    const text = '# one\na = "#no" # two\nb = [ # three\n]\n';
    expect(readToml(text).comments.map(({ text: said }) => said)).toEqual([' one', ' two', ' three']);
  });

  it('does not follow nesting without end', () => {
    expect(readToml(`a = ${'['.repeat(100_000)}`).problems).toMatchObject([{ kind: 'syntax' }]);
  });
});
