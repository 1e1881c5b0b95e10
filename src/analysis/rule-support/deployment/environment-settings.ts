import { dataAt, entriesOf, itemsOf, stringOf, type DataNode } from '../../../source/content/data-node';
import type { DockerInstruction } from '../../../source/content/docker-instruction';
import type { TextRange } from '../../../source/range';
import type { RuleContext } from '../../rule';
import { allMaps, composeServices, imageName, kubernetesKind, wordOf } from './services';

/** An environment variable that a file gives to a program. */
export interface EnvironmentSetting {
  readonly name: string;
  /** Without quotes. */
  readonly value: string;
  readonly range: TextRange;
  /** Image of the program, where it is known. */
  readonly image: string;
}

/** The variables that compose files, Kubernetes manifests and `.env` files give to programs. */
export function environmentSettings(root: DataNode, context: RuleContext): readonly EnvironmentSetting[] {
  if (context.role === 'environment') return mapSettings(root, '');
  if (context.role === 'compose') {
    const shared = entriesOf(root)
      .filter(({ key }) => key.startsWith('x-'))
      .flatMap(({ value }) => listed(dataAt(value, 'environment') ?? value, ''));
    const own = composeServices(root, context).flatMap(({ node, image }) =>
      listed(dataAt(node, 'environment'), image),
    );
    // A shared block that services take over stands in both.
    const starts = new Set(shared.map(({ range }) => range.start));
    return [...shared, ...own.filter(({ range }) => !starts.has(range.start))];
  }
  const kind = kubernetesKind(root, context);
  if (kind === undefined) return [];
  if (kind === 'ConfigMap') return mapSettings(dataAt(root, 'data'), '');
  return [...allMaps(root)].flatMap((map) => {
    const image = imageName(dataAt(map, 'image'));
    return itemsOf(dataAt(map, 'env')).flatMap((item) => {
      const name = stringOf(dataAt(item, 'name'));
      const value = wordOf(dataAt(item, 'value'));
      return name === undefined || value === undefined ? [] : [{ name, value, range: item.range, image }];
    });
  });
}

/** The variables that a Dockerfile sets. */
export function imageSettings({ keyword, settings }: DockerInstruction): readonly EnvironmentSetting[] {
  if (keyword !== 'ENV') return [];
  return settings.map(({ name, value = '', range }) => ({ name, value: unquoted(value), range, image: '' }));
}

function listed(node: DataNode | undefined, image: string): readonly EnvironmentSetting[] {
  if (node?.kind !== 'list') return mapSettings(node, image);
  return node.items.flatMap((item) => {
    const parts = /^([A-Za-z_][\w.-]*)=(.*)$/su.exec(stringOf(item) ?? '');
    return parts?.[1] === undefined
      ? []
      : [{ name: parts[1], value: unquoted(parts[2] ?? ''), range: item.range, image }];
  });
}

function mapSettings(node: DataNode | undefined, image: string): readonly EnvironmentSetting[] {
  return entriesOf(node).flatMap(({ key, value, range }) => {
    const text = wordOf(value);
    return text === undefined ? [] : [{ name: key, value: text, range, image }];
  });
}

function unquoted(text: string): string {
  return text.replace(/^(['"])(.*)\1$/su, '$2');
}
