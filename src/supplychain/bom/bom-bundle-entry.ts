// Entry point of the bundle that writes bills of materials: the library of CycloneDX is of no use to anything else.
export { writeBom } from './write-bom';
