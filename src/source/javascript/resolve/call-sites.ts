import type { Argument, Call } from '../../expression';
import type { ExpressionSource } from '../expressions/expression-source';
import { type FunctionRecord, push } from '../facts/records';
import type { Entities } from './entities';
import type { Entity } from './entity';
import { memberDefinitions } from './members';

/** A call in the file that runs a function of the file. */
export interface CallSite {
  readonly call: Call;
  readonly record: FunctionRecord;
}

/** Knows which calls run which functions of the file. */
export class CallSites {
  private byFunction: Map<FunctionRecord, CallSite[]> | undefined;

  constructor(
    private readonly source: ExpressionSource,
    private readonly entities: Entities,
  ) {}

  of(record: FunctionRecord): readonly CallSite[] {
    this.byFunction ??= this.collect();
    return this.byFunction.get(record) ?? [];
  }

  /** Functions of the file that a call runs. */
  ofCall(call: Call): readonly CallSite[] {
    return this.entities.of(call.callee).flatMap((entity) => this.ofEntity(call, entity));
  }

  private ofEntity(call: Call, entity: Entity): readonly CallSite[] {
    if (entity.kind === 'function') return [{ call, record: entity.record }];
    if (entity.kind !== 'class') return [];
    return memberDefinitions(this.entities, entity.record, 'constructor').flatMap((definition) =>
      definition.kind === 'function' ? [{ call, record: definition.record }] : [],
    );
  }

  private collect(): Map<FunctionRecord, CallSite[]> {
    const found = new Map<FunctionRecord, CallSite[]>();
    for (const node of this.source.facts.calls) {
      for (const site of this.ofCall(this.source.callAt(node))) push(found, site.record, site);
    }
    return found;
  }
}

/** The arguments that fill a parameter at a call: none when it takes its default, `unknown` when a spread may fill it. */
export function argumentsFor({ call, record }: CallSite, index: number): readonly Argument[] | 'unknown' {
  const parameter = record.parameters[index];
  if (!parameter) return [];
  const positional = call.arguments.filter(
    ({ keyword, spread }) => keyword === undefined && spread !== 'keyword',
  );
  const spread = positional.findIndex((argument) => argument.spread !== undefined);
  if (parameter.isRest) return positional.slice(index);
  if (spread >= 0 && spread <= index) return 'unknown';
  const found = positional[index];
  return found ? [found] : [];
}
