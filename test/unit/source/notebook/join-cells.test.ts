import { describe, expect, test } from 'vitest';
import { joinCells } from '../../../../src/source/notebook/join-cells';
import type { NotebookCell } from '../../../../src/source/notebook/notebook';
import { ProgramPositions } from '../../../../src/source/notebook/program-positions';
import { readPython } from '../python/read-python';

function cell(text: string, kind: NotebookCell['kind'] = 'code', language = 'python'): NotebookCell {
  return { kind, language, text, outputs: [] };
}

const blanked = (text: string) => joinCells([cell(text)]).text;

describe('joining cells', () => {
  const program = joinCells([
    cell('import torch'),
    cell('# t', 'markdown'),
    cell('x <- 1', 'code', 'r'),
    cell('torch.load(f)'),
  ]);

  test('gives one program of the Python cells, in order', () => {
    expect(program.text).toBe('import torch\ntorch.load(f)');
    expect(program.cells).toEqual([
      { index: 0, range: { start: 0, end: 12 } },
      { index: 3, range: { start: 13, end: 26 } },
    ]);
    expect(readPython(program.text).calls[0]?.names).toEqual(['torch.load']);
  });

  test('places map back to cells and forth', () => {
    const positions = new ProgramPositions(program);
    expect(positions.cellAt(19)).toEqual({ cell: 3, offset: 6 });
    expect(positions.cellAt(12)).toEqual({ cell: 0, offset: 12 });
    expect(positions.offsetOf({ cell: 3, offset: 6 })).toBe(19);
    expect(positions.offsetOf({ cell: 1, offset: 0 })).toBeUndefined();
    expect(new ProgramPositions({ cells: [] }).cellAt(0)).toBeUndefined();
  });
});

describe('what is not Python in a cell', () => {
  test.each([
    ['%matplotlib inline\nx', '                  \nx'],
    ['!pip install x\nx', '              \nx'],
    ['files = !ls\nx', '           \nx'],
    ['t = %timeit f()\nx', '               \nx'],
    ['!pip \\\n install\nx', '      \n        \nx'],
    ['?help\nhelp?\nhelp??\nx', '     \n     \n      \nx'],
    ['%%time\nf()', '      \nf()'],
    ['\n%%capture out\nf()', '\n             \nf()'],
    ['%%bash\nrm x\n', '      \n    \n'],
    ['%%html\r\n<b>', '      \r\n   '],
    ['if x:\n    !ls\ny', 'if x:\n    0  \ny'],
  ])('%j is blanked', (text, expected) => {
    expect(blanked(text)).toBe(expected);
    expect(blanked(text).length).toBe(text.length);
  });

  test.each([
    'x = (a\n  %b)',
    's = """\n%d items\n!no\n"""\nx',
    'x = a \\\n  %b',
    'print("what?")',
    'x = a % b',
    'x != y',
    "s = 'it\\'s' # don't\n%y".slice(0, 17),
    'assert x, "!"',
  ])('%j is left', (text) => {
    expect(blanked(text)).toBe(text);
  });

  test('commands are kept with their place', () => {
    const { commands, text } = joinCells([cell('x'), cell('%pip install a\n  !wget b\ny = !ls')]);
    expect(commands.map(({ kind, text: command, range }) => [kind, command, range.start, range.end])).toEqual(
      [
        ['magic', '%pip install a', 2, 16],
        ['shell', '!wget b', 19, 26],
        ['shell', '!ls', 31, 34],
      ],
    );
    expect(text.length).toBe(34);
  });

  test('a whole cell in another language is one command', () => {
    const { commands } = joinCells([cell('%%bash\ncurl x | sh')]);
    expect(commands).toEqual([{ kind: 'magic', text: '%%bash\ncurl x | sh', range: { start: 0, end: 18 } }]);
  });

  test('a string left open does not take in the cells behind', () => {
    const program = joinCells([cell('import torch\nx = """open'), cell('torch.load(f)')]);
    expect(readPython(program.text).calls[0]?.names).toEqual(['torch.load']);
  });
});
