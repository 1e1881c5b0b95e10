import { lateModule } from '../../source/late-module';
import type { writeBom } from './write-bom';

/** What is loaded when the first bill of materials is asked for: it holds the library of CycloneDX. */
export interface BomModule {
  readonly writeBom: typeof writeBom;
}

const { loadWith, get } = lateModule<BomModule>('Bills of materials cannot be written in this process.');

export { loadWith as loadBomWith, get as bomModule };
