import * as v from 'valibot';
import type { InventoryResult } from '../../protocol/messages';
import { OPENNESS } from '../../supplychain/inventory/part';
import { PART_KINDS } from '../../supplychain/inventory/part-kind';
import { JOINS } from '../../supplychain/inventory/sighting';
import { factLocationSchema } from './fact-schemas';

const text = v.string();
const optionalText = v.exactOptional(text);
const optionalTexts = v.exactOptional(v.array(text));

function reasoned<const T extends readonly string[]>(values: T) {
  return v.object({ value: v.picklist(values), reason: text });
}

const use = v.object({ path: text, location: factLocationSchema, via: text });

const said = v.object({
  license: optionalText,
  baseModels: optionalTexts,
  datasets: optionalTexts,
  collections: optionalTexts,
  trainedBy: optionalText,
  task: optionalText,
  format: optionalText,
  framework: optionalText,
  languages: optionalTexts,
  sha256: optionalText,
  verdict: optionalText,
  signature: optionalText,
  address: optionalText,
});

const part = v.object({
  id: text,
  kind: v.picklist(PART_KINDS),
  name: text,
  origin: text,
  version: optionalText,
  pinning: reasoned(['pinned', 'mutable', 'unknown', 'own']),
  openness: reasoned(OPENNESS),
  signed: reasoned(['verified', 'failed', 'present', 'none', 'unknown']),
  scanned: reasoned(['safe', 'suspicious', 'malicious', 'incomplete', 'unknown']),
  said,
  provider: optionalText,
  license: optionalText,
  purl: optionalText,
  stages: v.array(text),
  uses: v.array(use),
  useCount: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/** The answer to the inventory request. */
export const inventorySchema: v.GenericSchema<unknown, InventoryResult> = v.object({
  folders: v.array(
    v.object({
      uri: text,
      parts: v.array(part),
      lineage: v.array(v.object({ from: text, to: text, join: v.picklist(JOINS), use })),
    }),
  ),
});
