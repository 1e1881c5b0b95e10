import { asOneChange, type FrontEnd, type ParsedSource, type TextChange } from '../front-end';
import { Collector } from './facts/collector';
import { PythonModel } from './python-model';
import { parseProblems } from './problems';
import { type ParseLimits, parseWithin } from './syntax/parse';
import { READABLE_TEXT_REACH, readableText } from './syntax/readable-text';
import { blockEndReach } from './syntax/block-end-reach';
import { ReusableTree } from './syntax/reusable-tree';
import { quickParse } from './syntax/quick/quick-parse';
import { SyntaxTree } from './syntax/syntax-tree';

const DEFAULT_LIMITS: ParseLimits = { length: 8_000_000, milliseconds: 2_000 };

/** How far the parser may have looked beyond what it says. */
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
    const change = before && asOneChange(previous?.changes ?? [], before.length, text.length);
    const readable = before?.isPlain && change && isPlainAround(text, change) ? text : readableText(text);
    const isPlain = readable === text;
    const kept = before && change && keptTree(before, change, text, isPlain);
    const { tree, stopped } = parseWithin(readable, kept?.fragments ?? [], this.limits);
    const facts = new Collector(SyntaxTree.of(text, tree));
    const model = new PythonModel(facts, text, parseProblems(facts, stopped), before?.model.leave());
    const errors = facts.errors.map((node) => facts.tree.startOf(node));
    const isPartial = stopped !== undefined;
    const reusable =
      kept && !isPartial && !kept.isSound(errors) ? kept : ReusableTree.of(tree, errors, isPartial);
    return new ParsedPython(model, text.length, isPlain, reusable);
  }

  parseOnce(text: string): ParsedSource {
    const nodes = text.length > this.limits.length ? undefined : quickParse(readableText(text));
    if (!nodes) return this.parse(text);
    const facts = new Collector(new SyntaxTree(text, nodes));
    return { model: new PythonModel(facts, text, parseProblems(facts, undefined)) };
  }
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

/** Whether a text in which nothing had to be spelled otherwise is still like that after a change. */
function isPlainAround(text: string, { range: { start }, inserted }: TextChange): boolean {
  const around = text.slice(Math.max(0, start - READABLE_TEXT_REACH), start + inserted + READABLE_TEXT_REACH);
  return readableText(around) === around;
}

/** What a change leaves to be used again. */
function keptTree(
  { length, reusable, isPlain: wasPlain }: ParsedPython,
  change: TextChange,
  text: string,
  isPlain: boolean,
): ReusableTree {
  const reach = wasPlain && isPlain ? LOOK_AHEAD : READABLE_TEXT_REACH;
  return reusable.after(change, {
    from: Math.max(0, blockEndReach(text, change.range.start) - reach),
    to: Math.min(length, change.range.end + reach),
  });
}
