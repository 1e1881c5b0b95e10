import { lineage } from '../../lineage';
import type { Definition } from '../facts/definition';
import type { ClassRecord } from '../facts/scope';
import type { Entities } from './entities';
import { type Entity, external, nameOf } from './entity';

/** Decorators that make a method's result the attribute. */
const PROPERTY = /^@(?:[\w.]*\.)?(?:property|cached_property|computed_field|lazy_property)\b/;
/** `Class.name`: a method or class variable, of the class or of one that it inherits from. */
export function classAttribute(entities: Entities, record: ClassRecord, name: string): readonly Entity[] {
  return lookUp(entities, record, name, false);
}

/** `object.name`: also what methods set on `self`. */
export function instanceAttribute(entities: Entities, record: ClassRecord, name: string): readonly Entity[] {
  return lookUp(entities, record, name, true);
}

/** Definitions of an attribute in a class and the classes of this file that it inherits from; the nearest class wins. */
export function attributeDefinitions(
  entities: Entities,
  record: ClassRecord,
  name: string,
): readonly Definition[] {
  for (const owner of classLineage(entities, record)) {
    const found = [...(owner.scope.definitions.get(name) ?? []), ...(owner.attributes.get(name) ?? [])];
    if (found.length > 0) return found;
  }
  return [];
}

/** The class and its base classes in this file, nearest first. */
export function classLineage(entities: Entities, record: ClassRecord): readonly ClassRecord[] {
  return lineage(record, (one) =>
    entities.bases(one).flatMap((base) => (base.kind === 'class' ? [base.record] : [])),
  );
}

function lookUp(
  entities: Entities,
  record: ClassRecord,
  name: string,
  ofInstance: boolean,
): readonly Entity[] {
  const definitions = attributeDefinitions(entities, record, name);
  if (definitions.length > 0) return definitions.flatMap((one) => boundTo(entities, one, ofInstance));
  const call = ofInstance ? '()' : '';
  const own = nameOf({ kind: 'class', record }) ?? '';
  const inherited = classLineage(entities, record)
    .flatMap((owner) => entities.bases(owner))
    .flatMap((base) =>
      base.kind === 'external' ? external(`${base.name}${call}.${name}`, base.isProbable) : [],
    );
  return [...external(`${own}${call}.${name}`), ...inherited];
}

function boundTo(entities: Entities, definition: Definition, ofInstance: boolean): readonly Entity[] {
  if (definition.kind !== 'function') return entities.ofDefinition(definition);
  const { record } = definition;
  const { tree } = entities.source.facts;
  const isProperty = ofInstance && record.decorators.some((node) => PROPERTY.test(tree.textOf(node)));
  if (isProperty) return entities.result({ kind: 'function', record, isBound: true });
  return [{ kind: 'function', record, isBound: ofInstance }];
}
