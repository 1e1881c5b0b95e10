import type { Inspector } from '../../inspector';
import type { Surroundings } from '../../place';
import { JsonObject, type JsonValue } from '../json/json-value';

/** What a file says of a model, in JSON or UBJSON alike; undefined when it is no model of XGBoost. */
export function learnerOf(value: JsonValue): JsonObject | undefined {
  const learner = value instanceof JsonObject ? value.object('learner') : undefined;
  return learner?.get('gradient_booster') || learner?.get('learner_model_param') ? learner : undefined;
}

/**
 * Tells what a model says about itself, and trees that lead out of their own arrays: the library reads other memory with them.
 *
 * @param isWhole false when the file breaks off: its last tree may be half of one
 */
export function inspectLearner(
  inspector: Inspector,
  learner: JsonObject,
  place: Surroundings,
  isWhole: boolean,
): void {
  addFacts(inspector, learner, place);
  const trees = treesOf(learner);
  for (const [index, tree] of (isWhole ? trees : trees.slice(0, -1)).entries()) {
    if (inspector.budget.expired) break;
    if (isSound(tree)) continue;
    const message = `Tree ${index} leads out of its own nodes.`;
    inspector.tell('suspicious', 'header', message, place.where, tree.offset);
  }
}

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
