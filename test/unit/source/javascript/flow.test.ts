import { describe, expect, it } from 'vitest';
import { originsOf } from './read-script';

const SOURCE = "import { source } from 'm';\n";

describe('where a value comes from', () => {
  it.each([
    ['parts of an object', 'const { a: { b } } = source();\nsink(b);', 'source() > a.b'],
    ['elements of a list', 'const [, second] = source();\nsink(second);', 'source() > *'],
    ['a default', 'const { a = source() } = {};\nsink(a);', 'source()'],
    [
      'optional chain',
      'const r = await source();\nsink(r?.choices[0]?.message.content);',
      'source() > choices.*.message.content',
    ],
    ['template', 'sink(`say ${source()}`);', 'source()'],
    ['sum', "let text = 'a';\ntext += source();\nsink(text);", 'source()'],
    ['loop', 'for await (const part of source()) sink(part.text);', 'source() > *.text'],
    ['callback of a list', 'source().forEach((one) => sink(one.text));', 'source() > *.text'],
    ['result of map', 'const all = ids.map((id) => source(id));\nsink(all[0]);', 'source(id)'],
    ['joined', "sink(source().map((one) => one.text).join('\\n'));", 'source() > *.text'],
    ['then', 'source().then(({ text }) => sink(text));', 'source() > text'],
    ['result of then', 'const text = await source().then((r) => r.text);\nsink(text);', 'source() > text'],
    ['event', "source().on('text', (part) => sink(part));", 'source() > *'],
    [
      'function of the file',
      'async function ask() { const r = await source(); return r.text; }\nsink(await ask());',
      'source() > text',
    ],
    ['argument of a function', 'const run = ({ text }) => sink(text);\nrun({ text: source() });', 'source()'],
    [
      'method and field',
      'class A { constructor() { this.v = source(); } go() { sink(this.v.text); } }',
      'source() > text',
    ],
    ['entry of an object', 'const o = { a: 1, b: source() };\nsink(o.b);', 'source()'],
    ['property set later', 'const o = {};\no.b = source();\nsink(o.b);', 'source()'],
    ['pushed', 'const list = [];\nlist.push(source());\nsink(list);', 'source()'],
    [
      'state of a component',
      'const [s, setS] = useState();\nconst go = async () => setS((await source()).text);\nsink(s);',
      'source() > text',
    ],
    [
      'ref of a component',
      "const r = ref('');\nasync function go() { r.value = await source(); }\nsink(r.value);",
      'source()',
    ],
    ['replaced', "sink(source().replace(/a/g, ''));", 'source()'],
    ['either', 'sink(x || source());', 'source()'],
  ])('%s', (_title, code, origin) => {
    expect(originsOf(SOURCE + code)).toContain(origin);
  });

  it('does not take what another key of an object holds', () => {
    expect(originsOf(`${SOURCE}const o = { a: source(), b: 'b' };\nsink(o.b);`)).toEqual(["'b'"]);
  });

  it('does not take a value that was replaced', () => {
    expect(originsOf(`${SOURCE}let v = source();\nv = 'fixed';\nsink(v);`)).toEqual(["'fixed'"]);
  });

  it('does not take the other branch', () => {
    const code = `${SOURCE}let v = 'a';\nif (x) { v = source(); } else { sink(v); }`;
    expect(originsOf(code)).toEqual(["'a'"]);
  });

  it('tells a parameter and what is read of it', () => {
    expect(originsOf('export const f = ({ body: { text } }) => sink(text);')).toEqual([
      'parameter text > body.text',
    ]);
  });
});
