import type { ByteSource } from '../../bytes/byte-source';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import type { Surroundings } from '../../place';
import type { Candidate, FormatReader } from '../format-reader';
import { beginsLikeObject, decodeJsonText } from '../json/decode-json-text';
import { JsonObject, type JsonValue } from '../json/json-value';
import { parseJson } from '../json/parse-json';

const MAX_SIZE = 128 * 1024 * 1024;

/** XGBoost as JSON: numbers of trees, no code. Trees that lead out of their own arrays make the library read other memory. */
export const xgboostJsonReader: FormatReader = {
  recognises: ({ head, source, place }: Candidate) =>
    !place.torch && source.size <= MAX_SIZE && beginsLikeObject(head),
  inspect(inspector: Inspector, source: ByteSource, place: Surroundings): Format | undefined {
    const text = decodeJsonText(source.read(0, MAX_SIZE));
    if (!text.includes('"learner"')) return undefined;
    const { value, brokenAt } = parseJson(text);
    const learner = value instanceof JsonObject ? value.object('learner') : undefined;
    if (!learner?.get('gradient_booster') && !learner?.get('learner_model_param')) return undefined;
    addFacts(inspector, learner, place);
    for (const [index, tree] of treesOf(learner).entries()) {
      if (inspector.budget.expired) break;
      if (!isSound(tree)) {
        inspector.tell(
          'suspicious',
          'header',
          `Tree ${index} leads out of its own nodes.`,
          place.where,
          tree.offset,
        );
      }
    }
    if (brokenAt !== undefined)
      inspector.tell(
        'incomplete',
        'broken',
        'The model is no valid JSON from here on.',
        place.where,
        brokenAt,
      );
    return 'xgboost';
  },
};

function addFacts(inspector: Inspector, learner: JsonObject, { where }: Surroundings): void {
  const add = (name: string, value: JsonValue | undefined): void => {
    if (typeof value === 'string' || typeof value === 'number')
      inspector.facts.addProperty({ name, value: String(value), where });
  };
  add('objective', learner.object('objective')?.get('name'));
  add('booster', learner.object('gradient_booster')?.get('name'));
  for (const [name, value] of learner.object('learner_model_param')?.entries ?? []) add(name, value);
  const features = learner.list('feature_names') ?? [];
  if (features.length > 0)
    add(
      'features',
      features
        .filter((each) => typeof each === 'string')
        .slice(0, 50)
        .join(', '),
    );
}

function treesOf(learner: JsonObject): JsonObject[] {
  const booster = learner.object('gradient_booster');
  const model = booster?.object('model') ?? booster?.object('gbtree')?.object('model');
  return (model?.list('trees') ?? []).filter((tree) => tree instanceof JsonObject);
}

/** Children are nodes of the same tree, or none. */
function isSound(tree: JsonObject): boolean {
  const left = tree.list('left_children') ?? [];
  const right = tree.list('right_children') ?? [];
  const count = left.length;
  const inside = (child: JsonValue): boolean =>
    typeof child === 'number' && Number.isInteger(child) && child >= -1 && child < Math.max(count, 1);
  return right.length === count && left.every(inside) && right.every(inside);
}
