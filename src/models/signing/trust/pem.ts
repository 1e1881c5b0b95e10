import { fromBase64, toBase64, type Bytes } from '../encodings';

const BLOCK = /-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\s]*)-----END \1-----/gu;

export interface PemBlock {
  readonly label: string;
  readonly bytes: Bytes;
}

/** The blocks of a PEM text whose content can be decoded; what stands around them is a comment (RFC 7468). */
export function pemBlocks(text: string): readonly PemBlock[] {
  return [...text.matchAll(BLOCK)].flatMap(([, label = '', body = '']) => {
    const bytes = fromBase64(body.replace(/\s/gu, ''));
    return bytes ? [{ label, bytes }] : [];
  });
}

/** A PEM text as OpenSSL writes it: lines of 64 characters, with a newline at the end. */
export function toPem(label: string, bytes: Uint8Array): string {
  const lines = toBase64(bytes).match(/.{1,64}/gu) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
