import { fromBase64, type Bytes } from '../encodings';

const MAX_LENGTH = 1000;

/** The signature in a `.sig` file as `cosign sign-blob` writes it: base64 and nothing else. Undefined for other files. */
export function readDetachedSignature(text: string): Bytes | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const bytes = fromBase64(text.trim());
  return bytes && bytes.length > 0 ? bytes : undefined;
}
