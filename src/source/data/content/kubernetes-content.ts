import { dataAt, itemsOf, stringOf, type DataNode } from '../../content/data-node';
import type { DocumentContent } from '../../content/document-content';
import type { ImageReference } from '../../content/image-reference';
import type { ShellCommand } from '../../content/shell-command';
import { imageReference } from '../../packages/image-reference';
import { parseShell } from '../../shell/parse-shell';
import { commandOfWords } from './command-of';

/** Whether a YAML document describes something for Kubernetes. */
export function isKubernetes(root: DataNode): boolean {
  return stringOf(dataAt(root, 'apiVersion')) !== undefined && stringOf(dataAt(root, 'kind')) !== undefined;
}

/** What the containers of a manifest run and their images, wherever in it they stand. */
export function kubernetesContent(root: DataNode): Partial<DocumentContent> {
  const commands: ShellCommand[] = [];
  const images: ImageReference[] = [];
  const visit = (node: DataNode): void => {
    if (node.kind === 'list') node.items.forEach(visit);
    if (node.kind !== 'map') return;
    const image = dataAt(node, 'image');
    const text = stringOf(image);
    if (image && text !== undefined && text !== '')
      images.push(imageReference(text, image.range, 'kubernetes'));
    commands.push(...commandsOf(node));
    for (const { value } of node.entries) visit(value);
  };
  visit(root);
  return { commands, images };
}

function commandsOf(node: DataNode): readonly ShellCommand[] {
  const command = dataAt(node, 'command');
  const args = itemsOf(dataAt(node, 'args'));
  // Argo writes a script beside the shell that is to read it.
  const source = dataAt(node, 'source');
  const text = stringOf(source);
  const shell = itemsOf(command).map(stringOf)[0];
  if (source?.kind === 'scalar' && text !== undefined && /(?:^|\/)(?:ba|z|da)?sh$/u.test(shell ?? ''))
    return parseShell(text, source.place, 'configuration');
  if (command?.kind === 'list') return commandOfWords([...command.items, ...args], 'configuration');
  return dataAt(node, 'image') ? commandOfWords(args, 'configuration') : [];
}
