import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalType } from '../../../../src/source/python/syntax/node-types';
import { parseWithin } from '../../../../src/source/python/syntax/parse';
import { quickParse } from '../../../../src/source/python/syntax/quick/quick-parse';
import { readableText } from '../../../../src/source/python/syntax/readable-text';
import { flatten, type FlatNodes } from '../../../../src/source/syntax/flatten';

/** Node by node: type, start, end, parent, and the node behind its last descendant. */
function rows({ count, type, start, end, parent, after }: FlatNodes): readonly (readonly number[])[] {
  return Array.from({ length: count }, (_, node) =>
    [type, start, end, parent, after].map((column) => column[node] ?? NaN),
  );
}

function byGrammar(text: string): FlatNodes {
  const { tree } = parseWithin(text, [], { length: 1e6, milliseconds: 60_000 });
  return flatten(tree, text.length, canonicalType);
}

const PROGRAMS: Readonly<Record<string, string>> = {
  'an empty text': '',
  'comments at every depth':
    '# a\nif x:  # b\n    y  # c\n        # d\n    # e\n# f\n    z\n# g\n\nw = (1,  # h\n # i\n 2)  # j',
  functions:
    '@a.b(c)\n# c\n@d\nasync def f(a, /, b: int = 1, *args: int, c=2, **k) -> list[int]:\n    return a, *args\nlambda: 0\nlambda a, *b, c=1, **d: (yield a)\n',
  classes: 'class A: pass\nclass B(A, metaclass=M):\n\tx: int = 3; y = 4;\n\tz: str\n',
  operators:
    'a or b and not c in d is not e not in f < g\n-a ** -b * c @ d // e % f + g << 1 & ~h | i ^ j\nx if y else z if not w else lambda: v\nawait a + b ** c\n',
  assignments:
    'a = b = *c, d\na += yield b\na, (b, c) = [*d], {**e}\nf.g[h:i, ::2, ...] **= 1\nx: int = yield\n',
  calls: 'f(a, *b, c=d, **e)(x for x in y if z)[0].in_.class\nf(\n  # note\n  a=1,\n)\nf(a := 1)\n',
  collections:
    '()\n(a,)\n(a, *b)\n(yield)\n[]\n[a, *b,]\n{}\n{a: b, **c}\n{a, *b}\n[a async for b, c in d if e if f for g in h]\n{a: b for c in d}\n{a for b in c}\n(a for b in c)\n',
  strings:
    'a = "x\\x41\\N{DASH}\\u0041\\\n" \'y\' rb"\\"" u\'\'\nb = """a\n"b\\""""\nc = f"{a!r:>{w}} {{}} {x = } {y:%H:%M} {f\'{z}\'} \\{q}" rf"\\{a}"\n',
  numbers: '1_000 + 0x_fF + 0b1 + 0o17 + 1.5e-3j + .5 + 1e5 + 1if x else 2\n',
  statements:
    'import a.b as c, d\nfrom ...a import (b as c, d,)\nfrom . import *\nglobal a, b\ndel a, b[c]\nassert a, b\nraise\nraise a from b\nreturn\nbreak; continue\nyield\nyield from a\nprint(a)\nprint\nmatch = type = case\n',
  blocks:
    'for a, *b in c, d: pass\nelse:\n  e\nwhile a := b: c\ntry: a\nexcept (A, B) as e: b\nexcept* C: d\nexcept: c\nelse: d\nfinally: e\nasync with a as b, c: d\nif a: b\nelif c: d\nelse: e\n',
  'line breaks of every kind': 'if a:\r\n  b = \\\n c\r\n\r\n  d\r\n\f\ne\n   \n\t\n',
  'words beyond ASCII': 'größe = ñ.属性("\u{1F600}\\\u{1F600}")  # ✓\n',
};

describe('The quick parser', () => {
  it.each(Object.entries(PROGRAMS))('reads %s into the nodes of the grammar', (_, program) => {
    const text = readableText(program);
    const nodes = quickParse(text);
    expect(nodes && rows(nodes)).toEqual(rows(byGrammar(text)));
  });

  it.each([
    ['syntax errors', 'x = = 1\n'],
    ['a bracket left open', 'f(a\n'],
    ['a string left open', 'x = "a\ny = 1\n'],
    ['the print of old', 'print "a"\n'],
    ['patterns', 'match a:\n  case B(): pass\n'],
    ['depths that fit no block', 'if a:\n    b\n  c\n'],
    ['half a character', 'x = 1  # \ud83d\n'],
    ['very deep nesting', `${'('.repeat(5_000)}${')'.repeat(5_000)}\n`],
  ])('leaves %s to the parser made from the grammar', (_, text) => {
    expect(quickParse(text)).toBeUndefined();
  });

  it('reads no text in another way, however it was edited', () => {
    const texts = Object.values(PROGRAMS);
    const pieces = [...new Set(texts.flatMap((text) => text.match(/\w+|\s+|[^\w\s]+/gu) ?? []))];
    const edit = fc.record({ at: fc.nat(400), removed: fc.nat(6), inserted: fc.constantFrom('', ...pieces) });
    let taken = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        (program, edits) => {
          const edited = edits.reduce((text, { at, removed, inserted }) => {
            const from = at % (text.length + 1);
            return text.slice(0, from) + inserted + text.slice(from + removed);
          }, program);
          const text = readableText(edited);
          const nodes = quickParse(text);
          if (!nodes) return;
          taken++;
          expect(rows(nodes)).toEqual(rows(byGrammar(text)));
        },
      ),
      { numRuns: 2_000, seed: 1 },
    );
    expect(taken).toBeGreaterThan(100);
  });
});
