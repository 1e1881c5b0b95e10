import { T } from '../syntax/node-types';
import type { Entities } from './entities';
import { type Entity, external, nameOf } from './entity';

/** Types that stand for their argument. */
const WRAPPERS = new Set([
  'Promise',
  'Partial',
  'Required',
  'Readonly',
  'NonNullable',
  'Awaited',
  'Ref',
  'MutableRefObject',
  'RefObject',
]);
const MAX_DEPTH = 6;

/** The objects that something with the type at `node` may be: instances of the classes it names. */
export function annotatedEntities(entities: Entities, node: number, depth = 0): readonly Entity[] {
  if (depth > MAX_DEPTH || node < 0) return [];
  const { tree } = entities.source.facts;
  const inner = (child: number): readonly Entity[] => annotatedEntities(entities, child, depth + 1);
  switch (tree.typeOf(node)) {
    case T.TypeAnnotation: {
      const colon = tree.firstChild(node);
      return colon < 0 ? [] : inner(tree.nextSibling(colon));
    }
    case T.ParenthesizedType:
    case T.UnionType:
    case T.IntersectionType:
    case T.ReadonlyType:
      return tree.children(node).flatMap(inner);
    case T.ParameterizedType: {
      const name = tree.firstChild(node);
      if (!WRAPPERS.has(tree.textOf(name))) return inner(name);
      const list = tree.childOfType(node, T.TypeArgList);
      return list < 0 ? [] : tree.children(list).flatMap(inner);
    }
    case T.TypeName:
    case T.IndexedType: {
      // Types that the language has are no classes.
      if (
        /^(?:any|unknown|string|number|boolean|object|never|void|undefined|null|Record|Array|Function)$/u.test(
          tree.textOf(node),
        )
      )
        return [];
      return entities.of(entities.source.at(node)).flatMap(instanceOf);
    }
    default:
      return [];
  }
}

function instanceOf(entity: Entity): readonly Entity[] {
  if (entity.kind === 'class') return [{ kind: 'instance', record: entity.record }];
  if (entity.kind !== 'external') return [];
  return external(`${nameOf(entity) ?? entity.name}()`, entity.isProbable);
}
