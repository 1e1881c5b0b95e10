import { expect, test } from 'vitest';
import { parseInline, parseMarkdown } from '../../../src/webview/lifecycle/markdown/parse-markdown';

test('lines of a paragraph join, a blank line parts two', () => {
  expect(parseMarkdown('one\ntwo\n\nthree')).toEqual([
    { kind: 'paragraph', content: [{ kind: 'text', text: 'one two' }] },
    { kind: 'paragraph', content: [{ kind: 'text', text: 'three' }] },
  ]);
});

test('a fence keeps its lines, also when it is never closed', () => {
  expect(parseMarkdown('```python\na  *b*\n\nc')).toEqual([{ kind: 'code', text: 'a  *b*\n\nc' }]);
});

test('lists are ordered or not, and an item may go on in the next line', () => {
  expect(parseMarkdown('- a\n  more\n- b\n\n1. c')).toEqual([
    {
      kind: 'list',
      ordered: false,
      items: [[{ kind: 'text', text: 'a more' }], [{ kind: 'text', text: 'b' }]],
    },
    { kind: 'list', ordered: true, items: [[{ kind: 'text', text: 'c' }]] },
  ]);
});

test('code, strong, emphasis and links stand inside text', () => {
  expect(parseInline('a `b*c*` **d** *e* [f](https://g.org/h)')).toEqual([
    { kind: 'text', text: 'a ' },
    { kind: 'code', text: 'b*c*' },
    { kind: 'text', text: ' ' },
    { kind: 'strong', text: 'd' },
    { kind: 'text', text: ' ' },
    { kind: 'emphasis', text: 'e' },
    { kind: 'text', text: ' ' },
    { kind: 'link', text: 'f', url: 'https://g.org/h' },
  ]);
});

test.each(['[x](http://a.b)', '[x](command:a.b)', '[x](javascript:1)', '[x](file:///a)'])(
  '%s stays text',
  (source) => {
    expect(parseInline(source)).toEqual([{ kind: 'text', text: source }]);
  },
);

test('no text is lost, whatever it holds', () => {
  for (const source of ['`', '**', '*', '[', '`a**b`', 'a*b*c', '[a](b', '* * *']) {
    const shown = parseInline(source).map((part) => part.text);
    expect(source.replace(/[`*]/g, '')).toBe(shown.join('').replace(/[`*]/g, ''));
  }
});
