import type { Verification } from '../../models/signing/verification';

/** A model whose signature was to be verified. */
export interface VerifiedModel {
  /** As the user named it. */
  readonly path: string;
  /** The signature file, as the user would name it; undefined when there is none. */
  readonly signature: string | undefined;
  readonly verification: Verification;
  /** The project file whose policy was used. */
  readonly policy: string | undefined;
}
