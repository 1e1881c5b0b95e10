import { archivedCodeReader } from '../python/archived-code-reader';

/** Reads the Python code in a TorchServe archive: the handler and what it imports run in the server. */
export const marCodeReader = archivedCodeReader('mar', /\.py$/iu, 'in the server that loads the model');
