import { TreeFragment, type ChangedRange, type Tree } from '@lezer/common';
import type { FrontEnd, ParsedSource, TextChange } from '../front-end';
import { Collector } from './facts/collector';
import { PythonModel } from './python-model';
import { parseProblems } from './problems';
import { type ParseLimits, parseWithin } from './syntax/parse';
import { READABLE_TEXT_REACH, readableText } from './syntax/readable-text';
import { SyntaxTree } from './syntax/syntax-tree';

const DEFAULT_LIMITS: ParseLimits = { length: 8_000_000, milliseconds: 2_000 };

/** Reads Python. Parses again only what changed; never throws on any text. */
export class PythonFrontEnd implements FrontEnd {
  private readonly limits: ParseLimits;

  constructor(limits: Partial<ParseLimits> = {}) {
    this.limits = { ...DEFAULT_LIMITS, ...limits };
  }

  parse(
    text: string,
    previous?: { readonly source: ParsedSource; readonly changes: readonly TextChange[] },
  ): ParsedSource {
    const fragments = previous ? keptFragments(text, previous.source, previous.changes) : [];
    const { tree, stopped } = parseWithin(readableText(text), fragments, this.limits);
    const syntax = new SyntaxTree(text, tree);
    const facts = new Collector(syntax);
    const earlier = previous?.source instanceof ParsedPython ? previous.source.model.leave() : undefined;
    const model = new PythonModel(facts, text, parseProblems(facts, stopped), earlier);
    return new ParsedPython(model, tree, stopped !== undefined);
  }
}

class ParsedPython implements ParsedSource {
  constructor(
    readonly model: PythonModel,
    readonly tree: Tree,
    readonly isPartial: boolean,
  ) {}
}

/** The pieces of an earlier tree that the changes leave as they are; none when the changes do not lead to `text`. */
function keptFragments(
  text: string,
  source: ParsedSource,
  changes: readonly TextChange[],
): readonly TreeFragment[] {
  if (!(source instanceof ParsedPython)) return [];
  let fragments = TreeFragment.addTree(source.tree, [], source.isPartial);
  let length = source.model.text.length;
  for (const { range, inserted } of changes) {
    if (range.start < 0 || range.end < range.start || range.end > length) return [];
    fragments = TreeFragment.applyChanges(fragments, [widened(range.start, range.end, inserted, length)]);
    length += inserted - (range.end - range.start);
  }
  return length === text.length ? fragments : [];
}

function widened(start: number, end: number, inserted: number, length: number): ChangedRange {
  const before = Math.min(start, READABLE_TEXT_REACH);
  const behind = Math.min(length - end, READABLE_TEXT_REACH);
  const from = start - before;
  return { fromA: from, toA: end + behind, fromB: from, toB: start + inserted + behind };
}
