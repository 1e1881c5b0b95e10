import type { BomModule } from './bom-module';
import { writeBom } from './write-bom';

// What a web worker imports: it leaves what writes bills of materials in the global scope.
(globalThis as { mlsecopsBom?: BomModule }).mlsecopsBom = { writeBom };
