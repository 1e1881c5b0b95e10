import type {
  AttributeExpression, AwaitExpression, BinaryExpression, CollectionExpression, ConditionalExpression,
  ConstantExpression, DictExpression, Expression, LambdaExpression, NameExpression, NumberExpression,
  OtherExpression, SubscriptExpression,
} from '../../expression'; // prettier-ignore
import type { TextRange } from '../../range';
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

  /** The children that are expressions. */
  protected operandNodes(): number[] {
    return this.tree.children(this.node).filter((child) => !isToken[this.tree.typeOf(child)]);
  }

  protected operandAt(at: number): Expression {
    const node = this.operandNodes()[at];
    return node === undefined ? new OtherNode(this.source, this.node, () => []) : this.source.at(node);
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
    const property = this.tree.childOfType(this.node, T.PropertyName);
    return property < 0 ? '' : this.tree.textOf(property);
  }

  get nameRange(): TextRange {
    const property = this.tree.childOfType(this.node, T.PropertyName);
    return property < 0 ? { start: this.range.end, end: this.range.end } : this.tree.rangeOf(property);
  }
}

export class SubscriptNode extends SyntaxNode implements SubscriptExpression {
  readonly kind = 'subscript';

  get object(): Expression {
    return this.source.at(this.tree.firstChild(this.node));
  }

  get index(): Expression | undefined {
    const children = this.tree.children(this.node);
    const inner = children.slice(children.findIndex((child) => this.tree.typeOf(child) === T['[']) + 1);
    if (inner.some((child) => this.tree.typeOf(child) === T[':'])) return undefined;
    const group = inner.filter((child) => this.tree.typeOf(child) !== T[']']);
    return group.length > 0 ? this.source.group(group) : undefined;
  }
}

export class NumberNode extends SyntaxNode implements NumberExpression {
  readonly kind = 'number';

  /** NaN for complex numbers. */
  get value(): number {
    const text = this.tree.textOf(this.node).replaceAll('_', '');
    return Number(/^0+[0-7]+$/.test(text) ? `0o${text}` : text);
  }
}

export class ConstantNode extends SyntaxNode implements ConstantExpression {
  readonly kind = 'constant';

  get value(): boolean | null {
    return this.tree.typeOf(this.node) === T.None ? null : this.tree.textOf(this.node) === 'True';
  }
}

export class CollectionNode extends SyntaxNode implements CollectionExpression {
  readonly kind = 'collection';

  constructor(
    source: ExpressionSource,
    node: number,
    readonly type: CollectionExpression['type'],
    /** Elements of a tuple without parentheses; otherwise the node's children. */
    private readonly group?: readonly number[],
  ) {
    super(source, node);
  }

  override get range(): TextRange {
    const last = this.group?.at(-1);
    if (last === undefined) return super.range;
    return { start: this.tree.startOf(this.node), end: this.tree.endOf(last) };
  }

  get elements(): readonly Expression[] {
    const found: Expression[] = [];
    let isSpread = false;
    for (const child of this.group ?? this.tree.children(this.node)) {
      const type = this.tree.typeOf(child);
      if (type === T['*']) isSpread = true;
      if (isToken[type]) continue;
      const element = this.source.at(child);
      found.push(isSpread ? new SpreadNode(this.source, child, () => [element]) : element);
      isSpread = false;
    }
    return found;
  }
}

export class DictNode extends SyntaxNode implements DictExpression {
  readonly kind = 'dict';

  get entries(): DictExpression['entries'] {
    const found: { key: Expression | undefined; value: Expression }[] = [];
    let key: number | undefined;
    let value: number | undefined;
    const flush = (): void => {
      if (value !== undefined) {
        found.push({
          key: key === undefined ? undefined : this.source.at(key),
          value: this.source.at(value),
        });
      }
      key = value = undefined;
    };
    for (const child of this.tree.children(this.node)) {
      const type = this.tree.typeOf(child);
      if (type === T[',']) flush();
      else if (type === T[':']) {
        key = value;
        value = undefined;
      } else if (!isToken[type]) value = child;
    }
    flush();
    return found;
  }
}

export class BinaryNode extends SyntaxNode implements BinaryExpression {
  readonly kind = 'binary';

  get operator(): string {
    for (const child of this.tree.children(this.node)) {
      if (isToken[this.tree.typeOf(child)]) return this.tree.textOf(child);
    }
    return '';
  }

  get left(): Expression {
    return this.operandAt(0);
  }

  get right(): Expression {
    return this.operandAt(1);
  }
}

export class ConditionalNode extends SyntaxNode implements ConditionalExpression {
  readonly kind = 'conditional';

  get whenTrue(): Expression {
    return this.operandAt(0);
  }

  get test(): Expression {
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

export class LambdaNode extends SyntaxNode implements LambdaExpression {
  readonly kind = 'lambda';

  get body(): Expression {
    const colon = this.tree.childOfType(this.node, T[':']);
    const body = colon < 0 ? -1 : this.tree.nextSibling(colon);
    return body < 0 ? new OtherNode(this.source, this.node, () => []) : this.source.at(body);
  }
}

export class OtherNode extends SyntaxNode implements OtherExpression {
  readonly kind = 'other';

  constructor(
    source: ExpressionSource,
    node: number,
    private readonly listed?: () => readonly Expression[],
  ) {
    super(source, node);
  }

  get operands(): readonly Expression[] {
    return this.listed ? this.listed() : this.operandNodes().map((child) => this.source.at(child));
  }
}

/** `*x` in a list, tuple or set. */
export class SpreadNode extends OtherNode {}

/** `not x`, `-x`, `+x`, `~x` */
export class UnaryNode extends OtherNode {
  get operator(): string {
    return this.tree.textOf(this.tree.firstChild(this.node));
  }
}

/** List, set, dict or generator comprehension. `results` are what it yields: the element, or key and value. */
export class ComprehensionNode extends OtherNode {
  get results(): readonly Expression[] {
    const children = this.tree.children(this.node);
    const end = children.findIndex((child) => this.tree.typeOf(child) === T.for);
    return children
      .slice(0, end < 0 ? undefined : end)
      .filter((child) => !isToken[this.tree.typeOf(child)])
      .map((child) => this.source.at(child));
  }
}
