/** A URL of a file that a model or a dataset is kept in. */
export interface ArtifactUrl {
  /** Last part of the path, for messages. */
  readonly file: string;
  readonly kind: 'model' | 'archive';
  /** Fetched without encryption from a public host. */
  readonly plain: boolean;
  /** The address itself holds a full content or commit hash. */
  readonly hashed: boolean;
  /** The file's name ends in the first digits of its SHA-256, as PyTorch names its weights. */
  readonly hashInName: boolean;
}

const MODEL_FILE =
  /\.(?:bin|caffemodel|ckpt|gguf|ggml|h5|hdf5|joblib|keras|mar|nemo|npy|npz|onnx|params|pb|pickle|pkl|pt|pth|safetensors|t7|tflite|weights)$/i;
const ARCHIVE = /\.(?:7z|tar|tar\.bz2|tar\.gz|tar\.xz|tbz2|tgz|zip)$/i;

const OWN_HOST =
  /^(?:localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[::1\]|[^.]+$|.*\.(?:local|internal|lan|svc|test)$)/i;

/**
 * Reads the address of a download. Undefined when it is no http(s) address, points into the own network, or does not end
 * in the name of a model file or an archive.
 *
 * @param stored the name of the file it is stored as; counts where the address shows no file name.
 */
export function artifactUrl(url: string, stored?: string): ArtifactUrl | undefined {
  const [, scheme, host, path] = /^(https?):\/\/([^/?#]+)([^?#]*)/i.exec(url) ?? [];
  if (scheme === undefined || host === undefined || path === undefined) return undefined;
  if (OWN_HOST.test(host.replace(/:\d+$/, ''))) return undefined;
  const last = path.split('/').at(-1) ?? '';
  const file = stored !== undefined && !last.includes('.') ? (stored.split(/[\\/]/).at(-1) ?? '') : last;
  const kind = MODEL_FILE.test(file) ? 'model' : ARCHIVE.test(file) ? 'archive' : undefined;
  if (!kind) return undefined;
  return {
    file,
    kind,
    plain: scheme.toLowerCase() === 'http',
    hashed: /(?:^|[^0-9a-f])(?:[0-9a-f]{40}|[0-9a-f]{64})(?:[^0-9a-f]|$)/i.test(path),
    hashInName: /-[0-9a-f]{8,}\.[a-z]+$/i.test(file),
  };
}
