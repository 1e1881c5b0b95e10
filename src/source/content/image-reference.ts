import type { TextRange } from '../range';

/** A container image that a file names: `FROM`, `image:`, `container:`, `docker run`. */
export interface ImageReference {
  /** As written. */
  readonly text: string;
  /** Registry and repository, without tag and digest. */
  readonly repository: string;
  readonly tag: string | undefined;
  /** `sha256:...` */
  readonly digest: string | undefined;
  /** A part is a variable whose value is not in this file. */
  readonly isPartial: boolean;
  readonly range: TextRange;
  readonly place: 'dockerfile' | 'compose' | 'kubernetes' | 'workflow' | 'command' | 'configuration';
}
