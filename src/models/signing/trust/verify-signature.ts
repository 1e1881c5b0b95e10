import type { Bundle } from '../bundle/read-bundle';
import type { Bytes } from '../encodings';
import { cannotTell, MethodNeeded, SignatureError } from '../signature-error';
import type { Signer } from '../verification';
import { keyHint, publicKeyFromPem, verifyWithKey, type PublicKey } from './public-key';
import type { KeyTrust, Trust } from './trust';
import { verifyWithCertificate } from './verify-certificate';
import { verifyKeyless } from './verify-keyless';

/**
 * Verifies that `data` was signed by whom the user trusts.
 *
 * @param data what the signature covers: the encoded statement
 * @throws SignatureError when it was not, or when the signature needs another method
 */
export async function verifySignature(bundle: Bundle, data: Bytes, trust: Trust, now: Date): Promise<Signer> {
  const { material, content } = bundle;
  if (material.method === 'key' && trust.method === 'key') {
    const key = await trustedKey(trust, material.hint);
    if (!(await verifyWithKey(key, data, content.signature))) throw notByKey();
    return { method: 'key', hint: await keyHint(key) };
  }
  if (material.method === 'certificate' && trust.method === 'certificate') {
    return verifyWithCertificate(material.chain, data, content.signature, trust, now);
  }
  if (material.method === 'sigstore' && trust.method === 'sigstore') return verifyKeyless(bundle, trust);
  throw new MethodNeeded(material.method);
}

/**
 * The key that the user gave.
 *
 * @param hint which key the signature was made with, as far as it says so
 * @throws SignatureError when it cannot be used, or is another one than the signature was made with
 */
export async function trustedKey({ pem }: KeyTrust, hint: string | undefined): Promise<PublicKey> {
  const key = publicKeyFromPem(pem);
  if (!key) {
    throw cannotTell(
      'trust',
      'The key cannot be used: a PEM file with one public key on P-256, P-384 or P-521 is needed.',
    );
  }
  if (hint !== undefined && hint !== (await keyHint(key))) {
    throw new SignatureError('signature', 'The signature was made with another key.');
  }
  return key;
}

export function notByKey(): SignatureError {
  return new SignatureError(
    'signature',
    'The signature was not made with this key, or what it signs has changed.',
  );
}
