import type { writeBom } from './write-bom';

/** What is loaded when the first bill of materials is asked for: it holds the library of CycloneDX. */
export interface BomModule {
  readonly writeBom: typeof writeBom;
}

let load: (() => Promise<BomModule>) | undefined;
let loading: Promise<BomModule> | undefined;

/** Says where it comes from. */
export function loadBomWith(loader: () => Promise<BomModule>): void {
  load = loader;
  loading = undefined;
}

/** @throws Error when it cannot be loaded; the next call tries again */
export async function bomModule(): Promise<BomModule> {
  if (!load) throw new Error('Bills of materials cannot be written in this process.');
  loading ??= load();
  try {
    return await loading;
  } catch (error) {
    loading = undefined;
    throw error;
  }
}
