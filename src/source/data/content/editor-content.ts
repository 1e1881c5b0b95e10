import { allEntries, dataAt, entriesOf, itemsOf, stringOf, type DataNode } from '../../content/data-node';
import type { DocumentContent } from '../../content/document-content';
import type { ImageReference } from '../../content/image-reference';
import type { ShellCommand } from '../../content/shell-command';
import { imageReference } from '../../packages/image-reference';
import { commandOf, commandWithArguments } from './command-of';

/** Commands of a development container, from the one that runs on the host to those that run at each start. */
const LIFECYCLE = new Set([
  'initializeCommand',
  'onCreateCommand',
  'updateContentCommand',
  'postCreateCommand',
  'postStartCommand',
  'postAttachCommand',
]);

/** What an editor runs by its settings: tasks, and the commands and the image of a development container. */
export function editorContent(root: DataNode): Partial<DocumentContent> {
  const lifecycle = entriesOf(root).flatMap(({ key, value }) =>
    LIFECYCLE.has(key) ? lifecycleCommands(value) : [],
  );
  return { commands: [...lifecycle, ...taskCommands(root)], images: image(dataAt(root, 'image')) };
}

function lifecycleCommands(value: DataNode): readonly ShellCommand[] {
  // Several at once: a command for each name.
  if (value.kind === 'map') return value.entries.flatMap((one) => commandOf(one.value, 'configuration'));
  return commandOf(value, 'configuration');
}

function taskCommands(root: DataNode): readonly ShellCommand[] {
  return [...allEntries(root)].flatMap(({ entry: { key, value } }) =>
    key === 'tasks' && value.kind === 'list' ? value.items.flatMap(taskCommand) : [],
  );
}

function taskCommand(task: DataNode): readonly ShellCommand[] {
  const program = dataAt(task, 'command');
  if (program?.kind !== 'scalar') return [];
  return commandWithArguments(program, itemsOf(dataAt(task, 'args')), 'configuration');
}

function image(node: DataNode | undefined): readonly ImageReference[] {
  const text = stringOf(node);
  return node && text !== undefined ? [imageReference(text, node.range, 'configuration')] : [];
}
