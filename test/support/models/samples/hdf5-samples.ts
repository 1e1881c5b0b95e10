import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormatSample } from './sample';

const read = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(__dirname, '../../../fixtures/models', name)));

/** Files that `make-hdf5.py` wrote with h5py. */
export const HDF5_SAMPLES: readonly FormatSample[] = [
  { format: 'Keras .h5', name: 'model.h5', benign: read('good.h5'), harmful: read('lambda.h5') },
  { format: 'HDF5 with links', name: 'data.h5', benign: read('good.h5'), harmful: read('external-link.h5') },
];
