import { createRequire } from 'node:module';
import type { BomModule } from '../../supplychain/bom/bom-module';

/** The bundle's name, beside the one that asks for it. */
const BOM_BUNDLE = './bom.js';

/** Loads what writes bills of materials, with the library of CycloneDX. */
export function loadBomBundle(): Promise<BomModule> {
  return Promise.resolve(createRequire(__filename)(BOM_BUNDLE) as BomModule);
}
