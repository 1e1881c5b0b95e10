import type { DocumentContent } from '../../../source/content/document-content';
import type { DocumentRole } from '../../../source/document-kind';
import type { SourceModel } from '../../../source/model';

/** A document as the detectors of evidence see it. */
export interface DocumentView {
  readonly path: string;
  readonly model: SourceModel;
  readonly content: DocumentContent;
  readonly role: DocumentRole | undefined;
}
