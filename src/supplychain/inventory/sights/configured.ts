import { isPartlyUnknown } from '../../../analysis/rule-support/commands/known-value';
import { dataAt, itemsOf, stringOf, type DataEntry, type DataNode } from '../../../source/content/data-node';
import type { DocumentRole } from '../../../source/document-kind';
import { hostedName } from '../knowledge/hosted-name';
import { onHub, stored } from './hub-names';
import type { JoinedPart, Sighting } from '../sighting';

/** Entries that are looked at, and how deep. */
const MAX_ENTRIES = 20_000;
const MAX_DEPTH = 12;
/** A file that names more is a price list or a registry of models, not what the project uses. */
const MAX_MODELS = 40;

const HOSTED_KEY =
  /^(?:[a-z0-9]+[_-])*(?:model|llm)(?:[_-]?(?:name|id|version))?$|^(?:[a-z]+)?Model(?:Name|Id)?$|^(?:chat|llm|embedding|fast|smart|small|big|default)[A-Z]?\w*Model$|^deployment(?:_name)?$/iu;
const HUB_KEY =
  /^(?:base_model|model_name_or_path|pretrained_model_name_or_path|hf_model(?:_id|_name)?|base_model_name_or_path|HF_MODEL_ID|hub_model_id)$/u;
const DATA_KEY = /^(?:dataset_name|hf_dataset|dataset_repo)$/u;
/** Manifests of packages and locks have names of other things. */
const OTHERS: readonly (DocumentRole | undefined)[] = [
  'package-manifest',
  'package-lock',
  'requirements',
  'model-config',
  'ide-settings',
];

/** The models and datasets that a configuration names, and the evaluation that it is. */
export function sightConfigured(
  root: DataNode,
  path: string,
  role: DocumentRole | undefined,
): readonly Sighting[] {
  if (OTHERS.includes(role)) return [];
  const via = path.slice(path.lastIndexOf('/') + 1);
  const named: Sighting[] = [];
  let left = MAX_ENTRIES;
  const visit = (node: DataNode, depth: number): void => {
    if (depth > MAX_DEPTH) return;
    if (node.kind === 'list') for (const item of node.items) visit(item, depth + 1);
    if (node.kind !== 'map') return;
    for (const entry of node.entries) {
      if (left-- <= 0) return;
      named.push(...ofEntry(entry, node, via));
      visit(entry.value, depth + 1);
    }
  };
  visit(root, 0);
  const evaluation = promptfoo(root, path);
  const all = [...named, ...evaluation];
  return new Set(all.map(({ name }) => name)).size > MAX_MODELS ? [] : all;
}

function ofEntry({ key, value }: DataEntry, node: DataNode, via: string): readonly Sighting[] {
  const text = stringOf(value);
  if (text === undefined || text === '' || isPartlyUnknown(text)) return [];
  const { range } = value;
  if (key === 'storageUri' || key === 'storage_uri') return stored(text, range, via);
  if (HUB_KEY.test(key)) {
    const revision = stringOf(dataAt(node, 'revision')) ?? stringOf(dataAt(node, 'model_revision'));
    return onHub('model', text, revision, { range, via });
  }
  if (DATA_KEY.test(key)) return onHub('dataset', text, stringOf(dataAt(node, 'revision')), { range, via });
  if (!HOSTED_KEY.test(key)) return [];
  const named = hostedName(text);
  return named
    ? [{ kind: /embed/iu.test(`${key} ${text}`) ? 'embedding-model' : 'hosted-model', ...named, via, range }]
    : [];
}

/** A configuration of promptfoo: https://www.promptfoo.dev/docs/configuration/guide/. */
function promptfoo(root: DataNode, path: string): readonly Sighting[] {
  const providers = itemsOf(dataAt(root, 'providers') ?? dataAt(root, 'targets'));
  const isNamed = /(?:^|\/)promptfoo[\w.-]*\.(?:ya?ml|json)$/u.test(path);
  if (!isNamed && !(providers.length > 0 && dataAt(root, 'prompts') && dataAt(root, 'tests'))) return [];
  const models = providers.flatMap((one): readonly Sighting[] => {
    const id = one.kind === 'map' ? dataAt(one, 'id') : one;
    const named = hostedName(stringOf(id) ?? '');
    return named && id ? [{ kind: 'hosted-model', ...named, via: 'promptfoo', range: id.range }] : [];
  });
  const joined = models.map(({ kind, name, origin }): JoinedPart => ({
    join: 'evaluates',
    kind,
    name,
    origin,
  }));
  const { start } = root.range;
  const evaluation: Sighting = {
    kind: 'evaluation',
    name: 'promptfoo',
    origin: 'promptfoo',
    pinning: 'own',
    via: dataAt(root, 'redteam') ? 'red-team configuration' : 'configuration',
    range: { start, end: start + 1 },
    ...(joined.length > 0 ? { joined } : {}),
  };
  return [evaluation, ...models];
}
