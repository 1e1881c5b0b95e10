import type { FrontEnd, ParsedSource, TextChange } from '../front-end';
import { Collector } from './facts/collector';
import type { Facts } from './facts/facts';
import { PythonModel } from './python-model';
import { parseProblems } from './problems';
import { type ParseLimits, type ParseResult, parseWithin } from './syntax/parse';
import { READABLE_TEXT_REACH, readableText } from './syntax/readable-text';
import { hasOddIndentation } from './syntax/odd-indentation';
import { ReusableTree } from './syntax/reusable-tree';
import { SyntaxTree } from './syntax/syntax-tree';

const DEFAULT_LIMITS: ParseLimits = { length: 8_000_000, milliseconds: 2_000 };

/** How far the parser may have looked beyond what it says: behind a block, for the indentation of the next line. */
const LOOK_AHEAD = 64;

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
    const before = previous?.source instanceof ParsedPython ? previous.source : undefined;
    const readable = readableText(text);
    const isPlain = readable === text;
    const kept = before && keptTree(before, previous?.changes ?? [], text, isPlain);
    let read = this.read(text, readable, kept);
    if (kept && read.isSound && hasOddIndentation(read.facts.tree))
      read = this.read(text, readable, undefined);
    const { facts, stopped, reusable } = read;
    const model = new PythonModel(facts, text, parseProblems(facts, stopped), before?.model.leave());
    return new ParsedPython(model, text.length, isPlain, reusable);
  }

  private read(text: string, readable: string, kept: ReusableTree | undefined): Read {
    const { tree, stopped } = parseWithin(readable, kept?.fragments ?? [], this.limits);
    const facts = new Collector(new SyntaxTree(text, tree));
    const errors = facts.errors.map((node) => facts.tree.startOf(node));
    const isSound = stopped !== undefined || !kept || kept.isSound(errors);
    const reusable = isSound ? ReusableTree.of(tree, errors, stopped !== undefined) : kept;
    return { facts, stopped, isSound, reusable };
  }
}

/** A text as it was read. */
interface Read {
  readonly facts: Facts;
  readonly stopped: ParseResult['stopped'];
  /** Whether parts of it can be used again. */
  readonly isSound: boolean;
  readonly reusable: ReusableTree;
}

class ParsedPython implements ParsedSource {
  constructor(
    readonly model: PythonModel,
    readonly length: number,
    /** Whether the parser read the very text. */
    readonly isPlain: boolean,
    readonly reusable: ReusableTree,
  ) {}
}

/** What the changes leave to be used again; nothing when they do not lead to `text`. */
function keptTree(
  before: ParsedPython,
  changes: readonly TextChange[],
  text: string,
  isPlain: boolean,
): ReusableTree | undefined {
  const reach = before.isPlain && isPlain ? LOOK_AHEAD : READABLE_TEXT_REACH;
  let { length, reusable } = before;
  for (const change of changes) {
    const { start, end } = change.range;
    if (start < 0 || end < start || end > length) return undefined;
    reusable = reusable.after(change, length, reach);
    length += change.inserted - (end - start);
  }
  return length === text.length ? reusable : undefined;
}
