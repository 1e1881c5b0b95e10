import type { SigningRequirement } from '../../../analysis/configuration/signing-requirement';
import type { GivenTrust } from '../../../protocol/model/verifier-messages';
import { relativePath } from '../../../workspace/path';

/** Where a model lies. Paths are absolute, with `/`. */
export interface PolicyPlace {
  readonly model: string;
  readonly isFolder: boolean;
  /** The folder that the project file lies in. */
  readonly project: string;
}

/**
 * What a user trusts, as an entry of the project file.
 *
 * @param fileOf the path of what the user chose, as the rest has paths
 * @returns undefined when it cannot be one: the project file would lie in the model, or the key outside the project or in the model
 */
export function requirementFor(
  { model, isFolder, project }: PolicyPlace,
  trust: GivenTrust,
  fileOf: (path: string) => string,
): SigningRequirement | undefined {
  const within = relativePath(project, model);
  if (within === undefined || within === '') return undefined;
  // From the root of the project, and nothing else that has this name.
  const path = `/${within.replace(/[\\[\]*?]/gu, '\\$&')}${isFolder ? '/' : ''}`;
  if (trust.method === 'sigstore') return { path, identity: trust.identity, issuer: trust.issuer };
  const file = fileOf(trust.file);
  const relative = relativePath(project, file);
  const comesWithModel = isFolder && relativePath(model, file) !== undefined;
  if (relative === undefined || relative === '' || comesWithModel) return undefined;
  return trust.method === 'key' ? { path, key: relative } : { path, 'certificate-chain': relative };
}
