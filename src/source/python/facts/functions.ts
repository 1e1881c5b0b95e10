import { isToken, T } from '../syntax/node-types';
import type { SyntaxTree } from '../syntax/syntax-tree';
import type { Collector } from './collector';
import { type ClassRecord, type FunctionRecord, type ParameterRecord, Scope } from './scope';

/** `def name(...) -> X: ...`, with its decorators. */
export function collectFunction(collector: Collector, node: number): void {
  const { tree } = collector;
  const outer = collector.scope;
  const nameNode = tree.childOfType(node, T.VariableName);
  const annotation = tree.childOfType(node, T.TypeDef);
  const decorators = decoratorsOf(tree, node);
  const record = addFunction(collector, node, 'function', {
    nameNode,
    isAsync: tree.childOfType(node, T.async) >= 0,
    enclosingClass: outer.owner?.kind === 'class' ? outer.owner : undefined,
    isStatic: decorators.some((decorator) => tree.textOf(decorator).trim() === '@staticmethod'),
    decorators,
    returnAnnotation: annotation >= 0 ? firstExpression(tree, annotation) : undefined,
  });
  if (nameNode >= 0) {
    collector.define({ kind: 'function', name: record.name, node: nameNode, scope: outer, record });
  }
  collector.startScopeAt(tree.childOfType(node, T.Body), record.scope);
}

/** `lambda a, b=1: value` */
export function collectLambda(collector: Collector, node: number): void {
  const { tree } = collector;
  const record = addFunction(collector, node, 'lambda', {
    nameNode: -1,
    isAsync: false,
    enclosingClass: undefined,
    isStatic: false,
    decorators: [],
    returnAnnotation: undefined,
  });
  const colon = tree.childOfType(node, T[':']);
  const body = colon >= 0 ? tree.nextSibling(colon) : -1;
  if (body >= 0) {
    record.returns.push([body]);
    collector.startScopeAt(body, record.scope);
  }
}

type FunctionParts = Pick<
  FunctionRecord,
  'nameNode' | 'isAsync' | 'enclosingClass' | 'isStatic' | 'decorators' | 'returnAnnotation'
>;

function addFunction(
  collector: Collector,
  node: number,
  kind: FunctionRecord['kind'],
  parts: FunctionParts,
): FunctionRecord {
  const { tree } = collector;
  const list = tree.childOfType(node, T.ParamList);
  const scope: Scope = new Scope(kind, node, collector.scope, undefined);
  // Written out: an object that is spread and added to costs many times as much, and there are many of these.
  const record: FunctionRecord = {
    kind,
    node,
    name: parts.nameNode >= 0 ? tree.textOf(parts.nameNode) : '',
    nameNode: parts.nameNode,
    isAsync: parts.isAsync,
    enclosingClass: parts.enclosingClass,
    isStatic: parts.isStatic,
    decorators: parts.decorators,
    parameters: list >= 0 ? readParameters(tree, list) : [],
    returnAnnotation: parts.returnAnnotation,
    returns: [],
    scope,
  };
  collector.addScope(scope);
  scope.owner = record;
  collector.functionByNode.set(node, record);
  if (kind === 'function') collector.functions.push(record);
  record.parameters.forEach((parameter, index) => {
    collector.define({ kind: 'parameter', name: parameter.name, node: parameter.node, scope, record, index });
  });
  return record;
}

/** Decorator nodes of a function or class. */
export function decoratorsOf(tree: SyntaxTree, node: number): number[] {
  const parent = tree.parentOf(node);
  if (tree.typeOf(parent) !== T.DecoratedStatement) return [];
  return tree.children(parent).filter((child) => tree.typeOf(child) === T.Decorator);
}

/** The first child that is an expression. */
export function firstExpression(tree: SyntaxTree, node: number): number | undefined {
  for (let child = tree.firstChild(node); child >= 0; child = tree.nextSibling(child)) {
    if (!isToken[tree.typeOf(child)]) return child;
  }
  return undefined;
}

function readParameters(tree: SyntaxTree, list: number): ParameterRecord[] {
  const found: ParameterRecord[] = [];
  let kind: ParameterRecord['kind'] = 'normal';
  let keywordOnly = false;
  let open: { -readonly [K in keyof ParameterRecord]: ParameterRecord[K] } | undefined;
  for (let child = tree.firstChild(list); child >= 0; child = tree.nextSibling(child)) {
    switch (tree.typeOf(child)) {
      case T['*']:
        kind = 'star';
        break;
      case T['**']:
        kind = 'doubleStar';
        break;
      case T[',']:
        if (kind === 'star') keywordOnly = true;
        kind = 'normal';
        open = undefined;
        break;
      case T.TypeDef:
        if (open) {
          open.annotation = firstExpression(tree, child);
          open.end = tree.endOf(child);
        }
        break;
      default:
        if (isToken[tree.typeOf(child)]) break;
        if (open) {
          open.default = child;
          open.end = tree.endOf(child);
        } else if (tree.typeOf(child) === T.VariableName) {
          const name = tree.textOf(child);
          open = {
            name,
            node: child,
            kind,
            keywordOnly,
            annotation: undefined,
            default: undefined,
            end: tree.endOf(child),
          };
          found.push(open);
        }
    }
  }
  return found;
}

/** The class whose method's first parameter is `name`, seen from `scope`: what `self` or `cls` stands for. */
export function classOfSelf(scope: Scope, name: string): ClassRecord | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    const record = at.owner;
    if (record?.kind === 'function' && record.parameters.some((parameter) => parameter.name === name)) {
      return record.parameters[0]?.name === name && !record.isStatic ? record.enclosingClass : undefined;
    }
  }
  return undefined;
}
