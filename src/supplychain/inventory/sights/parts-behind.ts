import type { Argument, Call, Expression } from '../../../source/expression';
import type { PartKind } from '../part-kind';
import type { Sighting } from '../sighting';
import { partsOfCall } from '../knowledge/part-apis';
import { sightDownloads } from './downloaded';
import type { MadeContext } from './made-context';
import { referenceTo, type PartReference } from './part-reference';

/** What a value was found to be. */
export interface PartsBehind {
  readonly parts: readonly PartReference[];
  /** Qualified names of the calls that the value was handed through: `peft.get_peft_model`. */
  readonly through: readonly string[];
}

/** Methods of datasets and models that give the same thing, shortened, shuffled, or put elsewhere. */
const SAME_THING = new Set(
  (
    'map filter select shuffle sort shard take skip train_test_split remove_columns rename_column rename_columns cast cast_column ' +
    'select_columns with_format with_transform flatten to_tf_dataset batch repeat prefetch cache to cuda cpu half bfloat16 float ' +
    'eval merge_and_unload'
  ).split(' '),
);

const NONE: PartsBehind = { parts: [], through: [] };

/**
 * The parts that a value is, by the calls that made it: through variables, methods, subscripts and functions that hand it on. None
 * unless every way leads to a part of these kinds.
 */
export function partsBehind(
  value: Expression,
  kinds: readonly PartKind[],
  { model, apis, path }: MadeContext,
  sightPart: (call: Call) => readonly Sighting[],
): PartsBehind {
  const through: string[] = [];
  const handsOn = (call: Call): readonly Argument[] | undefined => {
    const known = apis.ofKind('pass-through', call, model);
    if (known.length === 0) return receiverOf(call);
    through.push(...call.names);
    return known.flatMap(({ input }) =>
      input.flatMap((selector) => {
        const found = call.argument(selector);
        return found.state === 'given' ? [found.argument] : [];
      }),
    );
  };
  const downloads = (call: Call) => apis.ofCall(call).filter((api) => api.is === 'download');
  const makesPart = (call: Call): boolean =>
    downloads(call).length > 0 || partsOfCall(call, apis, model.language).length > 0;
  const origins = model.origins(value, { stopAt: makesPart, passesThrough: handsOn });
  const parts = new Map<string, PartReference>();
  for (const { expression, whole } of origins) {
    // A number that data is divided by is no data.
    if (!whole && expression.kind === 'number') continue;
    if (expression.kind !== 'call') return NONE;
    const found = [
      ...downloads(expression).flatMap((api) => sightDownloads(expression, api, { model, path })),
      ...sightPart(expression),
    ].filter(({ kind }) => kinds.includes(kind));
    if (found.length === 0) return NONE;
    for (const one of found)
      parts.set(`${one.kind} ${one.origin} ${one.name} ${one.version ?? ''}`, referenceTo(one));
  }
  return { parts: [...parts.values()], through };
}

/** What a method is called on, where it hands that on, as if it were an argument. */
function receiverOf({ callee }: Call): readonly Argument[] | undefined {
  if (callee.kind !== 'attribute' || !SAME_THING.has(callee.name)) return undefined;
  const { object } = callee;
  return [{ keyword: undefined, value: object, range: object.range, inPlace: false, spread: undefined }];
}
