import type { Call, Expression } from '../../expression';
import type { ExpressionSource } from '../expressions/expression-source';
import { DictNode, NameNode } from '../expressions/nodes';
import type { FunctionRecord } from '../facts/records';
import { T } from '../syntax/node-types';
import type { Bindings } from './bindings';

/** A call that a function is given to, and the property of an options object that it is given as. */
export interface CallbackSite {
  readonly call: Call;
  readonly property: string | undefined;
}

/** Finds the calls that a function is given to, written there or by its name. */
export class Callbacks {
  private readonly known = new Map<FunctionRecord, readonly CallbackSite[]>();

  constructor(
    private readonly source: ExpressionSource,
    private readonly bindings: Bindings,
  ) {}

  of(record: FunctionRecord): readonly CallbackSite[] {
    let found = this.known.get(record);
    if (!found) this.known.set(record, (found = [...this.around(record.node), ...this.byName(record)]));
    return found;
  }

  /** `app.post('/', (request) => ...)`, `tool({ execute: async (input) => ... })`. */
  private around(node: number): CallbackSite[] {
    const { tree } = this.source.facts;
    let property: string | undefined;
    let at = node;
    for (let parent = tree.parentOf(at); parent >= 0; at = parent, parent = tree.parentOf(at)) {
      const type = tree.typeOf(parent);
      if (tree.typeOf(at) === T.Property) {
        const key = tree.firstExpression(at);
        property ??= tree.textOf(key).replaceAll(/^['"]|['"]$/gu, '');
      }
      if (type === T.ArgList) return [{ call: this.source.callAt(tree.parentOf(parent)), property }];
      const isInside =
        type === T.Property ||
        type === T.ObjectExpression ||
        type === T.ArrayExpression ||
        type === T.ParenthesizedExpression ||
        type === T.BinaryExpression;
      if (!isInside) return [];
    }
    return [];
  }

  private byName(record: FunctionRecord): CallbackSite[] {
    if (record.name === '') return [];
    const nodes = this.source.facts.namedArguments.get(record.name) ?? [];
    return nodes.flatMap((node) => {
      const call = this.source.callAt(node);
      return call.arguments.flatMap(({ value, keyword }): CallbackSite[] =>
        this.isIt(value, record) ? [{ call, property: keyword }] : [],
      );
    });
  }

  private isIt(value: Expression, record: FunctionRecord): boolean {
    if (value instanceof DictNode) return false;
    if (value.kind === 'attribute') {
      const isOwn = value.object.kind === 'name' && value.object.name === 'this';
      return isOwn && value.name === record.name && record.owner !== undefined;
    }
    if (!(value instanceof NameNode)) return false;
    return (this.bindings.definitions(value.node) ?? []).some(
      (definition) =>
        (definition.kind === 'function' && definition.record === record) ||
        (definition.kind === 'value' && this.source.facts.functionByNode.get(definition.value) === record),
    );
  }
}
