import type { DataNode } from '../content/data-node';
import type { DocumentContent } from '../content/document-content';
import type { DocumentKind } from '../document-kind';

/** What the data of a configuration file names besides itself: commands, packages, images. */
export function dataContent(_root: DataNode, _kind: DocumentKind): Partial<DocumentContent> {
  return {};
}
