import { dataAt, entriesOf, itemsOf, stringOf, type DataNode } from '../../../source/content/data-node';
import { frontMatter } from '../../../source/markdown/front-matter';
import { readYaml } from '../../../source/yaml/read-yaml';
import type { LocatedSighting } from '../../facts/located-facts';
import { localModelName } from '../local-model-name';
import type { JoinedPart, SaidOfPart } from '../sighting';
import { namedBase } from './named-base';

const START = { line: 0, character: 0 };
const MAX_LENGTH = 64 * 1024;
const MAX_NAMES = 50;

/** Keys that only cards of models have, and those that only cards of datasets have. */
const OF_MODELS = ['library_name', 'base_model', 'pipeline_tag'];
const OF_DATA = ['task_categories', 'dataset_info', 'size_categories'];

/** Whether a file may be a card: the readme of a model or of a dataset. */
export function mayBeCard(path: string): boolean {
  return /(?:^|\/)README\.md$/iu.test(path);
}

/**
 * The model or dataset of the workspace that a card describes, by its header (https://huggingface.co/docs/hub/model-cards). None for a
 * readme without one, and for one that cannot be read.
 */
export function sightCard(path: string, text: string): readonly LocatedSighting[] {
  const header = frontMatter(text.slice(0, MAX_LENGTH));
  const [root] = header ? readYaml(header.text, 0).roots : [];
  if (!root) return [];
  const keys = new Set(entriesOf(root).map(({ key }) => key));
  const has = (names: readonly string[]): boolean => names.some((name) => keys.has(name));
  if (has(OF_MODELS)) return [modelCard(root, path)];
  return has(OF_DATA) ? [dataCard(root, path)] : [];
}

function modelCard(root: DataNode, path: string): LocatedSighting {
  const isAdapter =
    stringOf(dataAt(root, 'base_model_relation')) === 'adapter' ||
    stringOf(dataAt(root, 'library_name')) === 'peft';
  const bases = names(root, 'base_model').flatMap((name) =>
    namedBase(name, isAdapter ? 'adapts' : 'fine-tuned-from'),
  );
  const datasets = names(root, 'datasets');
  const joined: JoinedPart[] = [
    ...bases,
    ...datasets.map(
      (name) => ({ join: 'trained-on', kind: 'dataset', name, origin: 'huggingface' }) as const,
    ),
  ];
  const said: SaidOfPart = {
    ...textual(root, 'pipeline_tag', 'task'),
    ...textual(root, 'library_name', 'framework'),
    ...ofAnyCard(root),
    ...(bases.length > 0 ? { baseModels: bases.map(({ name }) => name) } : {}),
    ...(datasets.length > 0 ? { datasets } : {}),
  };
  return {
    ...card(path),
    kind: isAdapter ? 'adapter' : 'model',
    said,
    ...(joined.length > 0 ? { joined } : {}),
  };
}

function dataCard(root: DataNode, path: string): LocatedSighting {
  return { ...card(path), kind: 'dataset', said: ofAnyCard(root) };
}

function card(path: string): Omit<LocatedSighting, 'kind' | 'said'> {
  return {
    name: localModelName(path.replace(/README\.md$/iu, 'README.md')),
    origin: 'local',
    pinning: 'own',
    via: 'card',
    location: { start: START, end: START },
  };
}

function ofAnyCard(root: DataNode): SaidOfPart {
  const languages = names(root, 'language');
  const license = stringOf(dataAt(root, 'license_name')) ?? names(root, 'license').join(' OR ');
  return {
    ...(license === '' ? {} : { license }),
    ...(languages.length > 0 ? { languages } : {}),
  };
}

function textual(root: DataNode, key: string, as: 'task' | 'framework'): SaidOfPart {
  const text = stringOf(dataAt(root, key));
  return text === undefined ? {} : { [as]: text };
}

/** The names under a key, which holds one or a list. */
function names(root: DataNode, key: string): readonly string[] {
  return itemsOf(dataAt(root, key))
    .flatMap((one) => stringOf(one) ?? [])
    .filter((name) => /^[\w./ -]{1,120}$/u.test(name))
    .slice(0, MAX_NAMES);
}
