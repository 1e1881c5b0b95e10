import { GRAPH_SAMPLES } from './graph-samples';
import { HDF5_SAMPLES } from './hdf5-samples';
import { PICKLE_SAMPLES } from './pickle-samples';
import type { FormatSample } from './sample';
import { TEXT_SAMPLES } from './text-samples';

/** Two files of each format, made here. */
export const FORMAT_SAMPLES: readonly FormatSample[] = [
  ...PICKLE_SAMPLES,
  ...HDF5_SAMPLES,
  ...GRAPH_SAMPLES,
  ...TEXT_SAMPLES,
];
