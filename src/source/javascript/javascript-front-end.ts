import type { Tree } from '@lezer/common';
import type { FrontEnd, ParsedSource } from '../front-end';
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

/**
 * Reads JavaScript, TypeScript and the scripts of Vue and Svelte components. Never throws on any text. Every version is parsed
 * anew: what a bracket or an arrow means depends on text far behind it, so that parts of an earlier tree are not what they would
 * be in this one, and a thousand lines take some ten milliseconds.
 */
export class JavaScriptFrontEnd implements FrontEnd {
  private readonly limits: ParseLimits;

  constructor(
    private readonly language: CodeLanguage,
    limits: Partial<ParseLimits> = {},
  ) {
    this.limits = { ...DEFAULT_LIMITS, ...limits };
  }

  parse(text: string): ParsedSource {
    const isMarkup = isComponent(text);
    const program = isMarkup ? scriptsOf(text) : isPacked(text) ? '' : text;
    const result = this.read(program);
    const facts = new Collector(new SyntaxTree(program, result.tree));
    const isExact = result.dialect === 'jsx' && !isMarkup;
    const problems = parseProblems(facts, result.stopped, isExact);
    return { model: new JavaScriptModel(this.language, facts, text, problems) };
  }

  /** In TypeScript `<T>x` is a cast or an element: what the text looks like is tried first, and the other when that fails. */
  private read(text: string): ParseResult {
    if (this.language === 'javascript') return parsed(text, 'jsx', this.limits);
    const first = LOOKS_LIKE_JSX.test(text) ? 'ts jsx' : 'ts';
    const result = parsed(text, first, this.limits);
    if (result.stopped || !/<\w/u.test(text)) return result;
    const errors = errorsIn(result.tree);
    if (errors === 0) return result;
    const other = parsed(text, first === 'ts' ? 'ts jsx' : 'ts', this.limits);
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

/** Nesting beyond all measure exhausts the parser's stack: then nothing is read. */
function parsed(text: string, dialect: Dialect, limits: ParseLimits): ParseResult {
  try {
    return parseWithin(text, dialect, limits);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...parseWithin('', dialect, limits), stopped: { at: 0, limit: 'length' } };
  }
}

function errorsIn(tree: Tree): number {
  let errors = 0;
  tree.iterate({ enter: ({ type }) => void (errors += type.isError ? 1 : 0) });
  return errors;
}
