import { sniff, type HeadFormat } from '../../models/sniff';

/** Compressed data and archives of other kinds are looked into when their names say that they are some. */
const TELLING: readonly (HeadFormat | undefined)[] = ['pickle', 'zip', 'npy', 'hdf5', 'gguf', 'safetensors'];
/** What pickles of protocol 0, which have no magic number, begin with when they hold more than a number or a text. */
const TEXT_PICKLE =
  /^\(*[ci][A-Za-z_][\w.]*\n[A-Za-z_][\w.]*\n|^\([dl]p\d+\n|^\(*(?:S['"]|V)[^\n]{0,100}\n\(*[SVci(]/u;
/** FlatBuffers of TensorFlow Lite and ExecuTorch carry their names behind the offset of their root. */
const FLATBUFFER = /^[\s\S]{4}(?:TFL3|ET1\d)/u;

/** Whether a file of a name that says nothing begins as a model does. */
export function beginsLikeModel(head: Uint8Array): boolean {
  if (TELLING.includes(sniff(head))) return true;
  const text = String.fromCharCode(...head.subarray(0, 200));
  return TEXT_PICKLE.test(text) || FLATBUFFER.test(text);
}
