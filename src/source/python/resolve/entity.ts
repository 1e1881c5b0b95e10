import type { Call } from '../../expression';
import type { ClassRecord, FunctionRecord } from '../facts/scope';

/** What an expression may denote, as far as names tell. */
export type Entity =
  /** Something from outside the file, by qualified name; `()` stands for the result of a call. */
  | { readonly kind: 'external'; readonly name: string; readonly isProbable: boolean }
  | { readonly kind: 'function'; readonly record: FunctionRecord; readonly isBound: boolean }
  | { readonly kind: 'class'; readonly record: ClassRecord }
  | { readonly kind: 'instance'; readonly record: ClassRecord }
  | { readonly kind: 'partial'; readonly call: Call; readonly target: Entity };

/** Longer names are not of use to anyone and grow without end in chains of calls. */
const MAX_NAME_LENGTH = 300;

export function external(name: string, isProbable = false): Entity[] {
  return name.length > MAX_NAME_LENGTH ? [] : [{ kind: 'external', name, isProbable }];
}

/** The qualified name as rules see it; undefined for what has none (a lambda). */
export function nameOf(entity: Entity): string | undefined {
  switch (entity.kind) {
    case 'external':
      return entity.name;
    case 'class':
      return `<local>.${classPath(entity.record)}`;
    case 'instance':
      return `<local>.${classPath(entity.record)}()`;
    case 'partial':
      return nameOf(entity.target);
    case 'function': {
      const { record, isBound } = entity;
      if (record.kind === 'lambda') return undefined;
      const owner = record.enclosingClass;
      return `<local>.${owner ? `${classPath(owner)}${isBound ? '()' : ''}.` : ''}${record.name}`;
    }
  }
}

function classPath(record: ClassRecord): string {
  const outer = record.scope.parent?.owner;
  return outer?.kind === 'class' ? `${classPath(outer)}.${record.name}` : record.name;
}

/** Names without repetition. */
export function namesOf(entities: readonly Entity[]): string[] {
  const names = new Set<string>();
  for (const entity of entities) {
    const name = nameOf(entity);
    if (name !== undefined) names.add(name);
  }
  return [...names];
}
