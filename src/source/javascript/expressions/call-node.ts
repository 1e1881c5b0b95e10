import type { Argument, ArgumentLookup, ArgumentSelector, Call, Expression } from '../../expression';
import type { TextRange } from '../../range';
import { setterName, setterValue } from '../facts/html-setters';
import { isToken, T } from '../syntax/node-types';
import type { ResolvedCallee } from './call-resolver';
import type { ExpressionSource } from './expression-source';
import { DictNode, OtherNode } from './nodes';

/**
 * A call, `new`, `import()`, a tagged template, or a place that takes HTML. An object literal given as an argument also gives its
 * properties as keyword arguments: libraries take their options so.
 */
export class CallNode implements Call {
  readonly kind = 'call';
  private resolved: ResolvedCallee | undefined;
  private given: readonly Argument[] | undefined;

  constructor(
    private readonly source: ExpressionSource,
    readonly node: number,
  ) {}

  get range(): TextRange {
    return this.tree.rangeOf(this.node);
  }

  get callee(): Expression {
    const { tree } = this;
    const first = tree.firstExpression(this.node);
    if (this.isSetter && tree.typeOf(this.node) === T.JSXAttribute)
      return this.source.at(tree.firstChild(this.node));
    if (first < 0 || tree.typeOf(this.node) === T.DynamicImport) return new OtherNode(this.source, this.node);
    return this.source.at(first);
  }

  get names(): readonly string[] {
    return this.resolve().names;
  }

  get nameConfidence(): Call['nameConfidence'] {
    return this.resolve().nameConfidence;
  }

  get argumentsRange(): TextRange {
    const { tree } = this;
    const list = tree.childOfType(this.node, T.ArgList);
    if (list < 0) {
      const value = this.isSetter ? setterValue(tree, this.node) : -1;
      return value >= 0 ? tree.rangeOf(value) : { start: this.range.end, end: this.range.end };
    }
    const start = tree.startOf(list) + 1;
    return {
      start,
      end: Math.max(
        start,
        tree.text.charAt(tree.endOf(list) - 1) === ')' ? tree.endOf(list) - 1 : tree.endOf(list),
      ),
    };
  }

  get arguments(): readonly Argument[] {
    if (this.given) return this.given;
    // A circle through what a spread holds sees what is written only.
    this.given = this.written();
    return (this.given = this.expanded(this.given));
  }

  argument(selector: ArgumentSelector): ArgumentLookup {
    const given = this.arguments;
    const { keyword, position } = selector;
    if (keyword !== undefined) {
      const named = given.findLast((argument) => argument.keyword === keyword);
      if (named) return { state: 'given', argument: named };
    }
    const positional = given.filter(
      (argument) => argument.keyword === undefined && argument.spread !== 'keyword',
    );
    const spread = positional.findIndex((argument) => argument.spread !== undefined);
    if (position !== undefined) {
      const found = positional.at(position);
      if (
        found &&
        (spread < 0 || position < spread) &&
        !(keyword !== undefined && this.isOptions(found.value))
      ) {
        return { state: 'given', argument: found };
      }
    }
    const mayHide =
      (keyword !== undefined &&
        given.some((argument) => argument.spread !== undefined || this.mayBeOptions(argument))) ||
      (position !== undefined && spread >= 0);
    return { state: mayHide ? 'unknown' : 'absent' };
  }

  private get tree() {
    return this.source.facts.tree;
  }

  private get isSetter(): boolean {
    const type = this.tree.typeOf(this.node);
    return type === T.AssignmentExpression || type === T.JSXAttribute;
  }

  private resolve(): ResolvedCallee {
    if (this.isSetter) {
      return (this.resolved ??= { names: [setterName(this.tree, this.node)], nameConfidence: 'certain' });
    }
    return (this.resolved ??= this.source.resolver.callee(this));
  }

  private written(): Argument[] {
    const { tree } = this;
    if (this.isSetter) {
      const value = setterValue(tree, this.node);
      return value < 0 ? [] : [this.plain(value, undefined)];
    }
    const type = tree.typeOf(this.node);
    if (type === T.TaggedTemplateExpression) {
      const template = tree.childOfType(this.node, T.TemplateString);
      return template < 0 ? [] : [this.plain(template, undefined)];
    }
    const list = type === T.DynamicImport ? this.node : tree.childOfType(this.node, T.ArgList);
    if (list < 0) return [];
    const found: Argument[] = [];
    let spread: Argument['spread'];
    for (const child of tree.children(list)) {
      const childType = tree.typeOf(child);
      if (childType === T.Spread) spread = 'positional';
      else if (isToken[childType] !== 1) {
        found.push(this.plain(child, spread));
        spread = undefined;
      }
    }
    return found;
  }

  private plain(node: number, spread: Argument['spread']): Argument {
    const range = this.tree.rangeOf(node);
    return { keyword: undefined, value: this.source.at(node), range, inPlace: true, spread };
  }

  /** Spreads of known lists are replaced by their elements, and objects give their properties. */
  private expanded(written: readonly Argument[]): Argument[] {
    const { resolver } = this.source;
    const found: Argument[] = [];
    for (const argument of written) {
      const list = argument.spread ? resolver.dereference(argument.value) : undefined;
      if (
        list?.kind === 'collection' &&
        !resolver.isMutated(argument.value) &&
        list.elements.every(({ kind }) => kind !== 'other')
      ) {
        for (const value of list.elements)
          found.push({ ...argument, value, range: value.range, inPlace: false, spread: undefined });
      } else found.push(argument);
    }
    return [
      ...found,
      ...found.flatMap(({ value, spread }) => (spread ? [] : this.properties(value, value, 0))),
    ];
  }

  /** The properties of an object, and those of objects spread into it. */
  private properties(written: Expression, value: Expression, depth: number): Argument[] {
    const object = this.source.resolver.dereference(value);
    if (!(object instanceof DictNode) || depth > MAX_SPREADS) return [];
    const inPlace = depth === 0 && object === written;
    const found: Argument[] = [];
    if (object !== value && this.source.resolver.isMutated(value)) found.push(hidden(value));
    for (const [index, { key, value: entry }] of object.entries.entries()) {
      if (key === undefined) {
        const inner = choicesOf(entry).flatMap((one) => this.properties(written, one, depth + 1));
        const isKnown = choicesOf(entry).every(
          (one) => this.source.resolver.dereference(one).kind === 'dict',
        );
        found.push(...inner, ...(isKnown ? [] : [hidden(entry)]));
      } else if (key.kind === 'string' && key.value !== undefined) {
        const range = this.tree.rangeOf(object.properties[index] ?? object.node);
        found.push({ keyword: key.value, value: entry, range, inPlace, spread: undefined });
      }
    }
    return found;
  }

  private isOptions(value: Expression): boolean {
    return this.source.resolver.dereference(value).kind === 'dict';
  }

  /** A value that cannot be seen may be an object with the property. */
  private mayBeOptions({ value, keyword }: Argument): boolean {
    if (keyword !== undefined) return false;
    const { kind } = this.source.resolver.dereference(value);
    const isUnseen =
      kind === 'name' || kind === 'attribute' || kind === 'subscript' || kind === 'call' || kind === 'await';
    return isUnseen && !this.source.resolver.isPlain(value);
  }
}

const MAX_SPREADS = 4;

/** What may be spread: `...(x && { y })`, `...(x ? { y } : {})`. */
function choicesOf(value: Expression): readonly Expression[] {
  if (value.kind === 'binary' && value.operator === '&&') return choicesOf(value.right);
  if (value.kind === 'conditional') return [...choicesOf(value.whenTrue), ...choicesOf(value.whenFalse)];
  return [value];
}

function hidden(value: Expression): Argument {
  return { keyword: undefined, value, range: value.range, inPlace: false, spread: 'keyword' };
}
