/** What a file turns out to be. */
export const FORMATS = {
  pickle: 'pickle',
  joblib: 'joblib (pickle with arrays)',
  'torch-zip': 'PyTorch checkpoint (ZIP)',
  'torch-legacy': 'PyTorch checkpoint (before 1.6)',
  'torch-tar': 'PyTorch checkpoint (tar, before 0.1.10)',
  torchscript: 'TorchScript (ZIP)',
  npy: 'NumPy array',
  npz: 'NumPy arrays (ZIP)',
  zip: 'ZIP archive',
  tar: 'tar archive',
  gzip: 'gzip',
  zlib: 'zlib',
  bzip2: 'bzip2',
  xz: 'xz',
  lzma: 'LZMA',
  zstd: 'Zstandard',
  lz4: 'LZ4',
  '7z': '7z archive',
  hdf5: 'HDF5',
  gguf: 'GGUF',
  safetensors: 'safetensors',
  unknown: 'unknown',
} as const;

export type Format = keyof typeof FORMATS;
