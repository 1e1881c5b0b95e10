import * as v from 'valibot';
import { isBase64 } from '../encodings';

const LOG_ENTRIES = 32;
const CERTIFICATES = 16;
const TIMESTAMPS = 32;

const base64 = v.pipe(v.string(), v.check(isBase64, 'it is no proper base64'));
/** 64-bit numbers are texts in the JSON form of protocol buffers; some writers give numbers. Zero may be left out. */
const count = v.optional(
  v.pipe(
    v.union([v.string(), v.pipe(v.number(), v.safeInteger(), v.transform(String))]),
    v.regex(/^\d{1,19}$/u),
  ),
  '0',
);
const certificate = v.object({ rawBytes: v.pipe(base64, v.minLength(4), v.maxLength(100_000)) });

const logEntry = v.object({
  logIndex: count,
  logId: v.object({ keyId: base64 }),
  kindVersion: v.object({ kind: v.string(), version: v.string() }),
  /** Null for logs that leave the time to time-stamping authorities. */
  integratedTime: v.optional(
    v.pipe(
      v.nullable(count),
      v.transform((time) => (time === '0' ? null : time)),
    ),
    null,
  ),
  inclusionPromise: v.optional(v.object({ signedEntryTimestamp: base64 })),
  inclusionProof: v.optional(
    v.object({
      logIndex: count,
      rootHash: base64,
      treeSize: count,
      hashes: v.optional(v.pipe(v.array(base64), v.maxLength(64)), []),
      checkpoint: v.object({ envelope: v.string() }),
    }),
  ),
  canonicalizedBody: base64,
});

const material = v.object({
  publicKey: v.optional(v.looseObject({ hint: v.optional(v.string()) })),
  x509CertificateChain: v.optional(
    v.object({ certificates: v.pipe(v.array(certificate), v.minLength(1), v.maxLength(CERTIFICATES)) }),
  ),
  certificate: v.optional(certificate),
  tlogEntries: v.optional(v.pipe(v.array(logEntry), v.maxLength(LOG_ENTRIES)), []),
  timestampVerificationData: v.optional(
    v.object({
      rfc3161Timestamps: v.optional(
        v.pipe(v.array(v.object({ signedTimestamp: base64 })), v.maxLength(TIMESTAMPS)),
        [],
      ),
    }),
  ),
});

/**
 * The JSON form of a Sigstore bundle, as far as it is read.
 * https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_bundle.proto
 */
export const bundleSchema = v.object({
  mediaType: v.string(),
  verificationMaterial: material,
  dsseEnvelope: v.optional(
    v.object({
      payload: base64,
      payloadType: v.string(),
      signatures: v.array(v.object({ sig: base64 })),
    }),
  ),
  messageSignature: v.optional(
    v.object({
      messageDigest: v.object({ algorithm: v.string(), digest: base64 }),
      signature: base64,
    }),
  ),
});

export type BundleJson = v.InferOutput<typeof bundleSchema>;
