import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import type { Prose, ProseBlock, ProseLink } from '../content/prose';
import { placeFrom } from '../content/text-place';
import { PiecewiseText } from '../data/piecewise-place';
import type { TextRange } from '../range';

/** Signs of Markdown that are no part of what is said. */
const MARKS = new Set([
  'EmphasisMark',
  'StrikethroughMark',
  'HeaderMark',
  'QuoteMark',
  'ListMark',
  'TaskMarker',
  'CodeMark',
  'CodeInfo',
  'TableDelimiter',
  // An inline comment is a block of its own.
  'Comment',
  'ProcessingInstruction',
]);

/** A text, and the commands in it (`` !`git status` ``) that an agent runs as soon as it loads the text. */
export interface ReadProse {
  readonly prose: Prose;
  readonly loaded: readonly { readonly text: string; readonly range: TextRange }[];
}

/** The blocks of a Markdown tree, in order. */
export function readProse(tree: Tree, text: string): ReadProse {
  const reader = new ProseReader(text);
  tree.iterate({ enter: (node) => reader.enter(node) });
  const { blocks, links, loaded } = reader;
  return { prose: { blocks, links }, loaded };
}

class ProseReader {
  readonly blocks: ProseBlock[] = [];
  readonly links: ProseLink[] = [];
  readonly loaded: { readonly text: string; readonly range: TextRange }[] = [];
  private headings: { readonly level: number; readonly title: string }[] = [];

  constructor(private readonly text: string) {}

  enter(node: SyntaxNodeRef): void {
    const level = /^(?:ATX|Setext)Heading([1-6])$/u.exec(node.name)?.[1];
    if (level !== undefined) this.heading(node.node, Number(level));
    else if (node.name === 'Paragraph' || node.name === 'Task')
      this.add(node.node.parent?.name === 'ListItem' ? 'list-item' : 'paragraph', node.node);
    else if (node.name === 'FencedCode' || node.name === 'CodeBlock') this.code(node.node);
    else if (node.name === 'HTMLBlock') this.add('html', node.node);
    else if (node.name === 'TableHeader' || node.name === 'TableRow') this.add('table', node.node);
    else if (node.name === 'Comment' || node.name === 'CommentBlock') this.comment(node);
    else if (node.name === 'URL') this.link(node.node);
    else if (node.name === 'InlineCode') this.inlineCode(node);
  }

  private heading(node: SyntaxNode, level: number): void {
    this.headings = this.headings.filter((one) => one.level < level);
    const title = this.add('heading', node).trim();
    this.headings.push({ level, title });
  }

  private code(node: SyntaxNode): void {
    const info = node.getChild('CodeInfo');
    const language = info ? this.text.slice(info.from, info.to).trim().split(/\s/u, 1)[0] : undefined;
    const code = new PiecewiseText();
    for (const { from, to } of node.getChildren('CodeText'))
      code.add(this.text.slice(from, to), placeFrom(from));
    if (code.text !== '')
      this.push('code', code, { start: node.from, end: node.to }, language?.toLowerCase());
  }

  private comment({ from, to }: TextSpan): void {
    const written = this.text.slice(from, to);
    const [, body = ''] = /^<!--([^]*?)(?:-->|$)/u.exec(written) ?? [];
    this.push('comment', new PiecewiseText().add(body, placeFrom(from + 4)), { start: from, end: to });
    const closed = written.indexOf('-->');
    if (closed < 0 || closed + 3 >= written.length) return;
    const rest = from + closed + 3;
    this.push('html', new PiecewiseText().add(this.text.slice(rest, to), placeFrom(rest)), {
      start: rest,
      end: to,
    });
  }

  private inlineCode({ from, to }: TextSpan): void {
    if (!/(?:^|\s)!$/u.test(this.text.slice(Math.max(0, from - 2), from))) return;
    const range = { start: from + 1, end: to - 1 };
    this.loaded.push({ text: this.text.slice(range.start, range.end), range });
  }

  private link(node: SyntaxNode): void {
    this.links.push({
      kind: node.parent?.name === 'Image' ? 'image' : 'link',
      address: this.text.slice(node.from, node.to).replace(/^<|>$/gu, ''),
      range: { start: node.from, end: node.to },
    });
  }

  private add(kind: ProseBlock['kind'], node: SyntaxNode): string {
    const said = new PiecewiseText();
    let at = node.from;
    node.cursor().iterate((inner) => {
      if (inner.from < at || !MARKS.has(inner.name)) return;
      said.add(this.text.slice(at, inner.from), placeFrom(at));
      at = Math.max(at, inner.to);
    });
    said.add(this.text.slice(at, node.to), placeFrom(at));
    if (said.text.trim() !== '') this.push(kind, said, { start: node.from, end: node.to });
    return said.text;
  }

  private push(kind: ProseBlock['kind'], said: PiecewiseText, range: TextRange, language?: string): void {
    const headings = this.headings.map(({ title }) => title);
    this.blocks.push({ kind, language, text: said.text, range, place: said, headings });
  }
}

interface TextSpan {
  readonly from: number;
  readonly to: number;
}
