import type {
  AttributeExpression, AwaitExpression, BinaryExpression, CollectionExpression, ConditionalExpression, ConstantExpression,
  DictExpression, Expression, LambdaExpression, NameExpression, NumberExpression, OtherExpression, SubscriptExpression,
} from '../../expression'; // prettier-ignore
import type { TextRange } from '../../range';
import { isFunctionNode } from '../facts/functions';
import { isToken, T } from '../syntax/node-types';
import type { ExpressionSource } from './expression-source';

/** What all nodes share: their place in the tree. Everything else is read from the tree when asked. */
abstract class SyntaxNode {
  constructor(
    protected readonly source: ExpressionSource,
    readonly node: number,
  ) {}

  get range(): TextRange {
    return this.tree.rangeOf(this.node);
  }

  protected get tree() {
    return this.source.facts.tree;
  }

  protected operandAt(at: number): Expression {
    const node = this.tree.expressions(this.node)[at];
    return node === undefined ? new OtherNode(this.source, this.node) : this.source.at(node);
  }
}

export class NameNode extends SyntaxNode implements NameExpression {
  readonly kind = 'name';

  get name(): string {
    return this.tree.textOf(this.node);
  }
}

export class AttributeNode extends SyntaxNode implements AttributeExpression {
  readonly kind = 'attribute';

  get object(): Expression {
    return this.source.at(this.tree.firstChild(this.node));
  }

  get name(): string {
    return this.nameNode < 0 ? '' : this.tree.textOf(this.nameNode);
  }

  get nameRange(): TextRange {
    const { end } = this.range;
    return this.nameNode < 0 ? { start: end, end } : this.tree.rangeOf(this.nameNode);
  }

  private get nameNode(): number {
    const children = this.tree.children(this.node);
    return (
      children.slice(1).findLast((child) => {
        const type = this.tree.typeOf(child);
        return (
          type === T.PropertyName ||
          type === T.PrivatePropertyName ||
          type === T.TypeName ||
          type === T.JSXIdentifier
        );
      }) ?? -1
    );
  }
}

export class SubscriptNode extends SyntaxNode implements SubscriptExpression {
  readonly kind = 'subscript';

  get object(): Expression {
    return this.source.at(this.tree.firstChild(this.node));
  }

  get index(): Expression | undefined {
    const bracket = this.tree.childOfType(this.node, T['[']);
    const index = bracket < 0 ? -1 : this.tree.nextSibling(bracket);
    return index < 0 || isToken[this.tree.typeOf(index)] === 1 ? undefined : this.source.at(index);
  }
}

export class NumberNode extends SyntaxNode implements NumberExpression {
  readonly kind = 'number';

  get value(): number {
    return Number(this.tree.textOf(this.node).replaceAll('_', '').replace(/n$/u, ''));
  }
}

/** true, false, null and undefined. */
export class ConstantNode extends SyntaxNode implements ConstantExpression {
  readonly kind = 'constant';

  get value(): boolean | null {
    const text = this.tree.textOf(this.node);
    return text === 'true' ? true : text === 'false' ? false : null;
  }
}

export class CollectionNode extends SyntaxNode implements CollectionExpression {
  readonly kind = 'collection';
  readonly type = 'list';
  private made: readonly Expression[] | undefined;

  get elements(): readonly Expression[] {
    return (this.made ??= this.read());
  }

  private read(): Expression[] {
    const { tree } = this;
    const found: Expression[] = [];
    let isSpread = false;
    for (const child of tree.children(this.node)) {
      const type = tree.typeOf(child);
      if (type === T.Spread) isSpread = true;
      else if (isToken[type] !== 1) {
        found.push(isSpread ? new SpreadNode(this.source, child) : this.source.at(child));
        isSpread = false;
      }
    }
    return found;
  }
}

export class DictNode extends SyntaxNode implements DictExpression {
  readonly kind = 'dict';
  private made: DictExpression['entries'] | undefined;

  get entries(): DictExpression['entries'] {
    return (this.made ??= this.tree
      .children(this.node)
      .filter((child) => this.tree.typeOf(child) === T.Property)
      .map((property) => this.entry(property)));
  }

  /** The properties, one for each entry. */
  get properties(): readonly number[] {
    return this.tree.children(this.node).filter((child) => this.tree.typeOf(child) === T.Property);
  }

  private entry(property: number): DictExpression['entries'][number] {
    const { tree, source } = this;
    const children = tree.children(property);
    const last = tree.lastExpression(property);
    if (children.some((child) => tree.typeOf(child) === T.Spread)) {
      return { key: undefined, value: source.at(last) };
    }
    const bracket = tree.childOfType(property, T['[']);
    const keyNode = bracket < 0 ? tree.firstExpression(property) : tree.nextSibling(bracket);
    const isComputed = bracket >= 0 && bracket < keyNode;
    const key = isComputed ? source.at(keyNode) : new KeyNode(source, keyNode);
    const value = isFunctionNode(tree, property) ? source.at(property) : source.at(last);
    return { key, value };
  }
}

/** A key of an object as written without brackets: always a text. */
export class KeyNode extends SyntaxNode {
  readonly kind = 'string';
  readonly isBytes = false;
  readonly isDocstring = false;
  readonly label = undefined;

  get value(): string {
    const text = this.tree.textOf(this.node);
    return this.tree.typeOf(this.node) === T.String ? text.slice(1, -1) : text;
  }

  get parts() {
    return [{ kind: 'text' as const, value: this.value, range: this.range }];
  }
}

export class BinaryNode extends SyntaxNode implements BinaryExpression {
  readonly kind = 'binary';

  get operator(): string {
    const { tree } = this;
    const sign = tree.children(this.node).find((child) => OPERATORS.has(tree.typeOf(child)));
    return sign === undefined ? '' : tree.textOf(sign);
  }

  get left(): Expression {
    return this.operandAt(0);
  }

  get right(): Expression {
    return this.operandAt(1);
  }
}

const OPERATORS = new Set([T.ArithOp, T.BitOp, T.CompareOp, T.LogicOp, T.in, T.instanceof]);

export class ConditionalNode extends SyntaxNode implements ConditionalExpression {
  readonly kind = 'conditional';

  get test(): Expression {
    return this.operandAt(0);
  }

  get whenTrue(): Expression {
    return this.operandAt(1);
  }

  get whenFalse(): Expression {
    return this.operandAt(2);
  }
}

export class AwaitNode extends SyntaxNode implements AwaitExpression {
  readonly kind = 'await';

  get operand(): Expression {
    return this.operandAt(0);
  }
}

/** A function that stands where a value does; also a method of an object. */
export class LambdaNode extends SyntaxNode implements LambdaExpression {
  readonly kind = 'lambda';

  get body(): Expression {
    const result = this.source.facts.functionByNode.get(this.node)?.returns[0];
    return result === undefined ? new OtherNode(this.source, this.node) : this.source.at(result);
  }
}

/** Anything else: comparisons, `new.target`, regular expressions, elements of JSX, broken code. */
export class OtherNode extends SyntaxNode implements OtherExpression {
  readonly kind = 'other';

  get operands(): readonly Expression[] {
    return this.tree
      .expressions(this.node)
      .filter((child) => !this.tree.contains(child, this.node))
      .map((child) => this.source.at(child));
  }
}

export class SpreadNode extends SyntaxNode implements OtherExpression {
  readonly kind = 'other';

  get operands(): readonly Expression[] {
    return [this.source.at(this.node)];
  }
}

export class UnaryNode extends SyntaxNode implements OtherExpression {
  readonly kind = 'other';

  get operator(): string {
    const first = this.tree.firstChild(this.node);
    return first < 0 ? '' : this.tree.textOf(first);
  }

  get operands(): readonly Expression[] {
    return [this.operandAt(0)];
  }
}

export class ClassNode extends SyntaxNode implements OtherExpression {
  readonly kind = 'other';
  readonly operands: readonly Expression[] = [];
}
