import type { Import } from '../../model';
import { isComprehension, T } from '../syntax/node-types';
import type { SyntaxTree } from '../syntax/syntax-tree';
import { collectClass } from './classes';
import { collectComprehension } from './comprehensions';
import type { Definition, Mutation } from './definition';
import type { Facts } from './facts';
import { collectFunction, collectLambda } from './functions';
import { collectImport } from './imports';
import { collectMutatingCall } from './mutations';
import { Scope, type ClassRecord, type FunctionRecord } from './scope';
import { collectStatementRange } from './statements';
import { bindingStatements } from './targets';

/** Called when the walk enters a node of one type. */
export type Collect = (collector: Collector, node: number) => void;

/** Walks a syntax tree once, in source order, and gathers {@link Facts}. */
export class Collector implements Facts {
  readonly module: Scope;
  readonly scopes: Scope[] = [];
  readonly scopeNumber: Uint32Array;
  readonly imports: Import[] = [];
  readonly starImports: string[] = [];
  readonly calls: number[] = [];
  readonly strings: number[] = [];
  readonly assignments: number[] = [];
  readonly comments: number[] = [];
  readonly functions: FunctionRecord[] = [];
  readonly functionByNode = new Map<number, FunctionRecord>();
  readonly classes: ClassRecord[] = [];
  readonly errors: number[] = [];
  readonly statements: number[] = [];

  /** Scopes that begin at a node further on. */
  private readonly scopeStarts = new Map<number, Scope>();
  private readonly numbers = new Map<Scope, number>();
  /** Open scopes: number and the node behind their region. */
  private readonly open: { scope: Scope; number: number; until: number }[] = [];
  private currentNode = 0;

  constructor(readonly tree: SyntaxTree) {
    this.scopeNumber = new Uint32Array(tree.count);
    this.module = this.addScope(new Scope('module', 0, undefined, undefined));
    this.open.push({ scope: this.module, number: 0, until: tree.count });
    this.walk();
  }

  get scope(): Scope {
    return this.open[this.open.length - 1]?.scope ?? this.module;
  }

  addScope(scope: Scope): Scope {
    this.numbers.set(scope, this.scopes.length);
    this.scopes.push(scope);
    return scope;
  }

  /** From `node` to its last descendant, expressions are evaluated in `scope`. */
  startScopeAt(node: number, scope: Scope): void {
    if (node < 0) return;
    if (node === this.currentNode) this.enter(node, scope);
    else this.scopeStarts.set(node, scope);
  }

  /** Binds a name in the scope it belongs to: that of a `global` or `nonlocal` declaration, else `definition.scope`. */
  define(definition: Definition): void {
    const redirect = definition.scope.redirected.get(definition.name);
    if (redirect === 'global') this.module.defineFromOutside(definition);
    else if (redirect === 'nonlocal') {
      this.nonlocalScope(definition).defineFromOutside(definition);
    } else definition.scope.define(definition);
  }

  addMutation(name: string, mutation: Mutation): void {
    this.scope.addMutation(name, mutation);
  }

  private nonlocalScope(definition: Definition): Scope {
    for (let scope = definition.scope.parent; scope; scope = scope.parent) {
      if (scope.kind === 'function' && scope.definitions.has(definition.name)) return scope;
    }
    return this.module;
  }

  private enter(node: number, scope: Scope): void {
    this.open.push({ scope, number: this.numbers.get(scope) ?? 0, until: this.tree.afterOf(node) });
  }

  private walk(): void {
    const { tree, open, scopeNumber, scopeStarts } = this;
    const { type, count } = tree;
    let top = open[0];
    for (let node = 0; node < count; node++) {
      while (top && node >= top.until) {
        open.pop();
        top = open[open.length - 1];
      }
      this.currentNode = node;
      if (scopeStarts.size > 0) {
        const scope = scopeStarts.get(node);
        if (scope) {
          scopeStarts.delete(node);
          this.enter(node, scope);
          top = open[open.length - 1];
        }
      }
      const collect = COLLECT[type[node] ?? 255];
      if (collect) {
        collect(this, node);
        top = open[open.length - 1];
      }
      scopeNumber[node] = top?.number ?? 0;
    }
  }
}

const COLLECT: (Collect | undefined)[] = new Array<Collect | undefined>(256);

function register(type: number, collect: Collect): void {
  const earlier = COLLECT[type];
  COLLECT[type] = earlier
    ? (collector, node) => {
        earlier(collector, node);
        collect(collector, node);
      }
    : collect;
}

register(T.CallExpression, (collector, node) => {
  collector.calls.push(node);
  collectMutatingCall(collector, node);
});
register(T.ArgList, (collector, node) => {
  const { tree } = collector;
  if (tree.typeOf(tree.parentOf(node)) === T.Decorator) collector.calls.push(node);
  if (tree.childOfType(node, T.for) >= 0) collectComprehension(collector, node);
});
for (const type of [T.String, T.FormatString]) {
  register(type, (collector, node) => {
    const { tree } = collector;
    if (tree.typeOf(tree.parentOf(node)) !== T.ContinuedString) collector.strings.push(node);
  });
}
register(T.ContinuedString, (collector, node) => collector.strings.push(node));
register(T.AssignStatement, (collector, node) => collector.assignments.push(node));
register(T.Comment, (collector, node) => collector.comments.push(node));
register(T['⚠'], (collector, node) => collector.errors.push(node));
register(T.ImportStatement, collectImport);
register(T.FunctionDefinition, collectFunction);
register(T.LambdaExpression, collectLambda);
register(T.ClassDefinition, collectClass);
isComprehension.forEach((is, type) => {
  if (is) register(type, collectComprehension);
});
for (const [type, collect] of bindingStatements) register(type, collect);
for (const [type, collect] of collectStatementRange) register(type, collect);
