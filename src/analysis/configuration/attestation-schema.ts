import * as v from 'valibot';

const line = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
const day = v.pipe(v.string(), v.isoDate());

/** What somebody says of evidence that no machine can see. */
export const attestationSchema = v.strictObject({
  evidence: v.pipe(
    v.string(),
    v.regex(/^EV-[A-Z\d-]+$/u),
    v.description('Id of the evidence, like `EV-IRPLAN`; `mlsecops assess` says which can be attested.'),
  ),
  by: v.pipe(line, v.description('Who says so: a person who can be asked.')),
  on: v.pipe(day, v.description('The day it was said, `2026-11-01`.')),
  until: v.optional(v.pipe(day, v.description('The last day on which it counts.'))),
  note: v.optional(v.pipe(line, v.description('Where the practice can be seen.'))),
});

/** An attestation and its place in the list, from 0. */
export type ProjectAttestation = v.InferOutput<typeof attestationSchema> & { readonly at: number };
