import type { DocumentContent } from '../content/document-content';
import type { ShellCommand } from '../content/shell-command';
import { imagesOfCommand } from './image-command';
import { installRequests } from './install-command';

/** The commands of a document with the packages and images that they ask for. */
export function commandContent(commands: readonly ShellCommand[]): Partial<DocumentContent> {
  const requests = commands.map(installRequests);
  return {
    commands,
    packages: requests.flatMap(({ packages }) => packages),
    packageOptions: requests.flatMap(({ packageOptions }) => packageOptions),
    images: commands.flatMap(imagesOfCommand),
  };
}
