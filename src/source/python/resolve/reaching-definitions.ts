import type { Definition } from '../facts/definition';
import type { Scope } from '../facts/scope';
import { isCompound, T } from '../syntax/node-types';
import type { SyntaxTree } from '../syntax/syntax-tree';

/** Definitions that may be in effect behind a piece of code; `falls`: earlier ones may be too. */
interface Outcome {
  readonly definitions: readonly Definition[];
  readonly falls: boolean;
}

const NOTHING: Outcome = { definitions: [], falls: true };
/** A block that never ends normally: it hands nothing on. */
const DEAD: Outcome = { definitions: [], falls: false };
/** Deeper nesting of statements is united without looking at paths. */
const MAX_DEPTH = 100;

/**
 * Which definitions of one name in one scope may have been the last to run before a node. Follows the structure of the
 * statements (branches unite, a later assignment in the same block replaces earlier ones, loops come round), not values.
 */
export class ReachingDefinitions {
  constructor(
    private readonly tree: SyntaxTree,
    private readonly scope: Scope,
    /** All definitions of the name in the scope, in source order. */
    private readonly all: readonly Definition[],
  ) {}

  /** @param use a node evaluated as part of the scope's own code. */
  before(use: number): Definition[] {
    const { tree } = this;
    const found = new Set<Definition>();
    let child = use;
    for (;;) {
      const parent = tree.parentOf(child);
      if (parent < 0) break;
      if (parent === this.scope.node && this.scope.kind !== 'module') {
        for (const definition of this.all) if (definition.kind === 'parameter') found.add(definition);
        break;
      }
      const outcome = isBlock(tree.typeOf(parent))
        ? this.ofBlockUntil(parent, child, 0)
        : this.onTheWay(parent, child, use);
      for (const definition of outcome.definitions) found.add(definition);
      if (!outcome.falls) break;
      child = parent;
    }
    return [...found];
  }

  /** Definitions with nodes from `from` (included) to `until` (excluded). */
  within(from: number, until: number): Definition[] {
    return this.all.slice(this.indexAt(from), this.indexAt(until));
  }

  /** What a compound statement does before control comes to `child`, one of its children. */
  private onTheWay(parent: number, child: number, use: number): Outcome {
    const { tree } = this;
    const isBody = tree.typeOf(child) === T.Body;
    switch (tree.typeOf(parent)) {
      case T.TryStatement:
        return isBody ? this.beforeTryClause(parent, child) : NOTHING;
      case T.WhileStatement:
      case T.ForStatement: {
        if (!isBody) return NOTHING;
        const body = tree.childOfType(parent, T.Body);
        const header = this.within(parent, body);
        const around = this.within(body, tree.afterOf(body));
        return { definitions: [...around, ...header], falls: header.length === 0 || child !== body };
      }
      case T.FunctionDefinition:
      case T.LambdaExpression:
      case T.ClassDefinition:
      case T.MatchBody:
        return NOTHING;
      case T.IfStatement: {
        const tests = tree.children(parent).filter((one) => one < child && tree.typeOf(one) !== T.Body);
        return { definitions: tests.flatMap((test) => this.within(test, tree.afterOf(test))), falls: true };
      }
      default: {
        // Headers: targets of `with`, captures of `case`, `:=` to the left in the same expression.
        const until = isBody ? child : Math.min(use, tree.afterOf(child));
        const header = this.within(parent, until).filter((definition) => this.isComplete(definition, use));
        const last = header.at(-1);
        return { definitions: last ? [last] : [], falls: !last };
      }
    }
  }

  /** A target of `=` or `+=` is not yet bound while its own statement's value is worked out. */
  private isComplete(definition: Definition, use: number): boolean {
    const { tree } = this;
    const holder = tree.typeOf(tree.parentOf(definition.node));
    if (definition.kind !== 'value') return true;
    if (holder === T.NamedExpression || holder === T.ArgList) return definition.node < use;
    const body = tree.childOfType(tree.parentOf(definition.node), T.Body);
    return holder === T.WithStatement && body >= 0 ? true : definition.source === 'with';
  }

  private beforeTryClause(statement: number, clause: number): Outcome {
    const { tree } = this;
    const body = tree.childOfType(statement, T.Body);
    if (clause === body) return NOTHING;
    const word = this.clauseWord(statement, clause);
    if (word === T.else) return this.ofBlock(body, 0);
    const bound = this.within(statement, clause)
      .filter((one) => tree.parentOf(one.node) === statement)
      .at(-1);
    const isBound = word === T.except && bound !== undefined && tree.afterOf(bound.node) === clause;
    if (isBound) return { definitions: [bound], falls: false };
    const until = word === T.except ? tree.afterOf(body) : clause;
    return { definitions: this.within(body, until), falls: true };
  }

  /** The keyword that opens a clause of a `try`. */
  private clauseWord(statement: number, clause: number): number {
    const { tree } = this;
    let word: number = T.try;
    for (
      let child = tree.firstChild(statement);
      child >= 0 && child < clause;
      child = tree.nextSibling(child)
    ) {
      const type = tree.typeOf(child);
      if (type === T.except || type === T.else || type === T.finally) word = type;
    }
    return word;
  }

  private ofBlock(block: number, depth: number): Outcome {
    const { tree } = this;
    if (block < 0) return NOTHING;
    let last = -1;
    for (let child = tree.firstChild(block); child >= 0; child = tree.nextSibling(child)) {
      if (tree.typeOf(child) !== T.Comment) last = child;
    }
    if (last >= 0 && (tree.typeOf(last) === T.ReturnStatement || tree.typeOf(last) === T.RaiseStatement))
      return DEAD;
    return this.ofBlockUntil(block, tree.afterOf(block), depth);
  }

  /** What the statements of a block leave behind, those before `until`. */
  private ofBlockUntil(block: number, until: number, depth: number): Outcome {
    const { tree, all } = this;
    const found: Definition[] = [];
    for (let at = this.indexAt(until) - 1; at >= 0;) {
      const definition = all[at];
      if (!definition || definition.node <= block) break;
      const statement = tree.childHolding(block, definition.node);
      const outcome = this.ofStatement(statement, depth);
      found.push(...outcome.definitions);
      if (!outcome.falls) return { definitions: found, falls: false };
      at = this.indexAt(statement) - 1;
    }
    return { definitions: found, falls: true };
  }

  private ofStatement(statement: number, depth: number): Outcome {
    const { tree } = this;
    const type = tree.typeOf(statement);
    const inside = this.within(statement, tree.afterOf(statement));
    if (depth > MAX_DEPTH) return { definitions: inside, falls: true };
    switch (type) {
      case T.IfStatement:
        return this.ofClauses(statement, depth, tree.childOfType(statement, T.else) < 0);
      case T.WhileStatement: {
        const test = tree.nextSibling(tree.firstChild(statement));
        return { definitions: inside, falls: tree.textOf(test) !== 'True' };
      }
      case T.ForStatement:
      case T.MatchStatement:
        return { definitions: inside, falls: true };
      case T.TryStatement:
        return this.ofTry(statement, depth);
      case T.WithStatement: {
        const body = this.ofBlock(tree.childOfType(statement, T.Body), depth + 1);
        const header = this.within(statement, tree.childOfType(statement, T.Body));
        if (!body.falls) return body;
        return { definitions: [...body.definitions, ...header], falls: header.length === 0 };
      }
      case T.StatementGroup:
        return this.ofBlockUntil(statement, tree.afterOf(statement), depth + 1);
      default:
        if (isCompound[type]) return { definitions: inside, falls: inside.length === 0 };
        return { definitions: inside, falls: inside.every((definition) => definition.kind === 'annotation') };
    }
  }

  /** The united outcomes of all branches of an `if`. */
  private ofClauses(statement: number, depth: number, mayFall: boolean): Outcome {
    const { tree } = this;
    const definitions: Definition[] = [];
    let falls = mayFall;
    for (const child of tree.children(statement)) {
      if (tree.typeOf(child) === T.Body) {
        const outcome = this.ofBlock(child, depth + 1);
        definitions.push(...outcome.definitions);
        falls ||= outcome.falls;
      } else definitions.push(...this.within(child, tree.afterOf(child)));
    }
    return { definitions, falls };
  }

  private ofTry(statement: number, depth: number): Outcome {
    const { tree } = this;
    const body = tree.childOfType(statement, T.Body);
    let main = this.ofBlock(body, depth + 1);
    const caught: Definition[] = [];
    let caughtFalls = false;
    for (const clause of tree.children(statement)) {
      if (tree.typeOf(clause) !== T.Body || clause === body) continue;
      const outcome = this.ofBlock(clause, depth + 1);
      switch (this.clauseWord(statement, clause)) {
        case T.else:
          if (main !== DEAD) main = sequence(main, outcome);
          break;
        case T.finally: {
          const before = { definitions: [...main.definitions, ...caught], falls: main.falls || caughtFalls };
          return sequence(before, outcome);
        }
        default:
          caught.push(...outcome.definitions);
          if (outcome.falls) {
            caughtFalls = true;
            caught.push(...this.within(body, tree.afterOf(body)));
          }
      }
    }
    return { definitions: [...main.definitions, ...caught], falls: main.falls || caughtFalls };
  }

  /** Index of the first definition whose node is not before `node`. */
  private indexAt(node: number): number {
    let low = 0;
    let high = this.all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.all[middle]?.node ?? 0) < node) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function sequence(first: Outcome, second: Outcome): Outcome {
  if (!second.falls) return second;
  return { definitions: [...first.definitions, ...second.definitions], falls: first.falls };
}

function isBlock(type: number): boolean {
  return type === T.Body || type === T.Script || type === T.StatementGroup;
}
