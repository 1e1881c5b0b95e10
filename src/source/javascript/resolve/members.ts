import { lineage } from '../../lineage';
import type { ClassRecord, Definition } from '../facts/records';
import type { Entities } from './entities';
import { type Entity, external, nameOf } from './entity';

/** The class and its base classes in this file, nearest first. */
export function classLineage(entities: Entities, record: ClassRecord): readonly ClassRecord[] {
  return lineage(record, (one) =>
    entities.bases(one).flatMap((base) => (base.kind === 'class' ? [base.record] : [])),
  );
}

/** What a class, or the nearest of its base classes in this file, says of a member. */
export function memberDefinitions(
  entities: Entities,
  record: ClassRecord,
  name: string,
): readonly Definition[] {
  for (const owner of classLineage(entities, record)) {
    const found = owner.members.get(name);
    if (found && found.length > 0) return found;
  }
  return [];
}

/** A member of a class or of an object of it; one that is not in this file has the name of what it is inherited from. */
export function memberEntities(
  entities: Entities,
  of: Entity & { readonly kind: 'class' | 'instance' },
  name: string,
): readonly Entity[] {
  const definitions = memberDefinitions(entities, of.record, name);
  if (definitions.length > 0) return definitions.flatMap((one) => bound(entities, one));
  const call = of.kind === 'instance' ? '()' : '';
  const own = nameOf(of);
  const inherited = classLineage(entities, of.record)
    .flatMap((owner) => entities.bases(owner))
    .flatMap((base) =>
      base.kind === 'external'
        ? external(`${nameOf(base) ?? base.name}${call}.${name}`, base.isProbable)
        : [],
    );
  return own === undefined ? inherited : [...external(`${own}.${name}`), ...inherited];
}

function bound(entities: Entities, definition: Definition): readonly Entity[] {
  if (definition.kind !== 'function' || definition.record.kind === 'getter')
    return entities.ofDefinition(definition);
  return [{ kind: 'function', record: definition.record, isBound: true }];
}
