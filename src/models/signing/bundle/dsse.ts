import { concatenate, type Bytes } from '../encodings';

/**
 * The bytes that a DSSE signature covers: the type and the payload, each with its length, so that neither can be taken
 * for a part of the other. https://github.com/secure-systems-lab/dsse/blob/master/protocol.md
 */
export function preAuthenticationEncoding(payloadType: string, payload: Uint8Array): Bytes {
  const encoder = new TextEncoder();
  const type = encoder.encode(payloadType);
  return concatenate([
    encoder.encode(`DSSEv1 ${type.length} `),
    type,
    encoder.encode(` ${payload.length} `),
    payload,
  ]);
}
