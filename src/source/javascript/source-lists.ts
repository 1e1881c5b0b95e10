import type { Assignment, Call, Expression, StringExpression } from '../expression';
import type { Comment } from '../model';
import type { Section } from '../section';
import { push } from './facts/records';
import type { Resolution } from './resolve/resolution';
import { isToken, T } from './syntax/node-types';

/** Everything of one kind in a document, in source order; each list is made when it is first asked for. */
export class SourceLists implements Section {
  private made: {
    calls?: readonly Call[];
    strings?: readonly StringExpression[];
    assignments?: readonly Assignment[];
    comments?: readonly Comment[];
    methodCalls?: ReadonlyMap<string, readonly Call[]>;
  } = {};

  constructor(private readonly resolution: Resolution) {}

  get calls(): readonly Call[] {
    const { source, facts } = this.resolution;
    return (this.made.calls ??= facts.calls.map((node) => source.callAt(node)));
  }

  get strings(): readonly StringExpression[] {
    const { source, facts } = this.resolution;
    return (this.made.strings ??= facts.strings
      .map((node) => source.at(node))
      .filter((expression) => expression.kind === 'string'));
  }

  get assignments(): readonly Assignment[] {
    return (this.made.assignments ??= this.resolution.facts.assignments.flatMap((node) =>
      this.assignment(node),
    ));
  }

  get comments(): readonly Comment[] {
    const { tree, comments } = this.resolution.facts;
    return (this.made.comments ??= comments.map((node) => {
      const range = tree.rangeOf(node);
      const text = tree.text.slice(range.start + 2, range.end).replace(/\*\/$/u, '');
      return { text, range, ownLine: startsLine(tree.text, range.start) };
    }));
  }

  methodCalls(variable: string): readonly Call[] {
    if (!this.made.methodCalls) {
      const found = new Map<string, Call[]>();
      for (const call of this.calls) {
        const { callee } = call;
        if (callee.kind === 'attribute' && callee.object.kind === 'name')
          push(found, callee.object.name, call);
      }
      this.made.methodCalls = found;
    }
    return this.made.methodCalls.get(variable) ?? [];
  }

  private assignment(node: number): Assignment[] {
    const { source, facts } = this.resolution;
    const { tree } = facts;
    const children = tree.children(node).filter((child) => isToken[tree.typeOf(child)] !== 1);
    const [target, value] = children;
    if (target === undefined || value === undefined || tree.childOfType(node, T.UpdateOp) >= 0) return [];
    const place = source.at(target);
    return isTarget(place) ? [{ target: place, value: source.at(value), range: tree.rangeOf(node) }] : [];
  }
}

function isTarget(expression: Expression): expression is Assignment['target'] {
  return expression.kind === 'name' || expression.kind === 'attribute' || expression.kind === 'subscript';
}

/** Whether only blanks, or the brace that opens a comment in JSX, stand before an offset on its line. */
function startsLine(text: string, offset: number): boolean {
  let at = offset - 1;
  while (at >= 0 && (text[at] === ' ' || text[at] === '\t' || text[at] === '{')) at--;
  return at < 0 || text[at] === '\n' || text[at] === '\r';
}
