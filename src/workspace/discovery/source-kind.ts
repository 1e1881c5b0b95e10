import type { SourceLanguage } from '../../source/model';

/** What a file is read as. */
export type SourceKind = SourceLanguage | 'notebook';

/** Files larger than this are reported and not read: generated tables and data pasted into code, not something a person wrote. */
export const SIZE_LIMITS: Readonly<Record<SourceKind, number>> = {
  python: 5 * 1024 * 1024,
  // Notebooks carry their outputs, pictures included.
  notebook: 100 * 1024 * 1024,
};

const KINDS: Readonly<Record<string, SourceKind>> = { py: 'python', pyw: 'python', ipynb: 'notebook' };

/** How a file of this name is read; undefined when it is no source we know. */
export function sourceKind(name: string): SourceKind | undefined {
  const dot = name.lastIndexOf('.');
  if (dot <= 0) return undefined;
  const extension = name.slice(dot + 1).toLowerCase();
  return Object.hasOwn(KINDS, extension) ? KINDS[extension] : undefined;
}
