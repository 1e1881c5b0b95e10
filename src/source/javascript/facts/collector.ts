import type { Export, Import } from '../../model';
import { isLoop, T } from '../syntax/node-types';
import type { SyntaxTree } from '../syntax/syntax-tree';
import { collectClass, collectField, collectMethodName } from './classes';
import { readExport, readModuleExports } from './exports';
import type { Facts } from './facts';
import { isFunctionNode, readFunction } from './functions';
import { isHtmlSetter } from './html-setters';
import { readImport } from './imports';
import { readAddingCall } from './mutations';
import { boundNames } from './patterns';
import {
  push,
  type ClassRecord,
  type Definition,
  type FunctionRecord,
  type Mutation,
  type Scope,
} from './records';
import { collectStatement } from './statements';
import { collectAssignment, collectDeclaration, collectLoop } from './values';

/** Gathers the facts of a text in one pass over its nodes. */
export class Collector implements Facts {
  readonly module: Scope;
  readonly scopeByNode = new Map<number, Scope>();
  readonly imports: Import[] = [];
  readonly exports: Export[] = [];
  readonly calls: number[] = [];
  readonly strings: number[] = [];
  readonly assignments: number[] = [];
  readonly comments: number[] = [];
  readonly functions: FunctionRecord[] = [];
  readonly functionByNode = new Map<number, FunctionRecord>();
  readonly classes: ClassRecord[] = [];
  readonly classByNode = new Map<number, ClassRecord>();
  readonly mutations = new Map<string, Mutation[]>();
  readonly namedArguments = new Map<string, number[]>();
  readonly statements: number[] = [];
  readonly elements: number[] = [];
  readonly errors: number[] = [];
  /** Scopes, functions and classes around the node in hand, innermost last. */
  private readonly scopes: Scope[];
  private readonly functionsAround: FunctionRecord[] = [];
  private readonly classesAround: ClassRecord[] = [];

  constructor(readonly tree: SyntaxTree) {
    this.module = { node: 0, kind: 'module', parent: undefined, definitions: new Map() };
    this.scopeByNode.set(0, this.module);
    this.scopes = [this.module];
    for (let node = 0; node < tree.count; node++) {
      this.leave(node);
      this.collect(node, tree.typeOf(node));
    }
  }

  get scope(): Scope {
    return this.scopes.at(-1) ?? this.module;
  }

  get owner(): ClassRecord | undefined {
    return this.classesAround.at(-1);
  }

  /** The scope that `var` binds in. */
  get functionScope(): Scope {
    return this.scopes.findLast(({ kind }) => kind !== 'block') ?? this.module;
  }

  define(scope: Scope, definition: Definition): void {
    push(scope.definitions, definition.name, definition);
  }

  /** The scope that has the name by now; that of the module when none has. */
  scopeOf(name: string): Scope {
    return this.scopes.findLast(({ definitions }) => definitions.has(name)) ?? this.module;
  }

  addMutation(mutation: Mutation | undefined): void {
    if (!mutation) return;
    const { tree } = this;
    if (tree.typeOf(mutation.receiver) === T.this) {
      if (this.owner && mutation.property !== undefined)
        push(this.owner.mutations, mutation.property, mutation);
    } else push(this.mutations, tree.textOf(mutation.receiver), mutation);
  }

  private leave(node: number): void {
    const { tree } = this;
    while (this.scopes.length > 1 && tree.afterOf(this.scope.node) <= node) this.scopes.pop();
    const isLeft = (record: { readonly node: number } | undefined): boolean =>
      record !== undefined && tree.afterOf(record.node) <= node;
    while (isLeft(this.functionsAround.at(-1))) this.functionsAround.pop();
    while (isLeft(this.classesAround.at(-1))) this.classesAround.pop();
  }

  private open(node: number, kind: Scope['kind']): Scope {
    const scope: Scope = { node, kind, parent: this.scope, definitions: new Map() };
    this.scopes.push(scope);
    this.scopeByNode.set(node, scope);
    return scope;
  }

  private collect(node: number, type: number): void {
    const { tree } = this;
    collectStatement(this, node, type);
    if (isFunctionNode(tree, node)) return this.collectFunction(node);
    if (isLoop[type] === 1 || type === T.SwitchBody || type === T.CatchClause) this.open(node, 'block');
    switch (type) {
      case T.Block:
        if (!this.functionByNode.has(tree.parentOf(node))) this.open(node, 'block');
        return;
      case T.CallExpression:
      case T.NewExpression:
        this.calls.push(node);
        return this.collectArguments(node);
      case T.DynamicImport:
      case T.TaggedTemplateExpression:
        this.calls.push(node);
        return;
      case T.String:
        if (tree.typeOf(tree.parentOf(node)) !== T.ImportDeclaration) this.strings.push(node);
        return;
      case T.TemplateString:
      case T.JSXAttributeValue:
        this.strings.push(node);
        return;
      case T.JSXAttribute:
        if (isHtmlSetter(tree, node)) this.calls.push(node);
        return;
      case T.AssignmentExpression:
        this.assignments.push(node);
        this.exports.push(...readModuleExports(tree, node));
        if (isHtmlSetter(tree, node)) this.calls.push(node);
        return collectAssignment(this, node);
      case T.VariableDeclaration:
        return collectDeclaration(this, node);
      case T.ForOfSpec:
      case T.ForInSpec:
        return collectLoop(this, node);
      case T.ImportDeclaration:
        return this.collectImport(node);
      case T.ExportDeclaration:
        return this.collectExport(node);
      case T.ClassDeclaration:
      case T.ClassExpression:
        return this.collectClassRecord(node);
      case T.PropertyDeclaration:
        return collectField(this, node);
      case T.ReturnStatement:
      case T.YieldExpression:
        return this.collectResult(node);
      case T.VariableDefinition:
        return this.collectOther(node);
      case T.TypeDefinition:
        return this.define(this.scope, { kind: 'opaque', name: tree.textOf(node), node, effect: node });
      case T.LineComment:
      case T.BlockComment:
        this.comments.push(node);
        return;
      case T['⚠']:
        this.errors.push(node);
        return;
      default:
    }
  }

  private collectFunction(node: number): void {
    const { tree } = this;
    const isMethod = tree.typeOf(node) === T.MethodDeclaration;
    const owner = isMethod || this.isField(node) ? this.owner : undefined;
    const decorators = isMethod
      ? tree.children(node).filter((child) => tree.typeOf(child) === T.Decorator)
      : [];
    const record = readFunction(tree, node, owner, decorators);
    this.functions.push(record);
    this.functionByNode.set(node, record);
    const outer = this.scope;
    if (tree.typeOf(node) === T.FunctionDeclaration && record.name !== '') {
      this.define(outer, { kind: 'function', name: record.name, node: record.nameNode, effect: 0, record });
    }
    if (isMethod && this.owner) collectMethodName(this.owner, record);
    this.functionsAround.push(record);
    const scope = this.open(node, 'function');
    if (
      tree.typeOf(node) === T.FunctionExpression &&
      tree.childOfType(node, T.VariableDefinition) === record.nameNode
    ) {
      this.define(scope, { kind: 'function', name: record.name, node: record.nameNode, effect: 0, record });
    }
    for (const [index, parameter] of record.parameters.entries()) {
      for (const { name, node: bound, path, fallback } of boundNames(tree, parameter.node)) {
        this.define(scope, {
          kind: 'parameter',
          name,
          node: bound,
          effect: bound,
          record,
          index,
          path,
          fallback,
        });
      }
    }
    if (this.owner && record.name === 'constructor') this.collectParameterFields(record);
  }

  /** `constructor(private client: OpenAI)` declares a field. */
  private collectParameterFields(record: FunctionRecord): void {
    const { tree } = this;
    for (const [index, { node, name, isPattern }] of record.parameters.entries()) {
      const before = tree.previousSibling(node);
      const type = before < 0 ? -1 : tree.typeOf(before);
      if (isPattern || (type !== T.Privacy && type !== T.readonly)) continue;
      if (!this.owner) return;
      push(this.owner.members, name, {
        kind: 'parameter', name, node, effect: node, record, index, path: [], fallback: undefined,
      }); // prettier-ignore
    }
  }

  /** Whether a function is the value of a field of a class. */
  private isField(node: number): boolean {
    return this.tree.typeOf(this.tree.parentOf(node)) === T.PropertyDeclaration;
  }

  private collectArguments(call: number): void {
    const { tree } = this;
    this.addMutation(readAddingCall(tree, call));
    const list = tree.childOfType(call, T.ArgList);
    if (list < 0) return;
    for (let child = tree.firstChild(list); child >= 0; child = tree.nextSibling(child)) {
      if (tree.typeOf(child) === T.VariableName) push(this.namedArguments, tree.textOf(child), call);
      else if (tree.typeOf(child) === T.MemberExpression) {
        const last = tree.after[child] ?? 0;
        push(this.namedArguments, tree.textOf(last - 1), call);
      } else if (tree.typeOf(child) === T.ObjectExpression) {
        for (const name of namedValues(tree, child)) push(this.namedArguments, name, call);
      }
    }
  }

  private collectImport(node: number): void {
    const { names, imports } = readImport(this.tree, node);
    this.imports.push(...imports);
    for (const { node: bound, name, module, member } of names) {
      this.define(this.module, { kind: 'import', name, node: bound, effect: 0, module, member });
    }
  }

  private collectExport(node: number): void {
    const { exports, imports } = readExport(this.tree, node);
    this.exports.push(...exports);
    this.imports.push(...imports);
  }

  private collectClassRecord(node: number): void {
    const record = collectClass(this.tree, node);
    this.classes.push(record);
    this.classByNode.set(node, record);
    if (this.tree.typeOf(node) === T.ClassDeclaration && record.name !== '') {
      this.define(this.scope, { kind: 'class', name: record.name, node: record.nameNode, effect: 0, record });
    }
    this.classesAround.push(record);
  }

  private collectResult(node: number): void {
    const value = this.tree.lastExpression(node);
    if (value >= 0) this.functionsAround.at(-1)?.returns.push(value);
  }

  /** A name that no other statement binds: what is caught, a namespace. */
  private collectOther(node: number): void {
    const { tree } = this;
    const parent = tree.typeOf(tree.parentOf(node));
    if (parent !== T.CatchClause && parent !== T.NamespaceDeclaration) return;
    this.define(this.scope, { kind: 'opaque', name: tree.textOf(node), node, effect: node });
  }
}

/** Names that are values of an object literal: `{ execute: run, handler }`. */
function namedValues(tree: SyntaxTree, object: number): readonly string[] {
  return tree.children(object).flatMap((property) => {
    if (tree.typeOf(property) !== T.Property) return [];
    const last = tree.lastExpression(property);
    const type = tree.typeOf(last);
    return type === T.VariableName || type === T.PropertyDefinition ? [tree.textOf(last)] : [];
  });
}
