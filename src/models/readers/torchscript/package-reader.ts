import { archivedCodeReader } from '../python/archived-code-reader';

/** Reads the Python modules in an archive of torch.package: loading a model from it imports them. */
export const packageReader = archivedCodeReader(
  'torch-package',
  /\.py$/u,
  'when a model is loaded from the package',
);
