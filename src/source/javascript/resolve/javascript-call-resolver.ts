import type { Call, Expression } from '../../expression';
import type { CallResolver, ResolvedCallee } from '../expressions/call-resolver';
import { CallNode } from '../expressions/call-node';
import { T } from '../syntax/node-types';
import type { Entities } from './entities';
import { calledName, type Entity } from './entity';
import type { Resolution } from './resolution';

/** Answers calls' questions from what is known of the file. */
export class JavaScriptCallResolver implements CallResolver {
  constructor(private readonly resolution: () => Resolution) {}

  callee(call: Call): ResolvedCallee {
    const { entities, source } = this.resolution();
    if (call instanceof CallNode && source.facts.tree.typeOf(call.node) === T.DynamicImport) return IMPORT;
    const found = entities.of(call.callee);
    const names = new Set<string>();
    for (const entity of found) {
      const name = calledName(entity);
      if (name !== undefined) names.add(name);
      // Without a constructor of its own, a class is made by that of its base.
      if (entity.kind === 'class') for (const base of inheritedNames(entities, entity)) names.add(base);
    }
    if (names.size === 0) return unresolved(call.callee);
    const isSure = found.some((entity) => entity.kind !== 'external' || !entity.isProbable);
    return { names: [...names], nameConfidence: isSure ? 'certain' : 'probable' };
  }

  dereference(expression: Expression): Expression {
    return this.resolution().values.dereference(expression);
  }

  isPlain(expression: Expression): boolean {
    return this.resolution().values.of(expression).known;
  }

  isMutated(expression: Expression): boolean {
    return this.resolution().strings.isMutated(expression);
  }
}

const IMPORT: ResolvedCallee = { names: ['globals.import'], nameConfidence: 'certain' };
const UNKNOWN: ResolvedCallee = { names: [], nameConfidence: 'certain' };

/** A method of something unknown: what it is called is all there is to go by. */
function unresolved(callee: Expression): ResolvedCallee {
  if (callee.kind !== 'attribute' || callee.name === '') return UNKNOWN;
  return { names: [`<any>.${callee.name}`], nameConfidence: 'probable' };
}

function inheritedNames(entities: Entities, entity: Entity & { readonly kind: 'class' }): readonly string[] {
  return entities.bases(entity.record).flatMap((base) => {
    const name = base.kind === 'external' ? calledName(base) : undefined;
    return name === undefined ? [] : [name];
  });
}
