import type { BomModule } from '../../supplychain/bom/bom-module';
import { bundleBeside } from './bundle-beside';

/** Loads what writes bills of materials, with the library of CycloneDX. */
export function loadBomBundle(): Promise<BomModule> {
  const scope = globalThis as { mlsecopsBom?: BomModule };
  return Promise.resolve(bundleBeside('bom.js', () => scope.mlsecopsBom));
}
