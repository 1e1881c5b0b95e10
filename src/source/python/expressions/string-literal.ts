import type { Expression, StringPart } from '../../expression';
import type { TextRange } from '../../range';
import { T } from '../syntax/node-types';
import type { SyntaxTree } from '../syntax/syntax-tree';
import { decodeEscapes } from './escapes';

/** A hole whose value is changed by a conversion or a format specification on the way into the string. */
export type LiteralPart = StringPart & { readonly isFormatted?: boolean };

/** A string token as it is written. */
interface Quoting {
  readonly isRaw: boolean;
  readonly isBytes: boolean;
  /** Between the quotes. */
  readonly content: TextRange;
}

const OPENING = /^([a-zA-Z]{0,2})("""|'''|"|')/;

/**
 * The parts of a String, FormatString or ContinuedString node.
 *
 * @param hole gives the expression of a group of nodes.
 */
export function readLiteral(
  tree: SyntaxTree,
  node: number,
  hole: (group: readonly number[]) => Expression,
): { parts: readonly LiteralPart[]; isBytes: boolean } {
  const pieces = tree.typeOf(node) === T.ContinuedString ? tree.children(node) : [node];
  const parts: LiteralPart[] = [];
  let isBytes = false;
  for (const piece of pieces) {
    const type = tree.typeOf(piece);
    if (type !== T.String && type !== T.FormatString) continue;
    const quoting = readQuoting(tree, piece);
    isBytes ||= quoting.isBytes;
    if (type === T.FormatString) parts.push(...readFormatString(tree, piece, quoting, hole));
    else parts.push(textPart(tree, quoting.content, quoting));
  }
  return { parts, isBytes };
}

function readQuoting(tree: SyntaxTree, node: number): Quoting {
  const start = tree.startOf(node);
  const end = tree.endOf(node);
  const opening = OPENING.exec(tree.text.slice(start, start + 5));
  const prefix = (opening?.[1] ?? '').toLowerCase();
  const quote = opening?.[2] ?? '';
  const contentStart = start + prefix.length + quote.length;
  const isClosed = end - quote.length >= contentStart && tree.text.endsWith(quote, end);
  return {
    isRaw: prefix.includes('r'),
    isBytes: prefix.includes('b'),
    content: { start: contentStart, end: Math.max(contentStart, isClosed ? end - quote.length : end) },
  };
}

function textPart(tree: SyntaxTree, range: TextRange, quoting: Quoting): StringPart {
  const raw = tree.text.slice(range.start, range.end).replace(/\r\n?/g, '\n');
  return { kind: 'text', value: quoting.isRaw ? raw : decodeEscapes(raw, quoting.isBytes), range };
}

function readFormatString(
  tree: SyntaxTree,
  node: number,
  quoting: Quoting,
  hole: (group: readonly number[]) => Expression,
): LiteralPart[] {
  const parts: LiteralPart[] = [];
  let at = quoting.content.start;
  const addText = (end: number): void => {
    if (end <= at) return;
    const part = textPart(tree, { start: at, end }, quoting);
    if (part.kind === 'text') {
      parts.push({ ...part, value: part.value.replaceAll('{{', '{').replaceAll('}}', '}') });
    }
  };
  for (const child of tree.children(node)) {
    if (tree.typeOf(child) !== T.FormatReplacement) continue;
    addText(tree.startOf(child));
    addReplacement(tree, child, hole, parts);
    at = tree.endOf(child);
  }
  addText(quoting.content.end);
  return parts;
}

/** `{expression!r:{width}}`; holes of the specification follow as holes of their own. */
function addReplacement(
  tree: SyntaxTree,
  node: number,
  hole: (group: readonly number[]) => Expression,
  parts: LiteralPart[],
): void {
  const range = tree.rangeOf(node);
  const group: number[] = [];
  const nested: number[] = [];
  let isFormatted = false;
  for (const child of tree.children(node)) {
    const type = tree.typeOf(child);
    if (type === T['{'] || type === T['}']) continue;
    if (type === T.FormatSelfDoc) {
      const text = { start: range.start + 1, end: tree.endOf(child) };
      parts.push({ kind: 'text', value: tree.text.slice(text.start, text.end), range: text });
      isFormatted = true;
    } else if (type === T.FormatConversion || type === T.FormatSpec) {
      isFormatted = true;
      if (type === T.FormatSpec) nested.push(...tree.children(child));
    } else group.push(child);
  }
  if (group.length > 0) {
    const expression = hole(group);
    parts.push(
      isFormatted ? { kind: 'hole', expression, range, isFormatted } : { kind: 'hole', expression, range },
    );
  }
  for (const child of nested) {
    if (tree.typeOf(child) === T.FormatReplacement) addReplacement(tree, child, hole, parts);
  }
}
