import * as v from 'valibot';
import { describeIssue } from '../../../catalog/schema-problem';
import { fromBase64, type Bytes } from '../encodings';
import { cannotTell, SignatureError } from '../signature-error';
import { parseStrictJson } from '../strict-json';
import { bundleSchema, type BundleJson } from './bundle-schema';

/** A signature as it stands in a file. Nothing of it is true until it has been verified. */
export interface Bundle {
  readonly json: BundleJson;
  readonly material: SigningMaterial;
  readonly content: SignedContent;
}

/** What the signature can be checked with: this decides the method. */
export type SigningMaterial =
  | { readonly method: 'key'; readonly hint: string | undefined }
  /** The signer's certificate, then those of its issuers. DER. */
  | { readonly method: 'certificate'; readonly chain: readonly Bytes[] }
  | { readonly method: 'sigstore'; readonly certificate: Bytes };

export type SignedContent =
  | {
      readonly kind: 'statement';
      readonly payload: Bytes;
      readonly payloadType: string;
      readonly signature: Bytes;
    }
  | { readonly kind: 'file'; readonly algorithm: string; readonly digest: Bytes; readonly signature: Bytes };

/** Characters of a signature file that are read: one of a model with 100,000 files has some 30 million. */
export const MAX_BUNDLE_SIZE = 64 * 1024 * 1024;

const MEDIA_TYPE = /^application\/vnd\.dev\.sigstore\.bundle(?:\.v0\.\d+\+json|\+json;version=0\.\d+)$/u;

/**
 * Reads a Sigstore bundle.
 *
 * @throws SignatureError when it is broken, or of a kind that is not read
 */
export function readBundle(text: string): Bundle {
  const json = checked(parsed(text));
  if (!MEDIA_TYPE.test(json.mediaType)) {
    throw cannotTell(
      'format',
      `The signature file is of the kind ${JSON.stringify(json.mediaType)}, which is not read.`,
    );
  }
  return { json, material: materialOf(json), content: contentOf(json) };
}

function parsed(text: string): unknown {
  if (text.length > MAX_BUNDLE_SIZE) throw cannotTell('limit', 'The signature file is too large to be one.');
  try {
    return parseStrictJson(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw broken(`it is no proper JSON: ${reason}`);
  }
}

function checked(data: unknown): BundleJson {
  const result = v.safeParse(bundleSchema, data);
  if (result.success) return result.output;
  const { path, message } = describeIssue(result.issues[0]);
  throw broken(path.length === 0 ? message : `${path.join('.')}: ${message}`);
}

function materialOf({ verificationMaterial: material }: BundleJson): SigningMaterial {
  const { publicKey, x509CertificateChain: chain, certificate } = material;
  if ([publicKey, chain, certificate].filter((field) => field !== undefined).length !== 1) {
    throw broken('it must hold exactly one of publicKey, x509CertificateChain and certificate');
  }
  if (publicKey) return { method: 'key', hint: publicKey.hint === '' ? undefined : publicKey.hint };
  // Before version 0.3, keyless bundles had their one certificate in a chain; what makes them keyless is the log.
  if (chain && material.tlogEntries.length === 0) {
    return { method: 'certificate', chain: chain.certificates.map(({ rawBytes }) => decoded(rawBytes)) };
  }
  const leaf = certificate ?? chain?.certificates[0];
  return { method: 'sigstore', certificate: decoded(leaf?.rawBytes ?? '') };
}

function contentOf({ dsseEnvelope: envelope, messageSignature: message }: BundleJson): SignedContent {
  if (envelope && !message) {
    const [signature, second] = envelope.signatures;
    if (!signature || second) {
      throw new SignatureError(
        'format',
        `The signature file holds ${envelope.signatures.length} signatures; exactly one is allowed.`,
      );
    }
    const { payload, payloadType } = envelope;
    return {
      kind: 'statement',
      payload: decoded(payload),
      payloadType,
      signature: decoded(signature.sig),
    };
  }
  if (message && !envelope) {
    const { algorithm, digest } = message.messageDigest;
    return { kind: 'file', algorithm, digest: decoded(digest), signature: decoded(message.signature) };
  }
  throw broken('it must hold exactly one of dsseEnvelope and messageSignature');
}

function decoded(base64: string): Bytes {
  const bytes = fromBase64(base64);
  if (!bytes) throw broken('a value is no proper base64');
  return bytes;
}

function broken(reason: string): SignatureError {
  return new SignatureError('format', `The signature file is broken: ${reason}.`);
}
