import { type Facts, functionAround, scopeAt } from '../facts/facts';
import type { Definition, FunctionRecord, Mutation, Scope } from '../facts/records';
import { branchOf, loopAround } from './branches';

/** Knows which definitions a name stands for where it is used. */
export class Bindings {
  private readonly known = new Map<number, readonly Definition[] | undefined>();

  constructor(private readonly facts: Facts) {}

  /** The definitions of the name at a node, those that have no value included; undefined when nothing in the file binds it. */
  definitions(node: number, name = this.facts.tree.textOf(node)): readonly Definition[] | undefined {
    const known = this.known.get(node);
    if (known !== undefined || this.known.has(node)) return known;
    const scope = this.scopeOf(node, name);
    const found = scope && this.inEffect(node, scope.definitions.get(name) ?? []);
    this.known.set(node, found);
    return found;
  }

  /** What is put into what the name stands for. */
  mutations(node: number): readonly Mutation[] {
    const name = this.facts.tree.textOf(node);
    const all = this.facts.mutations.get(name);
    if (!all) return NONE;
    const scope = this.scopeOf(node, name);
    return all.filter(({ receiver }) => this.scopeOf(receiver, name) === scope);
  }

  private scopeOf(node: number, name: string): Scope | undefined {
    for (let scope: Scope | undefined = scopeAt(this.facts, node); scope; scope = scope.parent) {
      if (scope.definitions.has(name)) return scope;
    }
    return undefined;
  }

  private inEffect(node: number, all: readonly Definition[]): readonly Definition[] {
    if (all.length < 2) return all;
    const around = functionAround(this.facts, node);
    const here: Definition[] = [];
    const elsewhere: Definition[] = [];
    for (const definition of all) {
      (functionAround(this.facts, nameOwner(this.facts, definition)) === around ? here : elsewhere).push(
        definition,
      );
    }
    // Used in an inner function, which runs at any time.
    if (here.length === 0) return all;
    const found = this.reaching(node, here, around);
    return found.length + elsewhere.length > 0
      ? [...found, ...elsewhere.filter((one) => this.mayRun(one))]
      : all;
  }

  /** What another function assigns takes effect at any time; the definition of an outer name does not. */
  private mayRun(definition: Definition): boolean {
    return definition.kind === 'value';
  }

  /** The last definition before the use on each path that leads there. */
  private reaching(
    node: number,
    all: readonly Definition[],
    around: FunctionRecord | undefined,
  ): readonly Definition[] {
    const { tree } = this.facts;
    const sorted = [...all].sort((a, b) => b.effect - a.effect);
    const loop = loopAround(tree, node, around?.node ?? 0);
    const found: Definition[] = [];
    for (const definition of sorted) {
      if (definition.effect > node) {
        if (loop >= 0 && tree.contains(loop, definition.node)) found.push(definition);
        continue;
      }
      const branch = branchOf(tree, definition.node);
      if (branch.isExclusive && !tree.contains(branch.node, node) && tree.contains(branch.whole, node))
        continue;
      found.push(definition);
      if (
        tree.contains(branch.node, node) &&
        (definition.kind !== 'value' || definition.source !== 'augmented')
      )
        break;
    }
    return found;
  }
}

const NONE: readonly Mutation[] = [];

/** The node that says which function a definition is made in: a function's own name belongs to what is around it. */
function nameOwner({ tree }: Facts, definition: Definition): number {
  return definition.kind === 'function' ? tree.parentOf(definition.node) : definition.node;
}
