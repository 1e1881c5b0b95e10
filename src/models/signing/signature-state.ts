import { readDetachedSignature } from './bundle/detached-signature';
import { readBundle, type SigningMaterial } from './bundle/read-bundle';
import { SignatureError } from './signature-error';
import { LEGACY_SIGNATURE_NAME, NAMES_IN_FOLDER, namesBeside } from './signature-names';

/**
 * What a signature beside a model claims. It says nothing about whether it holds: "signed" is only shown for a model
 * that has been verified.
 */
export interface SignatureState {
  /** Name of the signature file, in the folder of the model. */
  readonly name: string;
  /** What it takes to verify it; undefined when it cannot be verified at all. */
  readonly method: SigningMaterial['method'] | undefined;
  /** Why it cannot. */
  readonly problem?: string;
}

/** The name of the signature of a file among the names in its folder: its own, else that of the whole folder. */
export function signatureNameFor(file: string, names: ReadonlySet<string>): string | undefined {
  return [...namesBeside(file), ...NAMES_IN_FOLDER].find((name) => name !== file && names.has(name));
}

/** Looks at a signature without verifying it. Never throws. */
export function signatureState(name: string, text: string): SignatureState {
  if (name === LEGACY_SIGNATURE_NAME) {
    return { name, method: undefined, problem: 'It is of a version before 1.0.' };
  }
  if (readDetachedSignature(text)) return { name, method: 'key' };
  try {
    return { name, method: readBundle(text).material.method };
  } catch (error) {
    const problem = error instanceof SignatureError ? error.message : 'The signature file is broken.';
    return { name, method: undefined, problem };
  }
}
