import * as v from 'valibot';
import { describeIssue } from '../../../catalog/schema-problem';
import builtIn from '../data/sigstore-trusted-root.json';
import { isBase64 } from '../encodings';
import { cannotTell } from '../signature-error';
import { parseStrictJson } from '../strict-json';

const base64 = v.pipe(v.string(), v.check(isBase64, 'it is no proper base64'));
const time = v.pipe(v.string(), v.isoTimestamp());
const validFor = v.object({ start: time, end: v.exactOptional(time) });
const log = v.object({
  baseUrl: v.string(),
  hashAlgorithm: v.string(),
  publicKey: v.object({ rawBytes: base64, keyDetails: v.string(), validFor }),
  logId: v.object({ keyId: base64 }),
});
const authority = v.object({
  subject: v.object({ organization: v.optional(v.string(), ''), commonName: v.optional(v.string(), '') }),
  uri: v.optional(v.string(), ''),
  certChain: v.object({ certificates: v.pipe(v.array(v.object({ rawBytes: base64 })), v.minLength(1)) }),
  validFor,
});

/** https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_trustroot.proto */
const trustedRootSchema = v.object({
  mediaType: v.pipe(v.string(), v.startsWith('application/vnd.dev.sigstore.trustedroot')),
  tlogs: v.array(log),
  certificateAuthorities: v.array(authority),
  ctlogs: v.array(log),
  timestampAuthorities: v.optional(v.array(authority), []),
});

/** The keys and certificates of a Sigstore instance. */
export type TrustedRoot = v.InferOutput<typeof trustedRootSchema>;

/** That of the public instance, with the day on which it was taken in. */
export const BUILT_IN_ROOT: { readonly date: string; readonly root: TrustedRoot } = {
  date: builtIn.date,
  root: v.parse(trustedRootSchema, builtIn.root),
};

/** @throws SignatureError when the text is no trusted root */
export function readTrustedRoot(text: string): TrustedRoot {
  let data: unknown;
  try {
    data = parseStrictJson(text);
  } catch (error) {
    throw unusable(error instanceof Error ? error.message : String(error));
  }
  const result = v.safeParse(trustedRootSchema, data);
  if (result.success) return result.output;
  const { path, message } = describeIssue(result.issues[0]);
  throw unusable(path.length === 0 ? message : `${path.join('.')}: ${message}`);
}

function unusable(reason: string): Error {
  return cannotTell('trust', `The trusted root cannot be used: ${reason}.`);
}
