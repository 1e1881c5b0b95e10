import type { Glyph, LegendItem, Tone } from '../../diagram/overlay';
import type { Openness, Part } from '../../supplychain/inventory/part';
import type { PartKind } from '../../supplychain/inventory/part-kind';

/** How open a part is, by the shape of its sign; the same shapes as in the overlay of entry points. */
export const OPENNESS_GLYPHS: Readonly<Record<Openness, Glyph>> = {
  'open-source': 'ring',
  'open-weight': 'diamond',
  'closed-service': 'square',
  own: 'star',
  unknown: 'minus',
};

const KIND_TONES: Readonly<Record<PartKind, Tone>> = {
  model: 'model',
  adapter: 'model',
  tokenizer: 'model',
  'embedding-model': 'model',
  'hosted-model': 'model',
  dataset: 'data',
  'vector-store': 'data',
  prompt: 'data',
  agent: 'tool',
  tool: 'tool',
  'mcp-server': 'tool',
  library: 'code',
  evaluation: 'code',
  image: 'info',
};

export function partLook({ kind, openness }: Pick<Part, 'kind' | 'openness'>): { glyph: Glyph; tone: Tone } {
  return { glyph: OPENNESS_GLYPHS[openness.value], tone: KIND_TONES[kind] };
}

/** What the shapes mean. */
export const PART_LEGEND: readonly LegendItem[] = [
  { glyph: 'ring', tone: 'neutral', text: 'Open source' },
  { glyph: 'diamond', tone: 'neutral', text: 'Open weights' },
  { glyph: 'square', tone: 'neutral', text: 'Closed service' },
  { glyph: 'star', tone: 'neutral', text: 'Made here' },
  { glyph: 'minus', tone: 'neutral', text: 'Openness not known' },
  { glyph: 'triangle', tone: 'partly', text: 'Something to mind' },
];
