import { MemorySource } from '../../bytes/byte-source';
import type { Inspector } from '../../inspector';
import { joinPath, type Surroundings } from '../../place';
import { valuesIn, type JsonObject } from '../json/json-value';
import { decodeBase64 } from './encoded-code';
import type { Tell } from './inspect-keras-config';

/** A PyTorch module in a Keras model is a pickle, which is loaded without a limit to what it imports (CVE-2025-49655). */
export function inspectTorchModule(
  inspector: Inspector,
  config: JsonObject,
  place: Surroundings,
  tell: Tell,
): void {
  tell('suspicious', 'A TorchModuleWrapper layer loads a pickle of PyTorch, with whatever code it names.');
  for (const value of valuesIn(config.get('module') ?? null)) {
    const bytes = typeof value === 'string' ? decodeBase64(value) : undefined;
    if (!bytes) continue;
    inspector.inspectBytes(new MemorySource(bytes), {
      where: joinPath(place.where, 'TorchModuleWrapper'),
      depth: place.depth + 1,
      name: '.pt',
      torch: true,
      torchScript: false,
    });
  }
}
