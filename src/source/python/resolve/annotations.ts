import type { Expression } from '../../expression';
import type { Entities } from './entities';
import { type Entity, external, nameOf } from './entity';
import { BUILTINS } from './builtins';

/** Generic forms that stand for their arguments: `Optional[X]` is an X or nothing. */
const WRAPPERS = new Set(['Optional', 'Union', 'Annotated', 'ClassVar', 'Final', 'Required', 'NotRequired']);

/** The objects that a variable with the annotation at `node` may hold: instances of the classes it names. */
export function annotatedEntities(entities: Entities, node: number): readonly Entity[] {
  return instances(entities, entities.source.at(node), node, 0);
}

function instances(
  entities: Entities,
  annotation: Expression,
  node: number,
  depth: number,
): readonly Entity[] {
  if (depth > 8) return [];
  switch (annotation.kind) {
    case 'name':
    case 'attribute':
      return entities.of(annotation).flatMap(instanceOf);
    case 'string':
      return annotation.value === undefined ? [] : namedInText(entities, annotation.value.trim(), node);
    case 'binary':
      if (annotation.operator !== '|') return [];
      return [annotation.left, annotation.right].flatMap((side) =>
        instances(entities, side, node, depth + 1),
      );
    case 'subscript':
      return ofGeneric(entities, annotation.object, annotation.index, node, depth);
    default:
      return [];
  }
}

function ofGeneric(
  entities: Entities,
  generic: Expression,
  index: Expression | undefined,
  node: number,
  depth: number,
): readonly Entity[] {
  const wrapper = generic.kind === 'attribute' || generic.kind === 'name' ? generic.name : '';
  if (!WRAPPERS.has(wrapper)) return instances(entities, generic, node, depth + 1);
  if (!index) return [];
  const inner = index.kind === 'collection' ? index.elements : [index];
  const meant = wrapper === 'Annotated' ? inner.slice(0, 1) : inner;
  return meant.flatMap((one) => instances(entities, one, node, depth + 1));
}

/** An annotation in quotes, when it is a plain dotted name, with or without `| None`. */
function namedInText(entities: Entities, text: string, node: number): readonly Entity[] {
  const match = /^(?:Optional\[\s*)?([\w.]+)\s*(?:\]|\|\s*None)?$/.exec(text);
  const [first, ...rest] = match?.[1]?.split('.') ?? [];
  if (!first) return [];
  const definitions = entities.bindings.definitions(node, first);
  const start = definitions?.flatMap((definition) => entities.ofDefinition(definition));
  let found: readonly Entity[] = start ?? (BUILTINS.has(first) ? external(`builtins.${first}`) : []);
  for (const name of rest) found = found.flatMap((entity) => entities.attribute(entity, name));
  return found.flatMap(instanceOf);
}

function instanceOf(entity: Entity): readonly Entity[] {
  if (entity.kind === 'class') return [{ kind: 'instance', record: entity.record }];
  if (entity.kind !== 'external') return [];
  const name = nameOf(entity) ?? '';
  return name === 'builtins.None' || name.endsWith('()') ? [] : external(`${name}()`, entity.isProbable);
}
