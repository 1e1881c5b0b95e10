import { describe, expect, test } from 'vitest';
import { callIn, originsOf, probed, readPython, textOf } from './read-python';

describe('where a value comes from', () => {
  test.each([
    ['a literal', 'probe(1)', ['1']],
    ['an assignment', 'a = ask()\nprobe(a)', ['ask()']],
    ['a chain of assignments', 'a = ask()\nb = a\nprobe(b)', ['ask()']],
    ['only the last assignment', 'a = ask()\na = 1\nprobe(a)', ['1']],
    ['either branch', 'if x:\n  a = 1\nelse:\n  a = 2\nprobe(a)', ['1', '2']],
    ['unpacking', 'a, b = ask(), 1\nprobe(a)', ['ask()']],
    ['unpacking of a call', 'a, b = ask()\nprobe(a)', ['ask()']],
    ['a loop', 'for a in [ask(), 1]:\n  probe(a)', ['ask()', '1']],
    ['a loop with a count', 'for i, a in enumerate([ask()]):\n  probe(a)', ['ask()']],
    ['a comprehension', 'probe([a for a in [ask()]])', ['ask()']],
    ['with', 'with ask() as a:\n  probe(a)', ['ask()']],
    ['a walrus', 'if (a := ask()):\n  probe(a)', ['ask()']],
    ['or', 'probe(1 or 2)', ['1', '2']],
    ['a condition', 'probe(1 if x == y else 2)', ['1', '2']],
    ['a method of a text', 'def f(t):\n  probe(t.strip())', ['t']],
    ['a function of the file', 'def f():\n  return ask()\nprobe(f())', ['ask()']],
    ['a function that forwards', 'def f(x):\n  return x\nprobe(f(ask()))', ['ask()']],
    ['the call in question only', 'def f(x):\n  return x\nf(other())\nprobe(f(ask()))', ['ask()']],
    ['a parameter', 'def f(x):\n  probe(x)\nf(ask())', ['ask()']],
    ['a parameter by keyword', 'def f(y, x):\n  probe(x)\nf(x=ask(), y=1)', ['ask()']],
    ['a default, or a call from elsewhere', 'def f(x=1):\n  probe(x)\nf()', ['1', 'x']],
    ['a method', 'class A:\n  def f(self, x):\n    probe(x)\nA().f(ask())', ['ask()']],
    [
      'a constructor',
      'class A:\n  def __init__(self, x):\n    self.x = x\na = A(ask())\nprobe(a.x)',
      ['ask()'],
    ],
    ['a lambda', 'f = lambda x: x\nprobe(f(ask()))', ['ask()']],
    ['await', 'async def f():\n  a = await ask()\n  probe(a)', ['ask()']],
    ['a dictionary by key', 'd = {"a": ask(), "b": 1}\nprobe(d["a"])', ['ask()']],
    ['get', 'd = {"a": ask(), "b": 1}\nprobe(d.get("a"))', ['ask()']],
    ['a list that grows', 'm = [1]\nm.append(ask())\nprobe(m)', ['1', 'ask()']],
    ['a key that is set', 'd = {"b": 1}\nd["a"] = ask()\nprobe(d["a"])', ['ask()']],
    ['an attribute that is set', 'o = make()\no.text = ask()\nprobe(o.text)', ['ask()', 'make()']],
    [
      'a list of self',
      'class A:\n  def g(self):\n    self.m.append(ask())\n  def f(self):\n    probe(self.m)',
      ['ask()', 'self'],
    ],
    ['a comparison gives nothing on', 'probe(a == b)', ['a == b']],
  ])('%s', (_title, code, expected) => {
    expect(originsOf(code).toSorted()).toEqual(expected.toSorted());
  });

  test('what happens after the use does not count', () => {
    expect(originsOf('m = []\nprobe(m)\nm.append(ask())')).toEqual(['[]']);
  });

  test('what happens later in a loop counts', () => {
    expect(originsOf('m = []\nfor i in y:\n  probe(m)\n  m.append(ask())')).toContain('ask()');
  });

  test('a value in a string is only a part', () => {
    const model = readPython('probe(f"a {ask()}" + other())');
    const parts = model.origins(probed(model)).map((one) => [textOf(model, one.expression), one.whole]);
    expect(parts).toContainEqual(['ask()', false]);
    expect(parts).toContainEqual(['other()', false]);
  });

  test('a parameter that no call fills says whose it is', () => {
    const model = readPython('def route(q):\n  probe(q)');
    const [origin] = model.origins(probed(model));
    expect(origin?.parameter?.definition.name).toBe('route');
    expect(origin?.parameter?.parameter.name).toBe('q');
  });

  test('steps are told in plain words', () => {
    const model = readPython(
      'def ask():\n  return input()\ndef run(cmd):\n  code = cmd\n  probe(code)\nrun(ask())',
    );
    const [origin] = model.origins(probed(model));
    expect(origin?.path.map((step) => step.label)).toEqual([
      'assigned to `code`',
      'passed to `run()` as `cmd`',
      'returned by `ask()`',
    ]);
  });

  test('what is read of a value is told, the first read first', () => {
    const model = readPython('r = ask()\nprobe(r.choices[0]["text"].strip())');
    const origin = model.origins(probed(model)).find((one) => textOf(model, one.expression) === 'ask()');
    expect(origin?.access).toEqual(['choices', '*', 'text', 'strip()']);
  });

  test('attributes of imported modules are origins', () => {
    expect(originsOf('from flask import request\nprobe(request.args.get("q"))')).toEqual([
      'request.args.get("q")',
      'request.args',
    ]);
  });

  test('the options hand through, clean and stop', () => {
    const code = 'probe([wrap(ask()), clean(ask()), stop(ask())])';
    const found = originsOf(code, (model) => ({
      passesThrough: (call) => (call === callIn(model, 'wrap(') ? call.arguments : undefined),
      sanitizes: (call) => call === callIn(model, 'clean('),
      stopAt: (call) => call === callIn(model, 'stop('),
    }));
    expect(found).toEqual(['stop(ask())', 'ask()']);
  });

  test('functions that call themselves come to an end', () => {
    expect(originsOf('def f(x):\n  return f(x) or x\nprobe(f(ask()))')).toContain('ask()');
  });

  test('very many origins are cut', () => {
    const values = Array.from({ length: 5_000 }, (_, index) => `a${index}()`);
    expect(originsOf(`probe([${values.join(', ')}])`).length).toBe(256);
  });
});
