import { dataAt, entriesOf, itemsOf, stringOf, type DataNode } from '../../content/data-node';
import type { DocumentContent } from '../../content/document-content';
import type { ImageReference } from '../../content/image-reference';
import type { ShellCommand } from '../../content/shell-command';
import { imageReference } from '../../packages/image-reference';
import { commandOf } from './command-of';

/**
 * What the stages of a `dvc.yaml` and the entry points of an `MLproject` run, and the image of the latter
 * (dvc.org/doc/user-guide/project-structure/dvcyaml-files, mlflow.org/docs/latest/ml/projects).
 */
export function dataPipelineContent(root: DataNode): Partial<DocumentContent> {
  return { commands: [...stageCommands(root), ...entryPointCommands(root)], images: projectImage(root) };
}

function stageCommands(root: DataNode): readonly ShellCommand[] {
  return entriesOf(dataAt(root, 'stages')).flatMap(({ value }) => {
    // A stage that is repeated for several values stands one level deeper.
    const stage = dataAt(value, 'do') ?? value;
    return itemsOf(dataAt(stage, 'cmd')).flatMap((line) => commandOf(line, 'configuration'));
  });
}

function entryPointCommands(root: DataNode): readonly ShellCommand[] {
  return entriesOf(dataAt(root, 'entry_points')).flatMap(({ value }) =>
    commandOf(dataAt(value, 'command'), 'configuration'),
  );
}

/** A bare name is most often an image of the own machine, which the project's page tells to build. */
function projectImage(root: DataNode): readonly ImageReference[] {
  const image = dataAt(root, 'docker_env', 'image');
  const text = stringOf(image);
  return image && text !== undefined && text.includes('/')
    ? [imageReference(text, image.range, 'configuration')]
    : [];
}
