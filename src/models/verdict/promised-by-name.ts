import type { Format } from '../formats';

/** Formats whose loaders execute nothing, by the ends of their names: whoever loads such a file relies on that. */
const HARMLESS = /\.(safetensors|gguf|ggml|onnx|tflite)$/iu;
const EXECUTABLE: readonly Format[] = [
  'pickle',
  'joblib',
  'torch-zip',
  'torch-legacy',
  'torch-tar',
  'torchscript',
];
/** Archives that no loader of models reads, unless something else is told to unpack them. */
const FOREIGN: readonly Format[] = ['7z', 'rar'];
const ARCHIVE_NAME = /\.(?:7z|rar|zip|cb[7rz]|exe|part\d+|r?\d{2,3})$/iu;

/** What is odd about a file of this format being called `name`; undefined when nothing is. */
export function brokenPromise(name: string, format: Format): string | undefined {
  const harmless = HARMLESS.exec(name)?.[1];
  if (harmless !== undefined && EXECUTABLE.includes(format)) {
    return `Its name says ${harmless}, a format that executes nothing, but it is a pickle.`;
  }
  if (FOREIGN.includes(format) && /\.\w+$/u.test(name) && !ARCHIVE_NAME.test(name)) {
    return 'It is an archive under the name of something else, which hides its contents from scanners.';
  }
  return undefined;
}
