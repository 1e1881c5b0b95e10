import { dataAt, entriesOf, itemsOf, stringOf, type DataNode } from '../../content/data-node';
import type { DocumentContent } from '../../content/document-content';
import type { ImageReference } from '../../content/image-reference';
import type { ShellCommand } from '../../content/shell-command';
import { imageReference } from '../../packages/image-reference';
import { commandOf, commandOfWords } from './command-of';

/** What the services of a compose file run, and their images. */
export function composeContent(root: DataNode): Partial<DocumentContent> {
  const services = entriesOf(dataAt(root, 'services')).map(({ value }) => value);
  return { commands: services.flatMap(commandsOf), images: services.flatMap(imageOf) };
}

function commandsOf(service: DataNode): readonly ShellCommand[] {
  return [
    ...commandOf(dataAt(service, 'entrypoint'), 'compose'),
    ...commandOf(dataAt(service, 'command'), 'compose'),
    ...healthCheck(dataAt(service, 'healthcheck', 'test')),
  ];
}

function healthCheck(test: DataNode | undefined): readonly ShellCommand[] {
  if (test?.kind !== 'list') return commandOf(test, 'compose');
  const [form, ...words] = itemsOf(test);
  if (stringOf(form) === 'CMD-SHELL') return commandOf(words[0], 'compose');
  return stringOf(form) === 'CMD' ? commandOfWords(words, 'compose') : [];
}

function imageOf(service: DataNode): readonly ImageReference[] {
  const image = dataAt(service, 'image');
  const text = stringOf(image);
  // With `build`, the image is what the result is called.
  if (!image || text === undefined || dataAt(service, 'build')) return [];
  return [imageReference(text, image.range, 'compose')];
}
