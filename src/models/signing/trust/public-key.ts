import { fromHex, sha256, toHex, type Bytes } from '../encodings';
import { pemBlocks, toPem } from './pem';

/** An elliptic-curve public key: what OMS signs with. */
export interface PublicKey {
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Bytes;
  readonly curve: Curve;
}

export interface Curve {
  readonly name: 'P-256' | 'P-384' | 'P-521';
  /** The hash that OMS pairs with the curve. */
  readonly hash: 'SHA-256' | 'SHA-384' | 'SHA-512';
  /** Bytes of one coordinate, and of each half of a signature. */
  readonly size: number;
  /** How every SubjectPublicKeyInfo of an uncompressed point on this curve begins (RFC 5480). */
  readonly prefix: string;
}

const CURVES: readonly Curve[] = [
  {
    name: 'P-256',
    hash: 'SHA-256',
    size: 32,
    prefix: '3059301306072a8648ce3d020106082a8648ce3d03010703420004',
  },
  { name: 'P-384', hash: 'SHA-384', size: 48, prefix: '3076301006072a8648ce3d020106052b8104002203620004' },
  {
    name: 'P-521',
    hash: 'SHA-512',
    size: 66,
    prefix: '30819b301006072a8648ce3d020106052b810400230381860004',
  },
];

/** The key in a SubjectPublicKeyInfo; undefined when it is none on P-256, P-384 or P-521. */
export function publicKeyOf(spki: Bytes): PublicKey | undefined {
  const text = toHex(spki.subarray(0, 32));
  const curve = CURVES.find(
    ({ prefix, size }) => text.startsWith(prefix) && spki.length === prefix.length / 2 + 2 * size,
  );
  return curve ? { spki, curve } : undefined;
}

/** The one public key in a PEM text; undefined when there is none, more than one, or one of another kind. */
export function publicKeyFromPem(text: string): PublicKey | undefined {
  const keys = pemBlocks(text).filter(({ label }) => label === 'PUBLIC KEY');
  return keys.length === 1 && keys[0] ? publicKeyOf(keys[0].bytes) : undefined;
}

/** How a bundle names the key it was signed with: a hash of the key's PEM text, the last newline with it. */
export function keyHint({ spki }: PublicKey): Promise<string> {
  return sha256(new TextEncoder().encode(toPem('PUBLIC KEY', spki)));
}

/** Whether a signature in DER over `data` was made with the key. */
export async function verifyWithKey(
  { spki, curve }: PublicKey,
  data: Bytes,
  signature: Uint8Array,
  hash: Curve['hash'] = curve.hash,
): Promise<boolean> {
  const halves = signatureHalves(signature, curve.size);
  if (!halves) return false;
  const algorithm = { name: 'ECDSA', namedCurve: curve.name };
  try {
    const key = await crypto.subtle.importKey('spki', spki, algorithm, false, ['verify']);
    return await crypto.subtle.verify({ name: 'ECDSA', hash }, key, halves, data);
  } catch {
    // A point that does not lie on the curve.
    return false;
  }
}

/** SEQUENCE { INTEGER, INTEGER } as the two numbers side by side, which is what WebCrypto takes. */
function signatureHalves(der: Uint8Array, size: number): Bytes | undefined {
  const text = toHex(der);
  // A length above 127 takes a second byte; no signature of these curves needs a third.
  const [, length, body] = /^30(?:81)?(..)(.*)$/u.exec(text) ?? [];
  if (length === undefined || body === undefined || body.length !== parseInt(length, 16) * 2)
    return undefined;
  const first = integer(body, size);
  const second = first && integer(first.rest, size);
  return first && second?.rest === '' ? fromHex(first.digits + second.digits) : undefined;
}

function integer(text: string, size: number): { readonly digits: string; readonly rest: string } | undefined {
  const end = 4 + parseInt(text.slice(2, 4), 16) * 2;
  if (!text.startsWith('02') || !(end <= text.length)) return undefined;
  const digits = text.slice(4, end).replace(/^(?:00)+/u, '');
  return digits.length > size * 2
    ? undefined
    : { digits: digits.padStart(size * 2, '0'), rest: text.slice(end) };
}
