import type { Definition, Mutation } from '../facts/definition';
import { type Facts, scopeAt } from '../facts/facts';
import type { Scope } from '../facts/scope';
import type { Tracking } from '../sections/tracking';
import { ReachingDefinitions } from './reaching-definitions';

/** Finds the definitions that a name may stand for. */
export class Bindings {
  private readonly reaching = new Map<Scope, Map<string, ReachingDefinitions>>();
  private readonly known = new Map<number, readonly Definition[] | undefined>();

  constructor(
    private readonly facts: Facts,
    private readonly tracking: Tracking | undefined,
  ) {}

  /** Definitions that may be in effect for the name at `node`; undefined when no scope around it binds the name. */
  definitions(node: number, name = this.facts.tree.textOf(node)): readonly Definition[] | undefined {
    const isOwnName = this.facts.tree.endOf(node) - this.facts.tree.startOf(node) === name.length;
    const { tracking } = this;
    if (isOwnName && this.known.has(node)) {
      tracking?.touch(node);
      return this.known.get(node);
    }
    const back = tracking?.enter(node);
    const found = this.lookUp(node, name);
    tracking?.leave(back);
    if (isOwnName) this.known.set(node, found);
    return found;
  }

  /** What is put into or set on what the name stands for, anywhere in the scope that binds it. */
  mutations(node: number, name: string): readonly Mutation[] {
    return this.scopeOf(node, name)?.mutations.get(name) ?? [];
  }

  /** The scope that binds `name`, seen from `node`. */
  private scopeOf(node: number, name: string): Scope | undefined {
    const start = scopeAt(this.facts, node);
    for (let scope: Scope | undefined = start; scope; scope = scope.parent) {
      if (scope.redirected.get(name) === 'global') {
        scope = this.facts.module;
      } else if (scope.redirected.has(name) || (scope.kind === 'class' && !this.isInline(start, scope)))
        continue;
      // That stands for every section that binds or changes the name: each of them offers it.
      if (scope.kind === 'module') this.tracking?.name(name);
      if (scope.definitions.has(name) || scope.outsideDefinitions.has(name)) return scope;
    }
    return undefined;
  }

  private lookUp(node: number, name: string): readonly Definition[] | undefined {
    const scope = this.scopeOf(node, name);
    if (!scope) return undefined;
    const all = scope.definitions.get(name) ?? [];
    const outside = scope.outsideDefinitions.get(name) ?? [];
    return [...this.inScope(node, name, scope, all), ...outside];
  }

  private inScope(
    node: number,
    name: string,
    scope: Scope,
    all: readonly Definition[],
  ): readonly Definition[] {
    if (scope.kind === 'comprehension' || scope.kind === 'lambda' || all.length === 0) return all;
    const inner = this.innerFunction(node, scope);
    // The only definition is in effect, or comes further down: either way it is what the name is.
    if (inner === undefined && all.length === 1) return all;
    const reaching = this.reachingIn(scope, name, all);
    if (inner === undefined) {
      const found = reaching.before(node);
      // A name that is only bound further down is still that name: better its later value than an outer one.
      return found.length > 0 ? found : all;
    }
    // A function's body runs later: what is in effect where it is defined, and everything after.
    return [...reaching.before(inner), ...reaching.within(inner, this.facts.tree.count)];
  }

  /** The outermost function between `scope` and `node`, whose body does not run where it stands, or the class around it. */
  private innerFunction(node: number, scope: Scope): number | undefined {
    let found: number | undefined;
    for (let at: Scope | undefined = scopeAt(this.facts, node); at && at !== scope; at = at.parent) {
      const runsLater = at.kind === 'function' || at.kind === 'lambda';
      if (runsLater || (found !== undefined && at.kind === 'class')) found = at.node;
    }
    return found;
  }

  /** Whether everything between the two scopes runs in place, so that names of a class body are seen. */
  private isInline(start: Scope, scope: Scope): boolean {
    for (let at: Scope | undefined = start; at && at !== scope; at = at.parent) {
      if (at.kind !== 'comprehension') return false;
    }
    return true;
  }

  private reachingIn(scope: Scope, name: string, all: readonly Definition[]): ReachingDefinitions {
    let byName = this.reaching.get(scope);
    if (!byName) this.reaching.set(scope, (byName = new Map<string, ReachingDefinitions>()));
    let reaching = byName.get(name);
    if (!reaching)
      byName.set(name, (reaching = new ReachingDefinitions(this.facts.tree, scope, inOrder(all))));
    return reaching;
  }
}

function inOrder(definitions: readonly Definition[]): readonly Definition[] {
  return [...definitions].sort((a, b) => a.node - b.node);
}
