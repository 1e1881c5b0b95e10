import * as v from 'valibot';

const text = v.pipe(v.string(), v.nonEmpty());
const path = v.pipe(
  text,
  v.description('Which models: a pattern in the syntax of .gitignore, relative to this file.'),
);

/** Models that must be signed, and by whom: one form for each method. Paths of files are relative to the project file. */
export const signingRequirementSchema = v.union([
  v.strictObject({
    path,
    key: v.pipe(text, v.description('PEM file with the public key of the signer.')),
  }),
  v.strictObject({
    path,
    'certificate-chain': v.pipe(
      text,
      v.description('PEM file with the root that the certificate must lead to.'),
    ),
  }),
  v.strictObject({
    path,
    identity: v.pipe(
      text,
      v.description('Who must have signed: an e-mail address or the URI of a workflow.'),
    ),
    issuer: v.pipe(text, v.description('Which OpenID provider must have vouched for that.')),
    'trusted-root': v.optional(
      v.pipe(text, v.description('Trusted root of a Sigstore instance of your own, as JSON.')),
    ),
  }),
]);

export type SigningRequirement = v.InferOutput<typeof signingRequirementSchema>;

export const modelsSchema = v.strictObject({
  'must-be-signed': v.optional(
    v.pipe(
      v.array(signingRequirementSchema),
      v.description(
        'Models that must be signed, and by whom. `mlsecops verify` goes by the first that fits.',
      ),
    ),
  ),
});
