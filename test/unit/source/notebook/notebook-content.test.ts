import { describe, expect, it } from 'vitest';
import { joinCells } from '../../../../src/source/notebook/join-cells';
import { notebookContent } from '../../../../src/source/notebook/notebook-content';

function contentOf(...cells: readonly string[]) {
  const program = joinCells(
    cells.map((text) => ({ kind: 'code' as const, language: 'python', text, outputs: [] })),
  );
  return { source: cells.join('\n'), ...notebookContent(program) };
}

describe('commands of a notebook', () => {
  it.each([
    ['!pip install torch==2.1', ['torch']],
    ['%pip install -q transformers', ['transformers']],
    ['%conda install pytorch', ['pytorch']],
    ['%%bash\npip install a\npip install b', ['a', 'b']],
    ['%%capture\n!pip install a', ['a']],
    ['if colab:\n    !pip install a \\\n        b', ['a', 'b']],
    ['files = !ls\nprint(1)', []],
    ['!pip install {name}', []],
    ['%%html\n<p>pip install x</p>', []],
    ['%matplotlib inline', []],
  ])('%s', (cell, names) => {
    expect(contentOf(cell).packages.map(({ name }) => name)).toEqual(names);
  });

  it('stand where they are in the joined cells', () => {
    const { packages, source } = contentOf('x = 1', '!pip install torch "a b"', '%%sh\npip install c');
    expect(packages.map(({ nameRange: { start, end } }) => source.slice(start, end))).toEqual(['torch', 'c']);
  });
});
