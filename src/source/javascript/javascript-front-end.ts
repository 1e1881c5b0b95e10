import type { Tree } from '@lezer/common';
import { TreeFragment } from '@lezer/common';
import { asOneChange, type FrontEnd, type ParsedSource, type TextChange } from '../front-end';
import type { CodeLanguage } from '../model';
import { isComponent, scriptsOf } from './component/component-scripts';
import { Collector } from './facts/collector';
import { JavaScriptModel } from './javascript-model';
import { parseProblems } from './problems';
import { type Dialect, type ParseLimits, type ParseResult, parseWithin } from './syntax/parse';
import { SyntaxTree } from './syntax/syntax-tree';

const DEFAULT_LIMITS: ParseLimits = { length: 4_000_000, milliseconds: 2_000 };
/** Longer lines on average are written by a bundler. */
const PACKED_LINE = 5_000;
/** What can only be an element: a tag that is closed. */
const LOOKS_LIKE_JSX = /<\/[\w.]*>|\/>/u;

/** Reads JavaScript, TypeScript and the scripts of Vue and Svelte components. Never throws on any text. */
export class JavaScriptFrontEnd implements FrontEnd {
  private readonly limits: ParseLimits;

  constructor(
    private readonly language: CodeLanguage,
    limits: Partial<ParseLimits> = {},
  ) {
    this.limits = { ...DEFAULT_LIMITS, ...limits };
  }

  parse(
    text: string,
    previous?: { readonly source: ParsedSource; readonly changes: readonly TextChange[] },
  ): ParsedSource {
    const before = previous?.source instanceof ParsedJavaScript ? previous.source : undefined;
    const isMarkup = isComponent(text);
    const program = isMarkup ? scriptsOf(text) : isPacked(text) ? '' : text;
    const kept =
      before?.isMarkup === false && !isMarkup ? keptFragments(before, text, previous?.changes ?? []) : [];
    const result = this.read(program, before?.dialect, kept);
    const facts = new Collector(new SyntaxTree(program, result.tree));
    const isExact = result.dialect === 'jsx' && !isMarkup;
    const model = new JavaScriptModel(
      this.language,
      facts,
      text,
      parseProblems(facts, result.stopped, isExact),
    );
    return new ParsedJavaScript(model, text.length, isMarkup, result);
  }

  /** In TypeScript `<T>x` is a cast or an element: what the text looks like is tried first, and the other when that fails. */
  private read(text: string, known: Dialect | undefined, fragments: readonly TreeFragment[]): ParseResult {
    if (this.language === 'javascript') return parsed(text, 'jsx', fragments, this.limits);
    const first = known ?? (LOOKS_LIKE_JSX.test(text) ? 'ts jsx' : 'ts');
    const result = parsed(text, first, fragments, this.limits);
    if (known !== undefined || result.stopped || !/<\w/u.test(text)) return result;
    const errors = errorsIn(result.tree);
    if (errors === 0) return result;
    const other = parsed(text, first === 'ts' ? 'ts jsx' : 'ts', [], this.limits);
    return errorsIn(other.tree) < errors ? other : result;
  }
}

/** Whether a text is the output of a bundler, which nobody reads or mends. */
function isPacked(text: string): boolean {
  if (text.length < 4 * PACKED_LINE) return false;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return text.length / lines > PACKED_LINE;
}

class ParsedJavaScript implements ParsedSource {
  constructor(
    readonly model: JavaScriptModel,
    readonly length: number,
    readonly isMarkup: boolean,
    private readonly result: ParseResult,
  ) {}

  get dialect(): Dialect {
    return this.result.dialect;
  }

  /** What can be parsed again from; nothing when the parse was cut short. */
  get tree(): Tree | undefined {
    return this.result.stopped ? undefined : this.result.tree;
  }
}

function keptFragments(
  before: ParsedJavaScript,
  text: string,
  changes: readonly TextChange[],
): readonly TreeFragment[] {
  const change = asOneChange(changes, before.length, text.length);
  if (!change || !before.tree) return [];
  const { start, end } = change.range;
  return TreeFragment.applyChanges(TreeFragment.addTree(before.tree), [
    { fromA: start, toA: end, fromB: start, toB: start + change.inserted },
  ]);
}

/** Nesting beyond all measure exhausts the parser's stack: then nothing is read. */
function parsed(
  text: string,
  dialect: Dialect,
  fragments: readonly TreeFragment[],
  limits: ParseLimits,
): ParseResult {
  try {
    return parseWithin(text, dialect, fragments, limits);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...parseWithin('', dialect, [], limits), stopped: { at: 0, limit: 'length' } };
  }
}

function errorsIn(tree: Tree): number {
  let errors = 0;
  tree.iterate({ enter: ({ type }) => void (errors += type.isError ? 1 : 0) });
  return errors;
}
