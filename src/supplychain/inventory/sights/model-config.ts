import { dataAt, itemsOf, stringOf, type DataNode } from '../../../source/content/data-node';
import type { DocumentRole } from '../../../source/document-kind';
import { localModelName } from '../local-model-name';
import type { SaidOfPart, Sighting } from '../sighting';
import { namedBase } from './named-base';

/** The model or adapter of the workspace that a configuration of Hugging Face's libraries describes. */
export function sightModelConfig(
  root: DataNode,
  path: string,
  role: DocumentRole | undefined,
): readonly Sighting[] {
  if (role !== 'model-config') return [];
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === 'adapter_config.json') return adapter(root, path);
  return name === 'config.json' ? model(root, path) : [];
}

function adapter(root: DataNode, path: string): readonly Sighting[] {
  const base = stringOf(dataAt(root, 'base_model_name_or_path'));
  const method = stringOf(dataAt(root, 'peft_type'));
  if (base === undefined && method === undefined) return [];
  const joined = namedBase(base, 'adapts');
  return [
    {
      ...ownPart(root, path),
      kind: 'adapter',
      said: {
        framework: 'PEFT',
        ...(method === undefined ? {} : { format: method }),
        ...(joined.length > 0 ? { baseModels: joined.map(({ name }) => name) } : {}),
      },
      ...(joined.length > 0 ? { joined } : {}),
    },
  ];
}

function model(root: DataNode, path: string): readonly Sighting[] {
  const [architecture] = itemsOf(dataAt(root, 'architectures')).flatMap((one) => stringOf(one) ?? []);
  const isOfLibrary = dataAt(root, 'transformers_version') !== undefined || architecture !== undefined;
  if (stringOf(dataAt(root, 'model_type')) === undefined || !isOfLibrary) return [];
  const joined = namedBase(stringOf(dataAt(root, '_name_or_path')), 'fine-tuned-from');
  const said: SaidOfPart = {
    framework: 'transformers',
    ...(architecture === undefined ? {} : { task: architecture }),
    ...(joined.length > 0 ? { baseModels: joined.map(({ name }) => name) } : {}),
  };
  return [{ ...ownPart(root, path), kind: 'model', said, ...(joined.length > 0 ? { joined } : {}) }];
}

function ownPart(
  { range }: DataNode,
  path: string,
): Pick<Sighting, 'name' | 'origin' | 'pinning' | 'via' | 'range'> {
  const { start } = range;
  return {
    name: localModelName(path),
    origin: 'local',
    pinning: 'own',
    via: path.slice(path.lastIndexOf('/') + 1),
    range: { start, end: start + 1 },
  };
}
