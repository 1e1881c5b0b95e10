import type { Argument, Call, Expression } from '../../expression';
import type { CallResolver, ResolvedCallee, SpreadContent } from '../expressions/call-resolver';
import { SpreadNode } from '../expressions/nodes';
import type { Entities } from './entities';
import { type Entity, nameOf, namesOf } from './entity';
import type { Strings } from './strings';
import type { Values } from './values';

/** Answers calls' questions from what is known of the file. */
export class PythonCallResolver implements CallResolver {
  constructor(
    private readonly entities: () => Entities,
    private readonly values: () => Values,
    private readonly strings: () => Strings,
  ) {}

  callee(callee: Expression): ResolvedCallee {
    const found = this.entities().of(callee);
    if (found.length === 0) return UNKNOWN;
    const isSure = (entity: Entity): boolean => entity.kind !== 'external' || !entity.isProbable;
    const named = found.filter((entity) => nameOf(entity) !== undefined);
    const names = new Set(namesOf(found));
    for (const entity of found) {
      // Without a constructor of its own, a class is made by that of its base.
      if (entity.kind === 'class') for (const name of this.constructorNames(entity)) names.add(name);
    }
    return {
      names: [...names],
      nameConfidence: named.length > 0 && !named.some(isSure) ? 'probable' : 'certain',
      partials: partialsOf(found),
    };
  }

  keywordSpread(expression: Expression): SpreadContent | undefined {
    const dict = this.values().dereference(expression);
    const written = contentOf(dict);
    if (dict === expression && written) return written;
    const keys = this.strings().keysSet(expression);
    if (!keys) return written;
    const isNew = (key: string): boolean =>
      written?.arguments.every(({ keyword }) => keyword !== key) ?? true;
    // What is written and set anew has several values.
    const kept =
      written?.arguments.filter(({ keyword }) => keyword === undefined || !keys.values.has(keyword)) ?? [];
    const set = [...keys.values].flatMap(([keyword, value]) =>
      value && isNew(keyword) ? [elsewhere(named(keyword, value))] : [],
    );
    const isComplete = keys.isComplete && set.length === keys.values.size && written?.isComplete === true;
    return { arguments: [...kept, ...set], isComplete };
  }

  positionalSpread(expression: Expression): readonly Expression[] | undefined {
    const list = this.values().dereference(expression);
    if (list.kind !== 'collection' || list.type === 'set') return undefined;
    if (list !== expression && this.strings().isMutated(expression)) return undefined;
    return list.elements.some((element) => element instanceof SpreadNode) ? undefined : list.elements;
  }

  private constructorNames(entity: Entity & { kind: 'class' }): readonly string[] {
    const entities = this.entities();
    const constructors = entities.attribute(entity, '__init__');
    return constructors.flatMap((constructor) => {
      const name = constructor.kind === 'external' ? constructor.name : '';
      return name.endsWith('.__init__') && !name.startsWith('<local>.')
        ? [name.slice(0, -'.__init__'.length)]
        : [];
    });
  }
}

/** Most calls are of something that nobody knows: they share an answer. */
const UNKNOWN: ResolvedCallee = { names: [], nameConfidence: 'certain', partials: [] };

function partialsOf(found: readonly Entity[]): readonly Call[] {
  const partials: Call[] = [];
  // With several candidates it is not known whose arguments are added.
  let only = found.length === 1 ? found[0] : undefined;
  while (only?.kind === 'partial' && partials.length < 16) {
    partials.unshift(only.call);
    only = only.target;
  }
  return partials;
}

/** What a dictionary literal or a call of `dict` shows. */
function contentOf(dict: Expression): SpreadContent | undefined {
  if (dict.kind === 'dict') return entriesOf(dict.entries);
  if (dict.kind !== 'call' || !dict.names.includes('builtins.dict')) return undefined;
  if (dict.arguments.some((argument) => argument.keyword === undefined)) return undefined;
  return { arguments: dict.arguments.map(elsewhere), isComplete: true };
}

function entriesOf(
  entries: readonly { readonly key: Expression | undefined; readonly value: Expression }[],
): SpreadContent {
  const found: Argument[] = [];
  let isComplete = true;
  for (const { key, value } of entries) {
    const keyword = key?.kind === 'string' ? key.value : undefined;
    if (keyword === undefined) isComplete = false;
    else found.push(named(keyword, value));
  }
  return { arguments: found, isComplete };
}

function named(keyword: string, value: Expression): Argument {
  return { keyword, value, range: value.range, inPlace: false, spread: undefined };
}

function elsewhere(argument: Argument): Argument {
  return { ...argument, inPlace: false };
}
