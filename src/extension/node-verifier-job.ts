import type { Trust } from '../models/signing/trust/trust';
import type { FromVerifier, GivenTrust, VerifierJob } from '../protocol/model/verifier-messages';
import { signatureResult } from '../report/signing/signature-view';
import { textSignatureReport } from '../report/signing/text-signature-report';
import { addSigningRequirement } from '../workspace/model-files/add-signing-requirement';
import { findSignature, modelAt } from '../workspace/node/signing/model-place';
import { trustOfPolicy } from '../workspace/node/signing/policy-trust';
import { readSigningInput } from '../workspace/node/signing/signing-input';
import { signingPolicy, type SigningPolicy } from '../workspace/node/signing/signing-policy';
import { verifyPlace } from '../workspace/node/signing/verify-place';

/** Milliseconds between two messages about how far the hashing is. */
const EVERY = 100;

type VerifyJob = Extract<VerifierJob, { type: 'verify' }>;

/**
 * Does what the extension asks of the verifier.
 *
 * @param post told now and then how far the hashing is
 * @returns the answer; it never rejects
 */
export async function doJob(job: VerifierJob, post: (message: FromVerifier) => void): Promise<FromVerifier> {
  try {
    if (job.type === 'verify') return await verify(job, post);
    return { type: 'remembered', text: addSigningRequirement(job.text, job.requirement) };
  } catch (error) {
    return { type: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

async function verify(job: VerifyJob, post: (message: FromVerifier) => void): Promise<FromVerifier> {
  const { path, trust: given, policyFolders } = job;
  const place = modelAt('', path);
  const policy = given
    ? undefined
    : await signingPolicy(place.path, place.isFolder, {
        within: policyFolders.map((each) => modelAt('', each).path),
      });
  const signature = findSignature('', place);
  let next = 0;
  const verification = await verifyPlace({
    place,
    signature,
    workingFolder: '',
    trust: given ? trustOf(given) : policy && trustOfPolicy(policy),
    isDemanded: policy !== undefined,
    signal: new AbortController().signal,
    onProgress: (progress) => {
      if (performance.now() < next) return;
      next = performance.now() + EVERY;
      post({ type: 'progress', ...progress });
    },
  });
  const { needs } = verification;
  return {
    type: 'verified',
    result: signatureResult(verification, trustText(given, policy), new Date()),
    report: textSignatureReport({ path, signature, policy: policy?.file, verification }, false),
    // What the policy names is not for the user to replace by something else.
    ...(needs === undefined || policy ? {} : { needs }),
  };
}

function trustOf(given: GivenTrust): Trust {
  switch (given.method) {
    case 'key':
      return { method: 'key', pem: readSigningInput('', given.file) };
    case 'certificate':
      return { method: 'certificate', roots: readSigningInput('', given.file) };
    case 'sigstore':
      return given;
  }
}

function trustText(given: GivenTrust | undefined, policy: SigningPolicy | undefined): string | undefined {
  if (policy) return `Demanded by ${policy.file}.`;
  if (!given) return undefined;
  return given.method === 'sigstore'
    ? `You named ${given.identity}, on the word of ${given.issuer}.`
    : `You named the ${given.method === 'key' ? 'key' : 'certificates'} ${given.file}.`;
}
