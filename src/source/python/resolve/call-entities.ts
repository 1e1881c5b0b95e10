import type { Call } from '../../expression';
import { NameNode } from '../expressions/nodes';
import { scopeAt } from '../facts/facts';
import type { ClassRecord } from '../facts/scope';
import { annotatedEntities } from './annotations';
import type { Entities } from './entities';
import { type Entity, external, nameOf } from './entity';

/** What a call of `of` gives. */
export function callEntities(entities: Entities, of: Entity, call: Call | undefined): readonly Entity[] {
  switch (of.kind) {
    case 'class':
      return [{ kind: 'instance', record: of.record }];
    case 'instance':
      return entities.attribute(of, '__call__').flatMap((method) => entities.result(method));
    case 'partial':
      return entities.result(of.target);
    case 'function':
      return ofFunction(entities, of);
    case 'external':
      return (call && SPECIAL[of.name]?.(entities, call)) ?? entities.foreign(`${of.name}()`, of.isProbable);
  }
}

/** The results of a function of this file: what it returns, what its annotation says, else a name of its own. */
function ofFunction(entities: Entities, of: Entity & { kind: 'function' }): readonly Entity[] {
  const { record } = of;
  const returned = record.returns.flatMap((group) => entities.of(entities.source.group(group)));
  if (returned.length > 0) return returned;
  const annotated =
    record.returnAnnotation === undefined ? [] : annotatedEntities(entities, record.returnAnnotation);
  if (annotated.length > 0) return annotated;
  const name = nameOf(of);
  return name === undefined ? [] : external(`${name}()`);
}

type Special = (entities: Entities, call: Call) => readonly Entity[] | undefined;

/** Built-in and standard functions whose result depends on their arguments. */
const SPECIAL: Readonly<Record<string, Special>> = {
  'functools.partial': (entities, call) => {
    const first = call.argument({ position: 0 });
    if (first.state !== 'given') return undefined;
    return entities.of(first.argument.value).map((target): Entity => ({ kind: 'partial', call, target }));
  },
  'builtins.staticmethod': (entities, call) => {
    const first = call.argument({ position: 0 });
    return first.state === 'given' ? entities.of(first.argument.value) : undefined;
  },
  'builtins.getattr': (entities, call) => {
    const object = call.argument({ position: 0 });
    const name = constantText(call, 1);
    if (object.state !== 'given' || name === undefined) return undefined;
    return entities.of(object.argument.value).flatMap((entity) => entities.attribute(entity, name));
  },
  'builtins.super': (entities, call) => {
    const record = classAround(entities, call);
    if (!record) return undefined;
    return entities.bases(record).flatMap((base): readonly Entity[] => {
      if (base.kind === 'class') return [{ kind: 'instance', record: base.record }];
      return base.kind === 'external' ? external(`${base.name}()`, base.isProbable) : [];
    });
  },
  'builtins.__import__': importedModule,
  'importlib.import_module': importedModule,
};

function importedModule(_entities: Entities, call: Call): readonly Entity[] | undefined {
  const name = constantText(call, 0);
  return name === undefined ? undefined : external(name);
}

function constantText(call: Call, position: number): string | undefined {
  const found = call.argument({ position });
  return found.state === 'given' && found.argument.value.kind === 'string'
    ? found.argument.value.value
    : undefined;
}

function classAround(entities: Entities, call: Call): ClassRecord | undefined {
  if (!(call.callee instanceof NameNode)) return undefined;
  for (let scope = scopeAt(entities.source.facts, call.callee.node); ;) {
    if (scope.owner?.kind === 'function' && scope.owner.enclosingClass) return scope.owner.enclosingClass;
    if (!scope.parent) return undefined;
    scope = scope.parent;
  }
}
