import * as v from 'valibot';
import type { SigningRequirement } from '../../analysis/configuration/signing-requirement';
import type { SignatureResult } from '../../report/signing/signature-view';
import { signatureResultSchema } from './signature-view-schema';

/** Whom the user trusts; paths are absolute. */
export type GivenTrust =
  | { readonly method: 'key' | 'certificate'; readonly file: string }
  | { readonly method: 'sigstore'; readonly identity: string; readonly issuer: string };

/** Extension -> verifier, once: what it is to do. It answers and ends. */
export type VerifierJob =
  | {
      readonly type: 'verify';
      /** The model, absolute. */
      readonly path: string;
      /** Undefined: the policy of the project says whom. */
      readonly trust: GivenTrust | undefined;
      /** Folders whose project files may say who is trusted; none where the workspace is not trusted itself. */
      readonly policyFolders: readonly string[];
    }
  /** Add a demand to a project file, before those that are there. */
  | { readonly type: 'remember'; readonly text: string; readonly requirement: SigningRequirement };

/** Verifier -> extension. */
export type FromVerifier =
  | {
      readonly type: 'progress';
      readonly filesDone: number;
      readonly filesTotal: number;
      readonly bytesDone: number;
    }
  | {
      readonly type: 'verified';
      readonly result: SignatureResult;
      /** The same as a text, with everything in it. */
      readonly report: string;
      /** What the user has to name, where nobody has said who is trusted. */
      readonly needs?: GivenTrust['method'];
    }
  | { readonly type: 'remembered'; readonly text: string }
  | { readonly type: 'failed'; readonly message: string };

const count = v.pipe(v.number(), v.minValue(0));

const fromVerifierSchema: v.GenericSchema<unknown, FromVerifier> = v.variant('type', [
  v.object({ type: v.literal('progress'), filesDone: count, filesTotal: count, bytesDone: count }),
  v.object({
    type: v.literal('verified'),
    result: signatureResultSchema,
    report: v.string(),
    needs: v.exactOptional(v.picklist(['key', 'certificate', 'sigstore'])),
  }),
  v.object({ type: v.literal('remembered'), text: v.string() }),
  v.object({ type: v.literal('failed'), message: v.string() }),
]);

/** @throws ValiError when it is no message of the verifier */
export function parseFromVerifier(message: unknown): FromVerifier {
  return v.parse(fromVerifierSchema, message);
}
