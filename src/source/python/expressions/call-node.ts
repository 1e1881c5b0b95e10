import type { Argument, ArgumentLookup, ArgumentSelector, Call, Expression } from '../../expression';
import type { TextRange } from '../../range';
import type { AnswerMark } from '../sections/tracking';
import { T } from '../syntax/node-types';
import { readArguments } from './arguments';
import type { ResolvedCallee } from './call-resolver';
import type { ExpressionSource } from './expression-source';

/** A call in the source; everything but its position is worked out when first asked. */
export class CallNode implements Call {
  readonly kind = 'call';
  private resolved: ResolvedCallee | undefined;
  private given: readonly Argument[] | undefined;
  private isExpanding = false;
  private resolvedMark: AnswerMark | undefined;
  private givenMark: AnswerMark | undefined;

  constructor(
    private readonly source: ExpressionSource,
    /** CallExpression, or the ArgList of a decorator. */
    readonly node: number,
    private readonly calleeOf: () => Expression,
    readonly range: TextRange,
  ) {}

  get callee(): Expression {
    return this.calleeOf();
  }

  get names(): readonly string[] {
    return this.resolve().names;
  }

  get nameConfidence(): Call['nameConfidence'] {
    return this.resolve().nameConfidence;
  }

  get argumentsRange(): TextRange {
    const { tree } = this.source.facts;
    const list = this.listNode();
    if (list < 0) return { start: this.range.end, end: this.range.end };
    const start = tree.startOf(list) + 1;
    const close = tree.childOfType(list, T[')']);
    return { start, end: Math.max(start, close >= 0 ? tree.startOf(close) : tree.endOf(list)) };
  }

  get arguments(): readonly Argument[] {
    const { tracking } = this.source;
    if (this.given) {
      if (this.isExpanding) tracking?.cut(false);
      else tracking?.reuse(this.givenMark);
      return this.given;
    }
    const noted = tracking?.begin(this.node);
    const list = this.listNode();
    const written = list < 0 ? [] : readArguments(this.source, list);
    // What a spread dictionary holds comes behind what is written; a cycle through it sees what is written only.
    this.given = written;
    if (written.some(({ spread }) => spread) || this.resolve().partials.length > 0) {
      this.isExpanding = true;
      this.given = [...this.expand(written), ...this.partialKeywords(written)];
      this.isExpanding = false;
    }
    this.givenMark = noted && tracking?.end(noted);
    return this.given;
  }

  argument(selector: ArgumentSelector): ArgumentLookup {
    const given = this.arguments;
    if (selector.keyword !== undefined) {
      const named = given.find((argument) => argument.keyword === selector.keyword);
      if (named) return { state: 'given', argument: named };
    }
    const written = given.filter(isPositional);
    const added = this.partialPositionals();
    const positional = added.length === 0 ? written : [...added, ...written];
    if (selector.position !== undefined) {
      const spread = positional.findIndex((argument) => argument.spread);
      const found = positional[selector.position];
      if (found && (spread < 0 || selector.position < spread)) return { state: 'given', argument: found };
    }
    const mayHideKeyword =
      selector.keyword !== undefined && given.some((argument) => argument.spread === 'keyword');
    const mayHidePosition =
      selector.position !== undefined && positional.some((argument) => argument.spread === 'positional');
    return { state: mayHideKeyword || mayHidePosition ? 'unknown' : 'absent' };
  }

  private resolve(): ResolvedCallee {
    const { tracking } = this.source;
    if (this.resolved) {
      tracking?.reuseFirst(this.resolvedMark);
      return this.resolved;
    }
    const noted = tracking?.begin(this.node);
    this.resolved = this.source.resolver.callee(this.callee);
    this.resolvedMark = noted && tracking?.end(noted);
    return this.resolved;
  }

  private listNode(): number {
    const { tree } = this.source.facts;
    return tree.typeOf(this.node) === T.ArgList ? this.node : tree.childOfType(this.node, T.ArgList);
  }

  /** Replaces spreads whose content is known by that content. */
  private expand(written: readonly Argument[]): Argument[] {
    const inOrder: Argument[] = [];
    const added: Argument[] = [];
    for (const argument of written) {
      if (argument.spread === 'positional') {
        const elements = this.source.resolver.positionalSpread(argument.value);
        if (elements) inOrder.push(...elements.map(notInPlace));
        else inOrder.push(argument);
      } else if (argument.spread === 'keyword') {
        const content = this.source.resolver.keywordSpread(argument.value);
        if (content) added.push(...content.arguments);
        if (!content?.isComplete) inOrder.push(argument);
      } else inOrder.push(argument);
    }
    return [...inOrder, ...added];
  }

  private partialPositionals(): Argument[] {
    const { partials } = this.resolve();
    if (partials.length === 0) return [];
    return partials
      .flatMap((partial) => partial.arguments.filter(isPositional).slice(1))
      .map((argument) => ({ ...argument, inPlace: false }));
  }

  private partialKeywords(written: readonly Argument[]): Argument[] {
    const own = new Set(
      written.map((argument) => argument.keyword).filter((keyword) => keyword !== undefined),
    );
    return this.resolve()
      .partials.flatMap((partial) => partial.arguments)
      .filter((argument) => argument.spread === 'keyword' || (argument.keyword && !own.has(argument.keyword)))
      .map((argument) => ({ ...argument, inPlace: false }));
  }
}

function isPositional(argument: Argument): boolean {
  return argument.keyword === undefined && argument.spread !== 'keyword';
}

function notInPlace(value: Expression): Argument {
  return { keyword: undefined, value, range: value.range, inPlace: false, spread: undefined };
}
