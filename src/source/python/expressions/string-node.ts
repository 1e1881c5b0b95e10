import type { StringExpression } from '../../expression';
import type { TextRange } from '../../range';
import { LOOKUPS } from '../sections/lookups';
import { isCompound, T, typeSet } from '../syntax/node-types';
import type { SyntaxTree } from '../syntax/syntax-tree';
import type { ExpressionSource } from './expression-source';
import { type LiteralPart, readLiteral } from './string-literal';

/** A string literal in the source. */
export class StringNode implements StringExpression {
  readonly kind = 'string';
  private read: { parts: readonly LiteralPart[]; isBytes: boolean } | undefined;

  constructor(
    private readonly source: ExpressionSource,
    readonly node: number,
  ) {}

  get range(): TextRange {
    return this.source.facts.tree.rangeOf(this.node);
  }

  get parts(): readonly LiteralPart[] {
    return this.literal().parts;
  }

  get isBytes(): boolean {
    return this.literal().isBytes;
  }

  get value(): string | undefined {
    let value = '';
    for (const part of this.parts) {
      if (part.kind === 'hole') return undefined;
      value += part.value;
    }
    return value;
  }

  get isDocstring(): boolean {
    const { tree } = this.source.facts;
    const statement = tree.parentOf(this.node);
    if (
      tree.typeOf(statement) !== T.ExpressionStatement ||
      tree.afterOf(statement) !== tree.afterOf(this.node)
    ) {
      return false;
    }
    const block = tree.parentOf(statement);
    if (tree.typeOf(block) === T.Script) this.source.tracking?.name(LOOKUPS.firstStatement);
    let first = tree.firstChild(block);
    while (first >= 0 && (tree.typeOf(first) === T[':'] || tree.typeOf(first) === T.Comment)) {
      first = tree.nextSibling(first);
    }
    if (first !== statement) return false;
    const owner = tree.typeOf(tree.parentOf(block));
    return tree.typeOf(block) === T.Script || owner === T.FunctionDefinition || owner === T.ClassDefinition;
  }

  get label(): string | undefined {
    return labelOf(this.source.facts.tree, this.node);
  }

  private literal() {
    this.read ??= readLiteral(this.source.facts.tree, this.node, (group) => this.source.group(group));
    return this.read;
  }
}

/** Expressions whose value may be the literal itself: the name they are given to is the literal's. */
const TRANSPARENT = typeSet(
  'ParenthesizedExpression',
  'ConditionalExpression',
  'BinaryExpression',
  'NamedExpression',
);

/** The variable, attribute, keyword, parameter or key that the value at `node` is given to. */
function labelOf(tree: SyntaxTree, node: number): string | undefined {
  let child = node;
  let parent = tree.parentOf(node);
  while (parent >= 0 && TRANSPARENT[tree.typeOf(parent)] && !isCompound[tree.typeOf(parent)]) {
    if (tree.typeOf(parent) === T.NamedExpression) break;
    if (tree.typeOf(parent) === T.BinaryExpression && tree.childOfType(parent, T.or) < 0) return undefined;
    child = parent;
    parent = tree.parentOf(parent);
  }
  if (parent < 0) return undefined;
  switch (tree.typeOf(parent)) {
    case T.AssignStatement:
    case T.ArgList:
    case T.ParamList:
    case T.UpdateStatement:
    case T.NamedExpression:
      return targetName(tree, child);
    case T.DictionaryExpression:
      return keyName(tree, child);
    default:
      return undefined;
  }
}

/** The name in front of the `=` before a value. */
function targetName(tree: SyntaxTree, value: number): string | undefined {
  const operator = before(tree, value);
  const type = tree.typeOf(operator);
  if (operator < 0 || (type !== T.AssignOp && type !== T.UpdateOp)) return undefined;
  const target = before(tree, operator);
  return target < 0 ? undefined : nameOf(tree, target);
}

/** The sibling in front, without comments and annotations. */
function before(tree: SyntaxTree, node: number): number {
  let at = tree.previousSibling(node);
  while (at >= 0 && (tree.typeOf(at) === T.Comment || tree.typeOf(at) === T.TypeDef))
    at = tree.previousSibling(at);
  return at;
}

function nameOf(tree: SyntaxTree, target: number): string | undefined {
  if (tree.typeOf(target) === T.VariableName) return tree.textOf(target);
  if (tree.typeOf(target) !== T.MemberExpression) return undefined;
  const property = tree.childOfType(target, T.PropertyName);
  if (property >= 0) return tree.textOf(property);
  const bracket = tree.childOfType(target, T['[']);
  const key = bracket >= 0 ? tree.nextSibling(bracket) : -1;
  return key >= 0 ? plainText(tree, key) : undefined;
}

function keyName(tree: SyntaxTree, value: number): string | undefined {
  const colon = before(tree, value);
  if (colon < 0 || tree.typeOf(colon) !== T[':']) return undefined;
  const key = before(tree, colon);
  return key < 0 ? undefined : (plainText(tree, key) ?? nameOf(tree, key));
}

function plainText(tree: SyntaxTree, node: number): string | undefined {
  if (tree.typeOf(node) !== T.String) return undefined;
  const { parts } = readLiteral(tree, node, () => {
    throw new Error('a plain string has no holes');
  });
  return parts[0]?.kind === 'text' ? parts[0].value : undefined;
}
