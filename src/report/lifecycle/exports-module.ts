import type { LifecycleExports } from './lifecycle-exports';

let load: (() => Promise<LifecycleExports>) | undefined;

/** Says where the drawings, pages and reports come from when the first of them is asked for. */
export function loadExportsWith(loader: () => Promise<LifecycleExports>): void {
  load = loader;
}

/** @throws Error when they cannot be loaded */
export async function exportsModule(): Promise<LifecycleExports> {
  if (!load) throw new Error('Drawings and reports cannot be written in this process.');
  return load();
}
