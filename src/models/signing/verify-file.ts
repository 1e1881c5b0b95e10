import type { Bundle, SignedContent } from './bundle/read-bundle';
import { toHex, type Bytes } from './encodings';
import type { ModelFiles } from './files/model-files';
import type { Found } from './found';
import { cannotTell, MethodNeeded } from './signature-error';
import { keyHint, type Curve } from './trust/public-key';
import type { Trust } from './trust/trust';
import { notByKey, trustedKey } from './trust/verify-signature';
import { verifyKeyless } from './trust/verify-keyless';
import type { SignatureProblem } from './verification';
import type { VerificationRequest } from './verification-request';

const HASHES: Readonly<Record<string, Curve['hash']>> = {
  SHA2_256: 'SHA-256',
  SHA2_384: 'SHA-384',
  SHA2_512: 'SHA-512',
};

/**
 * Verifies a Sigstore bundle that signs the bytes of one file.
 *
 * @throws SignatureError when it does not hold
 */
export async function verifyFile(
  bundle: Bundle,
  { algorithm, digest, signature }: Extract<SignedContent, { kind: 'file' }>,
  request: VerificationRequest,
  trust: Trust,
  found: Found,
): Promise<void> {
  const { material } = bundle;
  const path = onlyFileOf(request.files);
  if (material.method !== trust.method) throw new MethodNeeded(material.method);
  const hash = Object.hasOwn(HASHES, algorithm) ? HASHES[algorithm] : undefined;
  if (!hash || (material.method === 'sigstore' && hash !== 'SHA-256') || material.method === 'certificate') {
    throw cannotTell(
      'unsupported',
      `A signature of one file by ${material.method} and ${algorithm} is not supported.`,
    );
  }
  if (trust.method === 'key') {
    await verifyByKey(path, signature, [hash], request, trust, found);
    if (bundle.json.verificationMaterial.tlogEntries.length > 0) {
      found.notes.push('That the signature is in a log was not checked: the key is what counts.');
    }
    return;
  }
  if (trust.method !== 'sigstore') return;
  const hashed = await hashFile(path, request);
  if (hashed.digest !== toHex(digest)) {
    found.problems.push(changed(path));
    return;
  }
  found.signer = await verifyKeyless(bundle, trust, hashed.digest);
  noteGood(found, hashed.size);
}

/**
 * Verifies the signature of a `.sig` file, which says nothing but itself.
 *
 * @throws SignatureError when it does not hold
 */
export async function verifyDetached(
  signature: Bytes,
  request: VerificationRequest,
  found: Found,
): Promise<void> {
  const { trust } = request;
  const path = onlyFileOf(request.files);
  if (trust?.method !== 'key') {
    throw new MethodNeeded('key');
  }
  const { curve } = await trustedKey(trust, undefined);
  // Signers of files use SHA-256 with every curve, or the hash that fits the curve.
  await verifyByKey(path, signature, [...new Set(['SHA-256', curve.hash] as const)], request, trust, found);
}

async function verifyByKey(
  path: string,
  signature: Bytes,
  hashes: readonly Curve['hash'][],
  { files, signal, onProgress }: VerificationRequest,
  trust: Extract<Trust, { method: 'key' }>,
  found: Found,
): Promise<void> {
  // What signers of files write as the hint of a key differs from one to the next.
  const key = await trustedKey(trust, undefined);
  const onBytes = bytesOf(onProgress);
  const { holds, size } = await files.isSignedBy(path, { key, signature, hashes, signal, onBytes });
  if (!holds) throw notByKey();
  found.signer = { method: 'key', hint: await keyHint(key) };
  noteGood(found, size);
}

async function hashFile(
  path: string,
  { files, signal, onProgress }: VerificationRequest,
): Promise<{ readonly digest: string; readonly size: number }> {
  const request = {
    algorithm: 'sha256',
    shardSize: undefined,
    signal,
    onBytes: bytesOf(onProgress),
  } as const;
  const { digests, size } = await files.digests(path, request);
  return { digest: digests[0] ?? '', size };
}

function bytesOf(onProgress: VerificationRequest['onProgress']): (count: number) => void {
  let bytesDone = 0;
  return (count) => {
    bytesDone += count;
    onProgress?.({ filesDone: 0, filesTotal: 1, bytesDone });
  };
}

function onlyFileOf({ onlyFile }: ModelFiles): string {
  if (onlyFile !== undefined) return onlyFile;
  throw cannotTell('format', 'The signature is of one file. Name that file instead of its folder.');
}

function noteGood(found: Found, size: number): void {
  found.files = 1;
  found.bytes = size;
}

function changed(file: string): SignatureProblem {
  return { kind: 'changed-file', message: 'Its content is not what was signed.', file };
}
