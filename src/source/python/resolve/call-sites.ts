import type { Argument, Call } from '../../expression';
import type { ExpressionSource } from '../expressions/expression-source';
import { type FunctionRecord, push } from '../facts/scope';
import type { KeptSites } from '../sections/kept-sites';
import { attributeDefinitions } from './class-attributes';
import type { Entities } from './entities';
import type { Entity } from './entity';

/** A call in the file that runs a function of the file. */
export interface CallSite {
  readonly call: Call;
  readonly record: FunctionRecord;
  /** Parameters filled by the call itself (`self`), before the first argument. */
  readonly skip: number;
}

/** Knows which calls run which functions of the file. */
export class CallSites {
  private byFunction: Map<FunctionRecord, CallSite[]> | undefined;

  constructor(
    private readonly source: ExpressionSource,
    private readonly entities: Entities,
    /** What is known of the sites before any call is resolved. */
    private readonly kept?: KeptSites,
  ) {}

  /** Calls in the file that run the function. */
  of(record: FunctionRecord): readonly CallSite[] {
    if (this.kept) return this.kept.of(record, this.source);
    this.byFunction ??= this.collect();
    return this.byFunction.get(record) ?? [];
  }

  /** Functions of the file that a call runs. */
  ofCall(call: Call): readonly CallSite[] {
    return this.entities.of(call.callee).flatMap((entity) => this.ofEntity(call, entity));
  }

  private ofEntity(call: Call, entity: Entity): readonly CallSite[] {
    switch (entity.kind) {
      case 'function': {
        const { record, isBound } = entity;
        const isClassMethod = record.decorators.some(
          (node) => this.source.facts.tree.textOf(node).trim() === '@classmethod',
        );
        const hasSelf = record.enclosingClass !== undefined && !record.isStatic;
        return [{ call, record, skip: hasSelf && (isBound || isClassMethod) ? 1 : 0 }];
      }
      case 'class':
        return this.methods(call, entity, '__init__');
      case 'instance':
        return this.methods(call, entity, '__call__');
      case 'partial':
        return this.ofEntity(call, entity.target);
      case 'external':
        return [];
    }
  }

  private methods(
    call: Call,
    entity: Entity & { kind: 'class' | 'instance' },
    name: string,
  ): readonly CallSite[] {
    return attributeDefinitions(this.entities, entity.record, name).flatMap((definition) =>
      definition.kind === 'function' ? [{ call, record: definition.record, skip: 1 }] : [],
    );
  }

  private collect(): Map<FunctionRecord, CallSite[]> {
    const found = new Map<FunctionRecord, CallSite[]>();
    for (const node of this.source.facts.calls) {
      const call = this.source.at(node);
      if (call.kind !== 'call') continue;
      for (const site of this.ofCall(call)) push(found, site.record, site);
    }
    return found;
  }
}

/** The arguments that fill a parameter at a call: none when it takes its default, `unknown` when a spread may fill it. */
export function argumentsFor(site: CallSite, index: number): readonly Argument[] | 'unknown' {
  const parameter = site.record.parameters[index];
  const position = index - site.skip;
  if (!parameter || position < 0) return [];
  const { parameters } = site.record;
  switch (parameter.kind) {
    case 'star': {
      const positional = site.call.arguments.filter(
        (argument) => argument.keyword === undefined && argument.spread !== 'keyword',
      );
      return positional.slice(position);
    }
    case 'doubleStar': {
      const named = new Set(parameters.map((one) => one.name));
      return site.call.arguments.filter(
        (argument) => argument.spread === 'keyword' || (argument.keyword && !named.has(argument.keyword)),
      );
    }
    case 'normal': {
      const found = site.call.argument({
        keyword: parameter.name,
        position: parameter.keywordOnly ? undefined : position,
      });
      if (found.state === 'given') return [found.argument];
      return found.state === 'absent' ? [] : 'unknown';
    }
  }
}
