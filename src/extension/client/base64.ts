/** Bytes that become one text at a time: more arguments than this can overflow the stack. */
const CHUNK = 0x6000;

/** Base64 of bytes, the same on the desktop and on the web. */
export function encodeBase64(bytes: Uint8Array): string {
  let encoded = '';
  // The chunk is a multiple of three, so that only the last one is padded.
  for (let at = 0; at < bytes.length; at += CHUNK) {
    encoded += btoa(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  }
  return encoded;
}
