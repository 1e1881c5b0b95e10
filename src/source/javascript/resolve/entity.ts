import type { Facts } from '../facts/facts';
import type { ClassRecord, FunctionRecord } from '../facts/records';
import { T } from '../syntax/node-types';

/** What an expression may denote, as far as names tell. */
export type Entity =
  /**
   * Something from outside the file, by qualified name; `()` stands for the result of a call. `module` is the whole module or
   * its default export, which stand for each other where attributes are read or the thing is called.
   */
  | {
      readonly kind: 'external';
      readonly name: string;
      readonly isProbable: boolean;
      readonly form: 'module' | 'default' | 'other';
    }
  | { readonly kind: 'function'; readonly record: FunctionRecord; readonly isBound: boolean }
  | { readonly kind: 'class'; readonly record: ClassRecord }
  | { readonly kind: 'instance'; readonly record: ClassRecord };

/** Longer names are of no use to anyone and grow without end in chains of calls. */
const MAX_NAME_LENGTH = 300;

export function external(name: string, isProbable = false): Entity[] {
  return name.length > MAX_NAME_LENGTH ? [] : [{ kind: 'external', name, isProbable, form: 'other' }];
}

export function moduleEntity(name: string, form: 'module' | 'default' = 'module'): Entity {
  return { kind: 'external', name, isProbable: false, form };
}

/** The qualified name as rules see it; undefined for what has none. */
export function nameOf(entity: Entity): string | undefined {
  switch (entity.kind) {
    case 'external':
      return entity.form === 'default' ? `${entity.name}.default` : entity.name;
    case 'class':
      return entity.record.name === '' ? undefined : `<local>.${entity.record.name}`;
    case 'instance':
      return entity.record.name === '' ? undefined : `<local>.${entity.record.name}()`;
    case 'function': {
      const { record, isBound } = entity;
      if (record.name === '') return undefined;
      const owner = record.owner?.name;
      return `<local>.${owner === undefined ? '' : `${owner}${isBound ? '()' : ''}.`}${record.name}`;
    }
  }
}

/** The name of what is called: a module that is called is its default export. */
export function calledName(entity: Entity): string | undefined {
  return entity.kind === 'external' && entity.form === 'module' ? `${entity.name}.default` : nameOf(entity);
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

/** The class whose body or method a node stands in: what `this` is an object of. */
export function classAround(
  { tree, classByNode, functionByNode }: Facts,
  node: number,
): ClassRecord | undefined {
  for (let at = tree.parentOf(node); at >= 0; at = tree.parentOf(at)) {
    const record = classByNode.get(at);
    if (record) return record;
    const type = tree.typeOf(at);
    const ownThis = type === T.FunctionDeclaration || type === T.FunctionExpression || type === T.Property;
    if (ownThis && functionByNode.has(at)) return undefined;
  }
  return undefined;
}
