import type { ByteSource } from '../bytes/byte-source';
import { u16, u32 } from '../bytes/numbers';
import { decodeLatin1 } from '../pickle/pickle-text';

export interface NpyHeader {
  readonly version: string;
  /** The dictionary as it is written. */
  readonly text: string;
  /** The element type as NumPy writes it: `<f4`, or a list of fields. */
  readonly type: string;
  /** Undefined where the header does not say, in the form that NumPy gives it. */
  readonly shape: readonly number[] | undefined;
  /** A pickle follows the header: the array holds Python objects. */
  readonly objects: boolean;
  readonly dataStart: number;
}

/** Whether `head` is the beginning of a NumPy array. */
export function isNpy(head: Uint8Array): boolean {
  return decodeLatin1(head, 0, 6) === '\x93NUMPY';
}

/** The header of an array; of versions that nobody knows it is read like the newest. */
export function readNpyHeader(source: ByteSource): NpyHeader {
  const head = source.read(0, 12).slice();
  const major = head[6] ?? 0;
  const length = major === 1 ? u16(head, 8) : u32(head, 8);
  const start = major === 1 ? 10 : 12;
  const bytes = source.read(start, Math.min(length, 1024 * 1024));
  const text = decodeLatin1(bytes, 0, bytes.length);
  const descr = /'descr'\s*:\s*(.*?)(?:,\s*'(?:fortran_order|shape)'|$)/su.exec(text)?.[1] ?? text;
  const shape = /'shape'\s*:\s*\(([\d,\s]*)\)/u.exec(text)?.[1];
  return {
    type: descr.replace(/^'(.*)'$/su, '$1'),
    shape: shape?.split(',').flatMap((length) => (length.trim() === '' ? [] : Number(length))),
    version: `${major}.${head[7] ?? 0}`,
    text: text.trim(),
    // A descriptor that is not a plain type may name objects anywhere within it.
    objects: /['"][<>|=]?O\d*['"]/u.test(descr) || /object/u.test(descr),
    dataStart: start + length,
  };
}
