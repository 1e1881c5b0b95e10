import type { Format } from '../formats';

/** A format that is an archive with certain members. */
interface ArchiveKind {
  readonly format: Format;
  /** @param names the names of the members without their folders @param paths with them */
  readonly matches: (names: ReadonlySet<string>, paths: readonly string[]) => boolean;
}

const MAR_MANIFEST = /(?:^|\/)MAR-INF\/MANIFEST\.json$/u;

/** Formats that are ZIP archives, the most particular first. */
const ZIP_KINDS: readonly ArchiveKind[] = [
  { format: 'mar', matches: (_, paths) => paths.some((path) => MAR_MANIFEST.test(path)) },
  { format: 'torch-package', matches: (names) => names.has('extern_modules') },
  { format: 'torchscript', matches: (names) => names.has('data.pkl') && names.has('constants.pkl') },
  { format: 'torch-zip', matches: (names) => names.has('data.pkl') },
  {
    format: 'keras',
    matches: (names) =>
      names.has('config.json') &&
      ['metadata.json', 'model.weights.h5', 'model.weights.npz'].some((name) => names.has(name)),
  },
  { format: 'saved-model', matches: (names) => names.has('saved_model.pb') },
  {
    format: 'coreml',
    matches: (names, paths) =>
      names.has('coremldata.bin') || paths.some((path) => path.includes('com.apple.CoreML/')),
  },
  { format: 'skops', matches: (_, paths) => paths.includes('schema.json') },
  { format: 'npz', matches: (_, paths) => paths.length > 0 && paths.every((path) => path.endsWith('.npy')) },
];

/** Formats that are tar archives. */
const TAR_KINDS: readonly ArchiveKind[] = [
  { format: 'mar', matches: (_, paths) => paths.some((path) => MAR_MANIFEST.test(path)) },
  { format: 'nemo', matches: (names) => names.has('model_config.yaml') },
  { format: 'saved-model', matches: (names) => names.has('saved_model.pb') },
  { format: 'torch-tar', matches: (names) => names.has('storages') && names.has('pickle') },
];

/** What a ZIP archive with these members is. */
export function zipKind(paths: readonly string[]): Format {
  return kindAmong(ZIP_KINDS, paths) ?? 'zip';
}

/** What a tar archive with these members is. */
export function tarKind(paths: readonly string[]): Format {
  return kindAmong(TAR_KINDS, paths) ?? 'tar';
}

function kindAmong(kinds: readonly ArchiveKind[], paths: readonly string[]): Format | undefined {
  const names = new Set(paths.map((path) => path.slice(path.lastIndexOf('/') + 1)));
  return kinds.find(({ matches }) => matches(names, paths))?.format;
}
