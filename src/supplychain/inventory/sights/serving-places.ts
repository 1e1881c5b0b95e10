import { dataAt, stringOf, type DataNode } from '../../../source/content/data-node';
import type { DocumentContent } from '../../../source/content/document-content';
import { containsRange, type TextRange } from '../../../source/range';

/** Nodes that are looked at for containers, and how deep. */
const MAX_NODES = 20_000;
const MAX_DEPTH = 16;

/** A place where an image is started, and the places that say what it is given. */
export interface ServingPlace {
  /** Holds the reference to the image. */
  readonly image: TextRange;
  readonly given: readonly TextRange[];
  /** The description of a container: of a service in Compose, of one in a pod. */
  readonly container?: DataNode;
}

/** Where a document starts images: services of Compose, containers of Kubernetes, the last stage of a Dockerfile, `docker run`. */
export function servingPlaces({ data, instructions, commands }: DocumentContent): readonly ServingPlace[] {
  return [
    ...data.flatMap((root) =>
      containersIn(root).map(({ node, image }) => ({ image, given: [node.range], container: node })),
    ),
    ...ofDockerfile(instructions),
    ...commands
      .filter(
        ({ program, words }) =>
          /^(?:docker|podman|nerdctl)$/u.test(program ?? '') && words[1]?.text === 'run',
      )
      .map(({ range }) => ({ image: range, given: [range] })),
  ];
}

function containersIn(root: DataNode): readonly { readonly node: DataNode; readonly image: TextRange }[] {
  const found: { readonly node: DataNode; readonly image: TextRange }[] = [];
  let left = MAX_NODES;
  const visit = (node: DataNode, depth: number): void => {
    if (depth > MAX_DEPTH || left-- <= 0) return;
    if (node.kind === 'list') for (const item of node.items) visit(item, depth + 1);
    if (node.kind !== 'map') return;
    const image = dataAt(node, 'image');
    if (image && stringOf(image) !== undefined) found.push({ node, image: image.range });
    for (const { value } of node.entries) visit(value, depth + 1);
  };
  visit(root, 0);
  return found;
}

/** What the image that is built runs when it is started. */
function ofDockerfile(instructions: DocumentContent['instructions']): readonly ServingPlace[] {
  const last = Math.max(-1, ...instructions.map(({ stage }) => stage));
  const ofStage = instructions.filter(({ stage }) => stage === last);
  const from = ofStage.find(({ keyword }) => keyword === 'FROM');
  const started = ofStage.filter(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
  return from ? [{ image: from.range, given: started.map(({ range }) => range) }] : [];
}

/** Whether a place says what an image is given. */
export function isGiven({ given }: ServingPlace, range: TextRange): boolean {
  return given.some((one) => containsRange(one, range));
}
