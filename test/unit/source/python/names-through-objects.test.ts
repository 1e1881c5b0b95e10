import { describe, expect, test } from 'vitest';
import { callIn, namesOf, readPython } from './read-python';

const CREATE = 'openai.OpenAI().chat.create';

describe('names of methods of objects', () => {
  test.each([
    ['a variable', 'c = OpenAI()\nc.chat.create()'],
    ['a chained call', 'OpenAI().chat.create()'],
    ['either of two', 'c = OpenAI() if x else None\nc.chat.create()'],
    ['or', 'c = given or OpenAI()\nc.chat.create()'],
    ['a walrus', 'if (c := OpenAI()):\n  c.chat.create()'],
    ['with', 'with OpenAI() as c:\n  c.chat.create()'],
    ['async with', 'async def f():\n  async with OpenAI() as c:\n    c.chat.create()'],
    ['a tuple', 'c, n = OpenAI(), 1\nc.chat.create()'],
    ['a dictionary', 'd = {"a": OpenAI()}\nd["a"].chat.create()'],
    ['an annotated parameter', 'def f(c: OpenAI):\n  c.chat.create()'],
    ['an optional parameter', 'def f(c: Optional[OpenAI] = None):\n  c.chat.create()'],
    ['a union with None', 'def f(c: OpenAI | None):\n  c.chat.create()'],
    ['a quoted annotation', 'def f(c: "OpenAI"):\n  c.chat.create()'],
    [
      'an annotated parameter with a dependency',
      'def f(c: Annotated[OpenAI, Depends(get)]):\n  c.chat.create()',
    ],
    ['an annotated variable', 'c: OpenAI = make()\nc.chat.create()'],
    ['a function that returns it', 'def get():\n  return OpenAI()\nget().chat.create()'],
    ['a function with an annotation', 'def get() -> OpenAI: ...\nget().chat.create()'],
    ['a lambda', 'get = lambda: OpenAI()\nget().chat.create()'],
    [
      'a coroutine',
      'async def get():\n  return OpenAI()\nasync def f():\n  c = await get()\n  c.chat.create()',
    ],
    [
      'self',
      'class A:\n  def __init__(self):\n    self.c = OpenAI()\n  def f(self):\n    self.c.chat.create()',
    ],
    ['a class attribute', 'class A:\n  c = OpenAI()\n  def f(self):\n    self.c.chat.create()'],
    [
      'an attribute of an object',
      'class A:\n  def __init__(self):\n    self.c = OpenAI()\nA().c.chat.create()',
    ],
    [
      'an inherited attribute',
      'class A:\n  c = OpenAI()\nclass B(A):\n  def f(self):\n    self.c.chat.create()',
    ],
    [
      'a property',
      'class A:\n  @property\n  def c(self):\n    return OpenAI()\n  def f(self):\n    self.c.chat.create()',
    ],
    ['a module variable in a function', 'c = OpenAI()\ndef f():\n  c.chat.create()'],
    [
      'a module variable set by a function',
      'c = None\ndef init():\n  global c\n  c = OpenAI()\ndef f():\n  c.chat.create()',
    ],
  ])('%s', (_title, code) => {
    const model = readPython(`from openai import OpenAI\nfrom typing import Annotated, Optional\n${code}`);
    const call = model.calls.find(({ range }) =>
      model.text.slice(range.start, range.end).endsWith('.create()'),
    );
    expect(call?.names).toEqual([CREATE]);
  });

  test('a call in the middle is written with empty parentheses', () => {
    expect(namesOf('import boto3\nboto3.client("x").invoke_model()', 'boto3.client("x").invoke')).toEqual([
      'boto3.client().invoke_model',
    ]);
  });

  test('a chain of operands has the names of each', () => {
    const code = 'from a import P\nfrom b import L\nchain = P() | L()\nchain.invoke(x)';
    expect(namesOf(code, 'chain.invoke')).toEqual(['a.P().invoke', 'b.L().invoke']);
  });

  test('a class has its own name and that of its base', () => {
    const code = 'from lib import Base\nclass A(Base): pass\nA.from_pretrained(x)\nA()';
    const model = readPython(code);
    expect(callIn(model, 'A.from_pretrained').names).toEqual([
      '<local>.A.from_pretrained',
      'lib.Base.from_pretrained',
    ]);
    expect(callIn(model, 'A()').names).toEqual(['<local>.A', 'lib.Base']);
    expect(model.classes[0]?.bases).toEqual(['lib.Base']);
  });

  test('a method of the file is not that of its base', () => {
    const code = 'from lib import Base\nclass A(Base):\n  def load(self): pass\nA().load(x)';
    expect(namesOf(code, 'A().load')).toEqual(['<local>.A().load']);
  });

  test('super() is the base class', () => {
    const code = 'from lib import Base\nclass A(Base):\n  def load(self):\n    super().load()';
    expect(namesOf(code, 'super().load')).toEqual(['lib.Base().load']);
  });

  test('decorators have names, with and without a call', () => {
    const { functions } = readPython(
      'import fastapi, functools\napp = fastapi.FastAPI()\n@app.post("/x")\n@functools.cache\ndef f(): pass',
    );
    expect(functions[0]?.decorators.map((decorator) => decorator.names)).toEqual([
      ['fastapi.FastAPI().post'],
      ['functools.cache'],
    ]);
  });

  test('an object bound in a loop to itself comes to an end', () => {
    expect(namesOf('import a\nx = a.A()\nfor i in y:\n  x = x.next\nx.run()', 'x.run')).toContain(
      'a.A().run',
    );
  });
});

describe('with statements', () => {
  test('bind attributes', () => {
    const code =
      'from o import O\nclass A:\n  def f(self):\n    with O() as self.c:\n      pass\n  def g(self):\n    self.c.run()';
    const model = readPython(code);
    expect(callIn(model, 'self.c.run').names).toEqual(['o.O().run']);
    expect(model.problems).toEqual([]);
  });

  test('bind tuples, of which nothing is known', () => {
    const model = readPython('from o import a\nwith a() as (a, b):\n  a.run()\n  b.run()');
    expect(callIn(model, 'a.run').names).toEqual([]);
    expect(model.problems).toEqual([]);
  });

  test('may have parentheses around their items', () => {
    const model = readPython('from o import O\nwith (\n  O() as a,\n  O() as b,\n):\n  b.run()');
    expect(callIn(model, 'b.run').names).toEqual(['o.O().run']);
    expect(model.problems).toEqual([]);
  });
});
