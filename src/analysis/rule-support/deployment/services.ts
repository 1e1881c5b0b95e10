import { dataAt, entriesOf, scalarOf, stringOf, type DataNode } from '../../../source/content/data-node';
import type { RuleContext } from '../../rule';

/** A service of a compose file. */
export interface ComposeService {
  readonly name: string;
  readonly node: DataNode;
  /** Registry and repository without the tag; empty for a service that is built. */
  readonly image: string;
}

/** The services of a compose file; none for other documents. */
export function composeServices(root: DataNode, { role }: RuleContext): readonly ComposeService[] {
  if (role !== 'compose') return [];
  return entriesOf(dataAt(root, 'services')).map(({ key, value }) => ({
    name: key,
    node: value,
    image: imageName(dataAt(value, 'image')),
  }));
}

/** The image without tag and digest. */
export function imageName(node: DataNode | undefined): string {
  return (stringOf(node) ?? '').replace(/@.*$/u, '').replace(/:[^/:]*$/u, '');
}

/** What a Kubernetes document describes; undefined for other YAML. */
export function kubernetesKind(root: DataNode, { role, model }: RuleContext): string | undefined {
  if (model.language !== 'yaml' || role !== undefined) return undefined;
  return stringOf(dataAt(root, 'apiVersion')) === undefined ? undefined : stringOf(dataAt(root, 'kind'));
}

/** Every map in a document, at any depth. */
export function* allMaps(node: DataNode): Iterable<DataNode & { readonly kind: 'map' }> {
  if (node.kind === 'list') for (const item of node.items) yield* allMaps(item);
  if (node.kind !== 'map') return;
  yield node;
  for (const { value } of node.entries) yield* allMaps(value);
}

/** A scalar as it reads: `true`, `0`, `x`. */
export function wordOf(node: DataNode | undefined): string | undefined {
  const value = scalarOf(node);
  return value === undefined || value === null ? undefined : String(value);
}
