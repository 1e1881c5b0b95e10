import type { FormatReader } from './format-reader';
import { ggufReader } from './gguf/gguf-reader';
import { configReader } from './huggingface/config-reader';
import { jinjaReader } from './jinja/jinja-reader';
import { safetensorsReader } from './safetensors/safetensors-reader';
import { hdf5Reader } from './hdf5/hdf5-reader';
import { kerasJsonReader } from './keras/keras-json-reader';

/** The readers of all formats but pickles and archives, the most particular first. */
export const READERS: readonly FormatReader[] = [
  safetensorsReader,
  ggufReader,
  hdf5Reader,
  kerasJsonReader,
  configReader,
  jinjaReader,
];
