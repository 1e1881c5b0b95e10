import { describe, expect, it } from 'vitest';
import { markdownReader } from '../../../../src/source/markdown/read-markdown';
import type { ParsedSource } from '../../../../src/source/front-end';
import { stringOf, dataAt } from '../../../../src/source/content/data-node';

function read(text: string): ParsedSource {
  return markdownReader.read(text, { language: 'markdown', role: 'agent-instructions' });
}

describe('Markdown', () => {
  it('comes in blocks with their headings, without its signs', () => {
    const text =
      '# One\n\nSome *bold* `code`.\n\n## Two\n\n- a\n  - b\n\n> said\n> so\n\n| x | y |\n|---|---|\n| 1 | 2 |\n';
    const blocks = read(text).content?.prose?.blocks ?? [];
    expect(blocks.map(({ kind, text: said, headings }) => [kind, said.trim(), headings])).toEqual([
      ['heading', 'One', []],
      ['paragraph', 'Some bold code.', ['One']],
      ['heading', 'Two', ['One']],
      ['list-item', 'a', ['One', 'Two']],
      ['list-item', 'b', ['One', 'Two']],
      ['paragraph', 'said\n so', ['One', 'Two']],
      ['table', 'x  y', ['One', 'Two']],
      ['table', '1  2', ['One', 'Two']],
    ]);
    for (const { text: said, place } of blocks)
      expect(Array.from(said, (_, at) => text[place.offsetOf(at)]).join('')).toBe(said);
  });

  it('gives hidden text as blocks and as comments', () => {
    const text = 'Seen <!-- not seen --> again.\n\n<!-- a block -->\n';
    const { model, content } = read(text);
    expect(model.comments.map(({ text: said, ownLine }) => [said, ownLine])).toEqual([
      [' not seen ', false],
      [' a block ', true],
    ]);
    expect(content?.prose?.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'comment', 'comment']);
  });

  it('gives settings before the text as data', () => {
    const text = '---\nname: x\nallowed-tools: Bash(git:*)\n---\nText\n';
    const [root] = read(text).content?.data ?? [];
    const tools = dataAt(root, 'allowed-tools');
    expect(stringOf(tools)).toBe('Bash(git:*)');
    expect(tools && text.slice(tools.range.start, tools.range.end)).toBe('Bash(git:*)');
  });

  it('gives the commands of its blocks, and those that run when it is loaded', () => {
    const text =
      'State: !`git status`\n\n```console\n$ pip install x\nCollecting x\n```\n\n```python\nrm()\n```\n';
    expect(read(text).content?.commands.map(({ place, program }) => [place, program])).toEqual([
      ['hook', 'git'],
      ['prose', 'pip'],
    ]);
  });

  it('tells images from links', () => {
    const text = '![a](https://x.example/?q=1) [b](https://y.example) https://z.example\n';
    expect(read(text).content?.prose?.links.map(({ kind, address }) => [kind, address])).toEqual([
      ['image', 'https://x.example/?q=1'],
      ['link', 'https://y.example'],
      ['link', 'https://z.example'],
    ]);
  });

  it('reads any text', () => {
    for (const text of ['', '---', '---\n', '<!--', '```', '> '.repeat(5000), '[['.repeat(5000)])
      expect(() => read(text)).not.toThrow();
  });
});
