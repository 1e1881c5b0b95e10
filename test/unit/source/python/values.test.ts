import { describe, expect, test } from 'vitest';
import { valueOf } from './read-python';

describe('values known before the program runs', () => {
  test.each([
    ['probe("a" "b")', 'ab'],
    ['probe(-3)', -3],
    ['probe(0x_ff)', 255],
    ['probe(not True)', false],
    ['probe(None)', null],
    ['A = "x"\nprobe(A)', 'x'],
    ['A = "x"\ndef f():\n  probe(A)', 'x'],
    ['A = "x"\nB = A + "/y"\nprobe(f"{B}!")', 'x/y!'],
    ['probe("%s-%s" % ("a", "b"))', 'a-b'],
    ['probe("{}/{name}".format("a", name="b"))', 'a/b'],
    ['probe("-".join(["a", "b"]))', 'a-b'],
    ['import os\nprobe(os.path.join("a", "b"))', 'a/b'],
    ['probe("AB".lower())', 'ab'],
    ['probe("a" if x else "a")', 'a'],
    ['a = "x"\na += "y"\nprobe(a)', 'xy'],
    ['a = 1\na = 2\nprobe(a)', 2],
    ['if x:\n  a = 1\nelse:\n  a = 1\nprobe(a)', 1],
    ['a, b = 1, 2\nprobe(b)', 2],
    ['d = {"k": "v"}\nprobe(d["k"])', 'v'],
    ['class C:\n  R = "x"\n  def f(self):\n    probe(self.R)', 'x'],
    ['class C:\n  R = "x"\nprobe(C.R)', 'x'],
    ['class C:\n  R = "x"\n  def f(self):\n    probe(C.R)', 'x'],
    ['def f(a="x"):\n  probe(a)', 'x'],
    ['def f(a="x"):\n  probe(a)\nf("x")', 'x'],
    ['if x:\n  a = 1\n  raise E\nelse:\n  a = 2\nprobe(a)', 2],
  ])('%j', (code, value) => {
    expect(valueOf(code)).toBe(value);
  });

  test.each([
    'probe(x)',
    'probe(f"{x}")',
    'a = 1\nif x:\n  a = 2\nprobe(a)',
    'a = 1\nfor x in y:\n  probe(a)\n  a = 2',
    'for a in [1, 2]:\n  probe(a)',
    'def f(a="x"):\n  probe(a)\nf("y")',
    'def f(a="x"):\n  probe(a)\nf(**k)',
    'def f(a):\n  probe(a)',
    'a = "x"\nfor i in y:\n  a += "y"\nprobe(a)',
    'd = {"k": "v"}\nd["k"] = x\nprobe(d["k"])',
    'a = 1\ndef g():\n  global a\n  a = 2\nprobe(a)',
    'probe("a" if x else "b")',
    'a = a\nprobe(a)',
    'import os\nprobe(os.environ["A"])',
    'with open(f) as a:\n  probe(a)',
  ])('unknown: %j', (code) => {
    expect(valueOf(code)).toBe('unknown');
  });
});
