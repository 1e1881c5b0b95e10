import { describe, expect, test } from 'vitest';
import { callIn, namesOf, readPython } from './read-python';

describe('names of calls through imports', () => {
  test.each([
    ['import torch\ntorch.load(f)', 'torch.load'],
    ['import torch as t\nt.load(f)', 'torch.load'],
    ['from torch import load\nload(f)', 'torch.load'],
    ['from torch import load as ld\nld(f)', 'torch.load'],
    ['from torch import (save,\n  load as ld,)\nld(f)', 'torch.load'],
    ['import os.path\nos.path.join(a)', 'os.path.join'],
    ['import xml.etree.ElementTree as ET\nET.parse(f)', 'xml.etree.ElementTree.parse'],
    ['from . import utils\nutils.load(f)', '.utils.load'],
    ['from ..core.io import load\nload(f)', '..core.io.load'],
    ['def f():\n  import torch\n  torch.load(f)', 'torch.load'],
    ['import torch\nt = torch\nt.load(f)', 'torch.load'],
    ['import torch\nload = torch.load\nload(f)', 'torch.load'],
    ['import torch\ngetattr(torch, "load")(f)', 'torch.load'],
    ['__import__("pickle").loads(f)', 'pickle.loads'],
    ['import importlib\nm = importlib.import_module("pickle")\nm.loads(f)', 'pickle.loads'],
    ['import pickle\n(pickle.loads)(f)', 'pickle.loads'],
  ])('%j', (code, name) => {
    const model = readPython(code);
    const last = model.calls.find((call) => call.names.includes(name));
    expect(last?.names).toEqual([name]);
    expect(last?.nameConfidence).toBe('certain');
  });

  test('both imports of a try may be meant', () => {
    const code = 'try:\n  import cPickle as pickle\nexcept ImportError:\n  import pickle\npickle.loads(x)';
    expect(namesOf(code, 'pickle.loads').toSorted()).toEqual(['cPickle.loads', 'pickle.loads']);
  });

  test('an import under a condition may be meant', () => {
    const code = 'if fast:\n  from fastjson import loads\nelse:\n  from json import loads\nloads(x)';
    expect(namesOf(code, 'loads(').toSorted()).toEqual(['fastjson.loads', 'json.loads']);
  });

  test('a star import makes a name probable', () => {
    const call = callIn(readPython('from torch import *\nload(f)'), 'load(');
    expect(call.names).toEqual(['torch.load']);
    expect(call.nameConfidence).toBe('probable');
  });

  test('a star import does not hide built-ins and own names', () => {
    const model = readPython('from m import *\ndef own(): pass\nprint(1)\nown()');
    expect(callIn(model, 'print(').names).toEqual(['builtins.print']);
    expect(callIn(model, 'own()').names).toEqual(['<local>.own']);
  });

  test('imports are listed as written', () => {
    const { imports } = readPython('import a.b as c\nfrom ..d import e as f\nfrom g import *\n');
    expect(imports.map(({ module, name, alias }) => [module, name, alias])).toEqual([
      ['a.b', undefined, 'c'],
      ['..d', 'e', 'f'],
      ['g', '*', undefined],
    ]);
  });
});

describe('names that are something else', () => {
  test('a function of the file hides an import', () => {
    expect(namesOf('from torch import load\ndef load(x): pass\nload(f)', 'load(f)')).toEqual([
      '<local>.load',
    ]);
  });

  test('a function of the file hides a built-in', () => {
    expect(namesOf('def eval(x): pass\neval(f)', 'eval(f)')).toEqual(['<local>.eval']);
  });

  test('a parameter hides an import', () => {
    expect(namesOf('import torch\ndef f(torch):\n  torch.load(x)', 'torch.load')).toEqual([]);
  });

  test('a name assigned anew is what it was assigned last', () => {
    expect(namesOf('import a, b\nx = a\nx = b\nx.f()', 'x.f')).toEqual(['b.f']);
  });

  test('a name nobody binds is unknown', () => {
    expect(namesOf('load(f)', 'load(')).toEqual([]);
  });

  test('a name in a comprehension is the loop variable', () => {
    expect(namesOf('import torch\n[torch.load(x) for torch in y]', 'torch.load')).toEqual([]);
  });

  test('a class variable is not seen inside methods', () => {
    const code = 'import torch\nclass A:\n  torch = None\n  def f(self):\n    torch.load(x)';
    expect(namesOf(code, 'torch.load')).toEqual(['torch.load']);
  });

  test('global brings back the name of the module', () => {
    const code = 'import a, b\nx = a\ndef f():\n  global x\n  x = b\ndef g():\n  x.run()';
    expect(namesOf(code, 'x.run').toSorted()).toEqual(['a.run', 'b.run']);
  });
});
