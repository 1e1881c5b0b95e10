import { entryRef, type EntryRef } from '../../catalog/entry-ref';
import type { Part } from '../../supplychain/inventory/part';
import type { PartKind } from '../../supplychain/inventory/part-kind';

/** Pages of the guide that say what to do about a state of a part. */
export const PART_PAGES = {
  pin: entryRef('controls', 'C04'),
  scan: entryRef('controls', 'C06'),
  sign: entryRef('controls', 'C25'),
  verify: entryRef('controls', 'C26'),
  intake: entryRef('controls', 'C03'),
} as const;

const BY_KIND: Readonly<Record<PartKind, EntryRef>> = {
  model: entryRef('entryPoints', 'open-weights'),
  adapter: entryRef('entryPoints', 'open-adapters'),
  tokenizer: entryRef('entryPoints', 'open-weights'),
  'embedding-model': entryRef('entryPoints', 'open-weights'),
  'hosted-model': entryRef('entryPoints', 'hosted-model'),
  dataset: entryRef('entryPoints', 'public-data'),
  'vector-store': entryRef('controls', 'C38'),
  prompt: entryRef('controls', 'C48'),
  agent: entryRef('controls', 'C39'),
  tool: entryRef('controls', 'C40'),
  'mcp-server': entryRef('controls', 'C40'),
  library: entryRef('entryPoints', 'open-code'),
  evaluation: entryRef('controls', 'C22'),
  image: entryRef('controls', 'C29'),
};

/** The page of the guide that says most about a part: what answers its worst news, else what its kind brings with it. */
export function entryOfPart({ scanned, signed, pinning, kind }: Part): EntryRef {
  if (scanned.value === 'malicious' || scanned.value === 'suspicious') return PART_PAGES.scan;
  if (signed.value === 'failed') return PART_PAGES.verify;
  if (pinning.value === 'mutable') return PART_PAGES.pin;
  return BY_KIND[kind];
}
