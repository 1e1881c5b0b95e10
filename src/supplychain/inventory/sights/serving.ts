import { hubCommand } from '../../../analysis/rule-support/commands/hub-command';
import { isPartlyUnknown } from '../../../analysis/rule-support/commands/known-value';
import { dataAt, entriesOf, itemsOf, stringOf, type DataNode } from '../../../source/content/data-node';
import type { DocumentContent } from '../../../source/content/document-content';
import { containsRange, type TextRange } from '../../../source/range';
import type { PartKind } from '../part-kind';
import type { Sighting } from '../sighting';
import { fromHub } from './commands';
import { onHub, stored } from './hub-names';
import { referenceTo } from './part-reference';
import { isGiven, servingPlaces, type ServingPlace } from './serving-places';

/** Images that do nothing but serve the model they are given. */
const SERVER =
  /(?:^|\/)(?:vllm(?:-openai)?|text-generation-inference|text-embeddings-inference|tritonserver|ollama|sglang|lmdeploy|huggingfaceserver|infinity|llama\.cpp|tgi)$/iu;
/** How such images call the variable that names a model of the hub: https://huggingface.co/docs/text-generation-inference. */
const MODEL_VARIABLE = /^(?:HF_)?MODEL_ID$/u;
const SERVED: readonly PartKind[] = ['model', 'adapter', 'embedding-model', 'hosted-model'];

/** Models that images which serve them are given in a way no other reader knows, and those images joined to all that they are given. */
export function withServed(
  sightings: readonly Sighting[],
  content: DocumentContent,
  via: string,
): readonly Sighting[] {
  if (!sightings.some(isServer)) return sightings;
  const places = servingPlaces(content);
  const serverAt = (one: Sighting): ServingPlace | undefined =>
    isServer(one) ? places.find(({ image }) => containsRange(image, one.range)) : undefined;
  const given = sightings.flatMap((one) => {
    const place = serverAt(one);
    return place ? [...fromVariables(place, via), ...fromStart(place, content)] : [];
  });
  const all = [...sightings, ...given];
  return all.map((one) => {
    const place = serverAt(one);
    const models = place
      ? all.filter(({ kind, range }) => SERVED.includes(kind) && isGiven(place, range))
      : [];
    return models.length === 0
      ? one
      : { ...one, joined: models.map((model) => ({ ...referenceTo(model), join: 'serves' as const })) };
  });
}

function isServer({ kind, name }: Sighting): boolean {
  return kind === 'image' && SERVER.test(name);
}

function fromVariables({ container }: ServingPlace, via: string): readonly Sighting[] {
  const variables = variablesOf(container);
  const revision = variables.find(({ name }) => name === 'REVISION')?.value;
  return variables.flatMap(({ name, value, range }) => {
    if (isPartlyUnknown(value)) return [];
    if (name === 'STORAGE_URI') return stored(value, range, via);
    return MODEL_VARIABLE.test(name) ? onHub('model', value, revision, { range, via }) : [];
  });
}

interface Variable {
  readonly name: string;
  readonly value: string;
  readonly range: TextRange;
}

/** `environment: {A: b}`, `environment: [A=b]`, `env: [{name: A, value: b}]` */
function variablesOf(container: DataNode | undefined): readonly Variable[] {
  const environment = dataAt(container, 'environment');
  const ofMap = entriesOf(environment).flatMap(({ key, value }) => variable(key, stringOf(value), value));
  const ofLines = (environment?.kind === 'list' ? environment.items : []).flatMap((item) => {
    const [, name, value] = /^(\w+)=(.*)$/su.exec(stringOf(item) ?? '') ?? [];
    return variable(name, value, item);
  });
  const ofPod = itemsOf(dataAt(container, 'env')).flatMap((item) =>
    variable(stringOf(dataAt(item, 'name')), stringOf(dataAt(item, 'value')), item),
  );
  return [...ofMap, ...ofLines, ...ofPod];
}

function variable(
  name: string | undefined,
  value: string | undefined,
  { range }: DataNode,
): readonly Variable[] {
  return name === undefined || value === undefined ? [] : [{ name, value, range }];
}

/** The options that a Dockerfile adds to the program of the image below: `CMD ["--model", "acme/chat"]`. */
function fromStart({ given, container }: ServingPlace, { commands }: DocumentContent): readonly Sighting[] {
  if (container) return [];
  return commands
    .filter((one) => one.place === 'dockerfile' && given.some((range) => containsRange(range, one.range)))
    .flatMap((one) => (hubCommand(one) ? [] : fromHub({ ...one, place: 'configuration' })));
}
