import { expect, test } from 'vitest';
import { NotebookLocations } from '../../../../src/source/notebook/notebook-locations';

test('characters of a cell are found in the text of the file', () => {
  const text = JSON.stringify(
    {
      cells: [
        { cell_type: 'markdown', source: 't' },
        { cell_type: 'code', source: ['a = "\u00e9"\n', 'load(f)\n'] },
      ],
    },
    null,
    1,
  );
  const locations = new NotebookLocations(text);
  const offset = locations.offsetOf(1, 'a = "\u00e9"\n'.length);
  expect(text.slice(offset, (offset ?? 0) + 7)).toBe('load(f)');
  expect(text[locations.offsetOf(1, 5) ?? 0]).toBe('\u00e9');
  expect(locations.offsetOf(7, 0)).toBeUndefined();
});

test('escapes of a source in one string are stepped over', () => {
  const text = '{"cells": [{"source": "\\u0061\\n\\tload(f)"}]}';
  const offset = new NotebookLocations(text).offsetOf(0, 3);
  expect(text.slice(offset)).toBe('load(f)"}]}');
});

test('worksheets of format 3 are counted through', () => {
  const text =
    '{"worksheets": [{"cells": [{"input": "a"}, {"source": "b"}]}, {"cells": [{"input": "load"}]}]}';
  const offset = new NotebookLocations(text).offsetOf(2, 0);
  expect(text.slice(offset, (offset ?? 0) + 4)).toBe('load');
});

test('text that is no JSON gives no places and no crash', () => {
  expect(new NotebookLocations('{"cells": [').offsetOf(0, 0)).toBeUndefined();
  expect(new NotebookLocations('['.repeat(200_000)).offsetOf(0, 0)).toBeUndefined();
});
