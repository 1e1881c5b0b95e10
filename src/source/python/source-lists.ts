import type { Assignment, Call, StringExpression } from '../expression';
import type { Comment } from '../model';
import type { TextRange } from '../range';
import type { Section } from '../section';
import { assignmentsAt } from './assignments';
import type { ExpressionSource } from './expressions/expression-source';
import type { Facts } from './facts/facts';

/** Everything of one kind in a file, in source order; each list is made when it is first asked for. */
export class SourceLists implements Section {
  private made: {
    calls?: readonly Call[];
    strings?: readonly StringExpression[];
    assignments?: readonly Assignment[];
    comments?: readonly Comment[];
    methodCalls?: ReadonlyMap<string, readonly Call[]>;
  } = {};

  constructor(
    private readonly facts: Facts,
    private readonly source: ExpressionSource,
  ) {}

  get calls(): readonly Call[] {
    return (this.made.calls ??= this.facts.calls
      .map((node) => this.source.at(node))
      .filter((expression) => expression.kind === 'call'));
  }

  get strings(): readonly StringExpression[] {
    return (this.made.strings ??= this.facts.strings
      .map((node) => this.source.at(node))
      .filter((expression) => expression.kind === 'string'));
  }

  get assignments(): readonly Assignment[] {
    return (this.made.assignments ??= this.facts.assignments.flatMap((node) =>
      assignmentsAt(this.source, node),
    ));
  }

  get comments(): readonly Comment[] {
    const { tree, comments } = this.facts;
    return (this.made.comments ??= comments.map((node) => {
      const range = tree.rangeOf(node);
      return {
        text: tree.text.slice(range.start + 1, range.end).trimEnd(),
        range,
        ownLine: startsLine(tree.text, range.start),
      };
    }));
  }

  /** Calls of methods of a variable, by its name. */
  methodCalls(variable: string): readonly Call[] {
    this.made.methodCalls ??= byReceiver(this.calls);
    return this.made.methodCalls.get(variable) ?? [];
  }

  /** The nodes of calls that begin within a range. A decorator's call begins with its name, before its node. */
  callNodesFrom(range: TextRange): readonly number[] {
    return this.within(this.facts.calls, range);
  }

  stringNodesFrom(range: TextRange): readonly number[] {
    return this.within(this.facts.strings, range);
  }

  private within(nodes: readonly number[], { start, end }: TextRange): readonly number[] {
    const { tree } = this.facts;
    const firstFrom = (offset: number): number => {
      let low = 0;
      let high = nodes.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (tree.startOf(nodes[middle] ?? 0) < offset) low = middle + 1;
        else high = middle;
      }
      return low;
    };
    return nodes.slice(firstFrom(start), firstFrom(end));
  }
}

function byReceiver(calls: readonly Call[]): ReadonlyMap<string, readonly Call[]> {
  const found = new Map<string, Call[]>();
  for (const call of calls) {
    if (call.callee.kind !== 'attribute' || call.callee.object.kind !== 'name') continue;
    const { name } = call.callee.object;
    const known = found.get(name);
    if (known) known.push(call);
    else found.set(name, [call]);
  }
  return found;
}

/** Whether nothing but white space stands before the offset on its line. */
function startsLine(text: string, offset: number): boolean {
  let at = offset - 1;
  while (at >= 0 && /[ \t\f]/.test(text[at] ?? '')) at--;
  return at < 0 || text[at] === '\n' || text[at] === '\r';
}
