import type { AttributeExpression, Expression } from '../../expression';
import type { Facts } from '../facts/facts';
import { firstExpression } from '../facts/functions';
import { isToken, T } from '../syntax/node-types';
import type { Tracking } from '../sections/tracking';
import type { CallResolver } from './call-resolver';
import { CallNode } from './call-node';
import type { ExpressionSource } from './expression-source';
import {
  AttributeNode, AwaitNode, BinaryNode, CollectionNode, ComprehensionNode, ConditionalNode, ConstantNode, DictNode,
  LambdaNode, NameNode, NumberNode, OtherNode, SubscriptNode, UnaryNode,
} from './nodes'; // prettier-ignore
import { StringNode } from './string-node';

/** Builds the expression of a node when it is first asked for. */
export class ExpressionFactory implements ExpressionSource {
  /** As long as the tree from the start: an array that grows by leaps is kept as a slow table. */
  private readonly byNode: (Expression | undefined)[];
  private readonly tuples = new Map<number, Expression>();

  constructor(
    readonly facts: Facts,
    readonly resolver: CallResolver,
    readonly tracking: Tracking | undefined,
  ) {
    this.byNode = new Array<Expression | undefined>(facts.tree.count);
  }

  at(node: number): Expression {
    let inner = node;
    // Parentheses and `name :=` are not expressions of their own.
    for (let next = this.transparent(inner); next !== undefined; next = this.transparent(inner)) inner = next;
    this.tracking?.touch(inner);
    const known = this.byNode[inner];
    if (known) return known;
    const made = this.make(inner);
    this.byNode[inner] = made;
    return made;
  }

  group(nodes: readonly number[]): Expression {
    const { tree } = this.facts;
    const inner = nodes.filter((node) => !isToken[tree.typeOf(node)]);
    const first = inner[0] ?? nodes[0] ?? 0;
    if (nodes.length === 1) return this.at(first);
    this.tracking?.touch(first);
    const known = this.tuples.get(first);
    if (known) return known;
    const isTuple = nodes.some((node) => tree.typeOf(node) === T[',']);
    const made =
      isTuple || inner.length !== 1 || nodes[0] !== first
        ? new CollectionNode(this, first, 'tuple', nodes)
        : this.at(first);
    this.tuples.set(first, made);
    return made;
  }

  /** The expression of a decorator, with its call. */
  decorator(node: number): Expression {
    const { tree } = this.facts;
    this.tracking?.touch(node);
    let expression: Expression | undefined;
    for (const child of tree.children(node)) {
      const type = tree.typeOf(child);
      if (type === T.VariableName || type === T.PropertyName) {
        expression = expression ? this.decoratorAttribute(expression, child) : this.at(child);
      } else if (type === T.ArgList && expression) {
        const callee = expression;
        const known = this.byNode[child];
        const range = { start: callee.range.start, end: tree.endOf(child) };
        expression = known ?? new CallNode(this, child, () => callee, range);
        this.byNode[child] = expression;
      }
    }
    return expression ?? new OtherNode(this, node, () => []);
  }

  private decoratorAttribute(
    object: Expression,
    nameNode: number,
  ): AttributeExpression & { readonly node: number } {
    const { tree } = this.facts;
    const range = { start: object.range.start, end: tree.endOf(nameNode) };
    return {
      kind: 'attribute',
      range,
      object,
      name: tree.textOf(nameNode),
      nameRange: tree.rangeOf(nameNode),
      node: nameNode,
    };
  }

  private transparent(node: number): number | undefined {
    const { tree } = this.facts;
    const type = tree.typeOf(node);
    if (type === T.ParenthesizedExpression) {
      const hasStar = tree.childOfType(node, T['*']) >= 0;
      return hasStar ? undefined : firstExpression(tree, node);
    }
    if (type === T.NamedExpression) {
      const operator = tree.childOfType(node, T.AssignOp);
      const value = operator >= 0 ? tree.nextSibling(operator) : -1;
      return value >= 0 ? value : undefined;
    }
    return undefined;
  }

  private make(node: number): Expression {
    const { tree } = this.facts;
    switch (tree.typeOf(node)) {
      case T.VariableName:
        return new NameNode(this, node);
      case T.MemberExpression: {
        const isAttribute = tree.childOfType(node, T['[']) < 0;
        return isAttribute ? new AttributeNode(this, node) : new SubscriptNode(this, node);
      }
      case T.CallExpression:
        return new CallNode(this, node, () => this.at(tree.firstChild(node)), tree.rangeOf(node));
      case T.String:
      case T.FormatString:
      case T.ContinuedString:
        return new StringNode(this, node);
      case T.Number:
        return new NumberNode(this, node);
      case T.Boolean:
      case T.None:
        return new ConstantNode(this, node);
      case T.ArrayExpression:
        return new CollectionNode(this, node, 'list');
      case T.TupleExpression:
        return new CollectionNode(this, node, 'tuple');
      case T.SetExpression:
        return new CollectionNode(this, node, 'set');
      case T.DictionaryExpression:
        return new DictNode(this, node);
      case T.BinaryExpression:
        return this.binary(node);
      case T.ConditionalExpression:
        return new ConditionalNode(this, node);
      case T.AwaitExpression:
        return new AwaitNode(this, node);
      case T.LambdaExpression:
        return new LambdaNode(this, node);
      case T.UnaryExpression:
        return new UnaryNode(this, node);
      case T.ComprehensionExpression:
      case T.ArrayComprehensionExpression:
      case T.SetComprehensionExpression:
      case T.DictionaryComprehensionExpression:
        return new ComprehensionNode(this, node);
      case T.ArgList:
        return this.argumentList(node);
      case T.Decorator:
        return this.decorator(node);
      default:
        return new OtherNode(this, node);
    }
  }

  /** Comparisons give a truth value and are no BinaryExpression of the model. */
  private binary(node: number): Expression {
    const { tree } = this.facts;
    const isComparison = [T.CompareOp, T.in, T.is, T.not].some((type) => tree.childOfType(node, type) >= 0);
    return isComparison ? new OtherNode(this, node) : new BinaryNode(this, node);
  }

  private argumentList(node: number): Expression {
    const { tree } = this.facts;
    const parent = tree.parentOf(node);
    if (tree.typeOf(parent) !== T.Decorator) return new ComprehensionNode(this, node);
    this.decorator(parent);
    return this.byNode[node] ?? new OtherNode(this, node, () => []);
  }
}
