import { describe, expect, test } from 'vitest';
import { readNotebook } from '../../../../src/source/notebook/read-notebook';

const code = (source: unknown, outputs: unknown[] = []) => ({ cell_type: 'code', source, outputs });
const read = (content: unknown) => readNotebook(JSON.stringify(content));

describe('reading notebooks', () => {
  test('format 4: sources as text or as lines', () => {
    const { cells, problems } = read({
      nbformat: 4,
      cells: [
        code('a\nb'),
        code(['a\n', 'b']),
        { cell_type: 'markdown', source: '# t' },
        { cell_type: 'raw', source: 'r' },
      ],
    });
    expect(cells.map(({ kind, text }) => [kind, text])).toEqual([
      ['code', 'a\nb'],
      ['code', 'a\nb'],
      ['markdown', '# t'],
      ['raw', 'r'],
    ]);
    expect(problems).toEqual([]);
  });

  test('format 3: worksheets', () => {
    const { cells } = read({
      nbformat: 3,
      worksheets: [
        {
          cells: [
            {
              cell_type: 'code',
              input: ['a\n'],
              outputs: [{ output_type: 'pyout', text: ['1'], html: '<b>' }],
            },
          ],
        },
        { cells: [{ cell_type: 'markdown', source: 'b' }] },
      ],
    });
    expect(cells.map(({ kind, text, outputs }) => [kind, text, outputs])).toEqual([
      ['code', 'a\n', ['1', '<b>']],
      ['markdown', 'b', []],
    ]);
  });

  test.each([
    [{ language_info: { name: 'python' } }, 'python'],
    [{ kernelspec: { language: 'R' } }, 'r'],
    [{ language_info: { name: 'ipython3' } }, 'python'],
    [{}, 'python'],
  ])('language of %j', (metadata, language) => {
    expect(read({ metadata, cells: [] }).language).toBe(language);
  });

  test('a cell may have a language of its own', () => {
    const cell = { ...code('SELECT 1'), metadata: { vscode: { languageId: 'sql' } } };
    expect(read({ cells: [cell] }).cells[0]?.language).toBe('sql');
  });

  test('outputs: streams, results, errors without terminal colours', () => {
    const outputs = [
      { output_type: 'stream', text: ['a\n', 'b'] },
      {
        output_type: 'execute_result',
        data: { 'text/plain': 'c', 'text/html': ['<d>'], 'image/png': 'AAAA' },
      },
      { output_type: 'error', ename: 'E', evalue: 'v', traceback: ['\u001b[31mE\u001b[0m', 'v'] },
    ];
    expect(read({ cells: [code('', outputs)] }).cells[0]?.outputs).toEqual(['a\nb', 'c', '<d>', 'E\nv']);
  });

  test('long output is cut, and that is told', () => {
    const text = 'x'.repeat(300_000);
    const { cells, problems } = read({ cells: [code('', [{ output_type: 'stream', text }])] });
    expect(cells[0]?.outputs[0]?.length).toBe(256 * 1024);
    expect(problems).toMatchObject([{ kind: 'limit', message: expect.stringContaining('cell 1') as string }]);
  });

  test('50 MB of output are read', () => {
    const text = Array.from({ length: 500_000 }, () => 'x'.repeat(99) + '\n');
    const { cells } = read({ cells: [code('a = 1', [{ output_type: 'stream', text }]), code('b')] });
    expect(cells.map((cell) => cell.text)).toEqual(['a = 1', 'b']);
  });
});

describe('what is no notebook', () => {
  test('broken JSON is located, and the cells before it are kept', () => {
    const text = '{"cells": [{"cell_type": "code", "source": "a"}, {"cell_type": oops';
    const { cells, problems } = readNotebook(text);
    expect(problems[0]).toMatchObject({ kind: 'syntax', range: { start: text.indexOf('oops') } });
    expect(cells[0]?.text).toBe('a');
  });

  test.each([
    '',
    'null',
    '[]',
    '3',
    '{}',
    '{"cells": 3}',
    '{"cells": [1, null, {"source": 3}]}',
    '\0\0',
    '<html>',
  ])('%j gives a problem', (text) => {
    expect(readNotebook(text).problems.length).toBeGreaterThan(0);
  });

  test('deep nesting is no crash', () => {
    expect(readNotebook('['.repeat(100_000)).problems.length).toBe(1);
    expect(readNotebook(`{"cells": ${'['.repeat(100_000)}`).problems.length).toBeGreaterThan(0);
  });

  test('a byte-order mark is passed over', () => {
    expect(readNotebook('\uFEFF{"cells": []}').problems).toEqual([]);
  });
});
