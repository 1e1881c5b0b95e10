import * as v from 'valibot';
import { describeIssue } from '../../../catalog/schema-problem';
import type { Bytes } from '../encodings';
import { cannotTell, SignatureError } from '../signature-error';
import { parseStrictJson } from '../strict-json';

/** The type of payload of an OMS signature. */
export const STATEMENT_TYPE = 'application/vnd.in-toto+json';

/** What to say of signatures whose format was still a draft. */
export const LEGACY_FORMAT =
  'The signature is of a version before 1.0, which cannot be verified. Sign the model again.';

const LEGACY_PREDICATE = 'https://model_signing/Digests/v0.1';
const PREDICATE = /^https:\/\/model_signing\/signature\/v1\.\d+$/u;

const hex = v.pipe(v.string(), v.maxLength(128), v.regex(/^(?:[0-9a-f]{2})+$/u));

const statementSchema = v.object({
  _type: v.literal('https://in-toto.io/Statement/v1'),
  subject: v.pipe(
    v.array(v.object({ name: v.string(), digest: v.object({ sha256: hex }) })),
    v.length(1, 'exactly one subject is allowed'),
  ),
  predicateType: v.string(),
  predicate: v.object({
    resources: v.pipe(
      v.array(v.object({ name: v.string(), digest: hex, algorithm: v.string() })),
      v.minLength(1),
    ),
    serialization: v.object({
      method: v.string(),
      hash_type: v.string(),
      allow_symlinks: v.optional(v.boolean(), false),
      shard_size: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
      ignore_paths: v.optional(v.array(v.string()), []),
    }),
  }),
});

/** What an OMS signature says: the files of a model, with their digests. Later minor versions may add to it. */
export type Statement = v.InferOutput<typeof statementSchema>;

/**
 * Reads the payload of a signature, which must have been verified before.
 *
 * @throws SignatureError when it is none of a model, or breaks the rules
 */
export function readStatement(payload: Bytes): Statement {
  const data = parsed(payload);
  const type = v.safeParse(v.object({ predicateType: v.string() }), data);
  if (type.success && type.output.predicateType === LEGACY_PREDICATE) {
    throw cannotTell('format', LEGACY_FORMAT);
  }
  if (type.success && !PREDICATE.test(type.output.predicateType)) {
    throw cannotTell(
      'format',
      `The signature is about something else than a model: it says ${JSON.stringify(type.output.predicateType)}.`,
    );
  }
  const result = v.safeParse(statementSchema, data);
  if (result.success) return result.output;
  const { path, message } = describeIssue(result.issues[0]);
  throw broken(path.length === 0 ? message : `${path.join('.')}: ${message}`);
}

function parsed(payload: Bytes): unknown {
  try {
    return parseStrictJson(new TextDecoder('utf-8', { fatal: true }).decode(payload));
  } catch (error) {
    throw broken(error instanceof Error ? error.message : String(error));
  }
}

function broken(reason: string): SignatureError {
  return new SignatureError('manifest', `What was signed is no proper list of files: ${reason}.`);
}
