import type { Part } from '../inventory/part';
import type { PartKind } from '../inventory/part-kind';

/** Types of components of CycloneDX 1.6 that parts become. */
export type BomComponentType = 'machine-learning-model' | 'data' | 'library' | 'container' | 'application';

/** Where a part stands in a bill of CycloneDX. */
export type BomPlace =
  | { readonly as: 'service' }
  | {
      readonly as: 'component';
      readonly type: BomComponentType;
      /** What kind of data it is, where it is data. */
      readonly data?: 'dataset' | 'configuration';
    };

const MODEL: BomPlace = { as: 'component', type: 'machine-learning-model' };
const SERVICE: BomPlace = { as: 'service' };
const APPLICATION: BomPlace = { as: 'component', type: 'application' };
const LIBRARY: BomPlace = { as: 'component', type: 'library' };
/** What sets how a model or a run behaves, in the words of the specification "parameters or settings that may be used by other components". */
const CONFIGURATION: BomPlace = { as: 'component', type: 'data', data: 'configuration' };
const DATASET: BomPlace = { as: 'component', type: 'data', data: 'dataset' };

const PLACES: Readonly<Record<PartKind, BomPlace>> = {
  model: MODEL,
  adapter: MODEL,
  tokenizer: MODEL,
  'embedding-model': MODEL,
  'hosted-model': SERVICE,
  dataset: DATASET,
  'vector-store': SERVICE,
  prompt: CONFIGURATION,
  agent: APPLICATION,
  tool: LIBRARY,
  'mcp-server': APPLICATION,
  library: LIBRARY,
  evaluation: CONFIGURATION,
  image: { as: 'component', type: 'container' },
};

/** Where a part of this kind stands, and where it stands otherwise when it runs elsewhere or lies in the workspace. */
export function bomPlace({ kind, origin, openness, said }: Part): BomPlace {
  if (kind === 'vector-store' && origin === 'local') return DATASET;
  if (kind === 'embedding-model' && openness.value === 'closed-service') return SERVICE;
  if (kind === 'mcp-server' && /^(?:https?|wss?):/u.test(said.address ?? '')) return SERVICE;
  if (kind === 'evaluation' && ['pypi', 'npm', 'conda'].includes(origin)) return LIBRARY;
  return PLACES[kind];
}
