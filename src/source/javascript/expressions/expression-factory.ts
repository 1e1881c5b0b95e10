import type { Call, Expression } from '../../expression';
import type { Facts } from '../facts/facts';
import { isFunctionNode } from '../facts/functions';
import { T } from '../syntax/node-types';
import { CallNode } from './call-node';
import type { CallResolver } from './call-resolver';
import type { ExpressionSource } from './expression-source';
import {
  AttributeNode, AwaitNode, BinaryNode, ClassNode, CollectionNode, ConditionalNode, ConstantNode, DictNode, LambdaNode,
  NameNode, NumberNode, OtherNode, SubscriptNode, UnaryNode,
} from './nodes'; // prettier-ignore
import { StringNode } from './string-node';

/** Builds the expression of a node when it is first asked for. */
export class ExpressionFactory implements ExpressionSource {
  /** As long as the tree from the start: an array that grows by leaps is kept as a slow table. */
  private readonly byNode: (Expression | undefined)[];
  private readonly setters = new Map<number, Call>();

  constructor(
    readonly facts: Facts,
    readonly resolver: CallResolver,
  ) {
    this.byNode = new Array<Expression | undefined>(facts.tree.count);
  }

  at(node: number): Expression {
    let inner = node;
    for (let next = this.transparent(inner); next >= 0; next = this.transparent(inner)) inner = next;
    return (this.byNode[inner] ??= this.make(inner));
  }

  callAt(node: number): Call {
    const type = this.facts.tree.typeOf(node);
    if (type !== T.AssignmentExpression && type !== T.JSXAttribute) {
      const call = this.at(node);
      if (call.kind === 'call') return call;
    }
    let setter = this.setters.get(node);
    if (!setter) this.setters.set(node, (setter = new CallNode(this, node)));
    return setter;
  }

  /** Parentheses, casts, `!`, type arguments, assignments and lists with commas stand for a part of them; -1 for all else. */
  private transparent(node: number): number {
    const { tree } = this.facts;
    switch (tree.typeOf(node)) {
      case T.ParenthesizedExpression:
      case T.InstantiationExpression:
      case T.JSXEscape:
        return tree.firstExpression(node);
      case T.PrefixCast:
      case T.AssignmentExpression:
      case T.SequenceExpression:
      case T.TypeAnnotation:
        return tree.typeOf(node) === T.TypeAnnotation ? this.annotated(node) : tree.lastExpression(node);
      case T.BinaryExpression:
        return tree.childOfType(node, T.as) >= 0 || tree.childOfType(node, T.satisfies) >= 0
          ? tree.firstExpression(node)
          : -1;
      case T.PostfixExpression:
        return tree.textOf(node).endsWith('!') ? tree.firstExpression(node) : -1;
      default:
        return -1;
    }
  }

  private annotated(annotation: number): number {
    const { tree } = this.facts;
    const colon = tree.firstChild(annotation);
    return colon < 0 ? -1 : tree.nextSibling(colon);
  }

  private make(node: number): Expression {
    const { tree } = this.facts;
    if (isFunctionNode(tree, node)) return new LambdaNode(this, node);
    switch (tree.typeOf(node)) {
      case T.VariableName:
        return tree.textOf(node) === 'undefined' ? new ConstantNode(this, node) : new NameNode(this, node);
      case T.VariableDefinition:
      case T.PropertyDefinition:
      case T.TypeName:
      case T.JSXIdentifier:
      case T.this:
      case T.super:
        return new NameNode(this, node);
      case T.MemberExpression:
        return tree.childOfType(node, T['[']) < 0
          ? new AttributeNode(this, node)
          : new SubscriptNode(this, node);
      case T.IndexedType:
        return new AttributeNode(this, node);
      case T.CallExpression:
      case T.NewExpression:
      case T.TaggedTemplateExpression:
      case T.DynamicImport:
        return new CallNode(this, node);
      case T.String:
      case T.TemplateString:
      case T.JSXAttributeValue:
        return new StringNode(this, node);
      case T.Number:
        return new NumberNode(this, node);
      case T.BooleanLiteral:
      case T.null:
        return new ConstantNode(this, node);
      case T.ArrayExpression:
        return new CollectionNode(this, node);
      case T.ObjectExpression:
        return new DictNode(this, node);
      case T.BinaryExpression:
        return new BinaryNode(this, node);
      case T.ConditionalExpression:
        return new ConditionalNode(this, node);
      case T.AwaitExpression:
        return new AwaitNode(this, node);
      case T.UnaryExpression:
        return new UnaryNode(this, node);
      case T.ClassExpression:
        return new ClassNode(this, node);
      default:
        return new OtherNode(this, node);
    }
  }
}
