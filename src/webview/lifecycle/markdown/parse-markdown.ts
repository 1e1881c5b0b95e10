/** The small part of Markdown that rule texts use. Everything else stays plain text. */
export type Block =
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] };

export type Inline =
  | { readonly kind: 'text' | 'code' | 'strong' | 'emphasis'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

const FENCE = /^\s*```/;
const ITEM = /^\s*(?:[-*]|(\d+)[.)])\s+(.*)$/;

/** Splits a text into paragraphs, fenced code and lists. Never throws; an unclosed fence ends with the text. */
export function parseMarkdown(source: string): Block[] {
  const blocks: Block[] = [];
  const lines = source.replace(/\r\n?/g, '\n').split('\n');
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (line.trim() === '') at += 1;
    else if (FENCE.test(line)) at = readCode(lines, at + 1, blocks);
    else if (ITEM.test(line)) at = readList(lines, at, blocks);
    else at = readParagraph(lines, at, blocks);
  }
  return blocks;
}

function readCode(lines: readonly string[], start: number, blocks: Block[]): number {
  let end = start;
  while (end < lines.length && !FENCE.test(lines[end] ?? '')) end += 1;
  blocks.push({ kind: 'code', text: lines.slice(start, end).join('\n') });
  return end + 1;
}

function readList(lines: readonly string[], start: number, blocks: Block[]): number {
  const items: string[] = [];
  const ordered = ITEM.exec(lines[start] ?? '')?.[1] !== undefined;
  let at = start;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const item = ITEM.exec(line);
    if (item) items.push(item[2] ?? '');
    else if (line.trim() === '' || FENCE.test(line)) break;
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  blocks.push({ kind: 'list', ordered, items: items.map(parseInline) });
  return at;
}

function readParagraph(lines: readonly string[], start: number, blocks: Block[]): number {
  let end = start;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    if (line.trim() === '' || FENCE.test(line) || ITEM.test(line)) break;
  }
  const text = lines.slice(start, end).map((line) => line.trim());
  blocks.push({ kind: 'paragraph', content: parseInline(text.join(' ')) });
  return end;
}

// Each alternative stops at its own closing mark and cannot match empty text, so the search is linear.
const MARKS = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|\[([^\]]+)\]\((https:\/\/[^\s)]+)\)/g;

/** Inline code, strong, emphasis and `https` links; any other address stays text. */
export function parseInline(source: string): Inline[] {
  const parts: Inline[] = [];
  let done = 0;
  for (const match of source.matchAll(MARKS)) {
    if (match.index > done) parts.push({ kind: 'text', text: source.slice(done, match.index) });
    const [all, code, strong, emphasis, label, url] = match;
    if (code !== undefined) parts.push({ kind: 'code', text: code });
    else if (strong !== undefined) parts.push({ kind: 'strong', text: strong });
    else if (emphasis !== undefined) parts.push({ kind: 'emphasis', text: emphasis });
    else if (label !== undefined && url !== undefined) parts.push({ kind: 'link', text: label, url });
    done = match.index + all.length;
  }
  if (done < source.length) parts.push({ kind: 'text', text: source.slice(done) });
  return parts;
}
