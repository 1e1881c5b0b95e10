import type {
  LineageInput,
  LineageLink,
  LineageNode,
  LineagePlace,
} from '../../diagram/lineage/lineage-input';
import type { Inventory, LineageEdge } from '../../supplychain/inventory/inventory';
import type { Part, PartUse } from '../../supplychain/inventory/part';
import type { PartKind } from '../../supplychain/inventory/part-kind';
import type { JOINS } from '../../supplychain/inventory/sighting';
import { oneLine } from '../one-line';
import { partLook, PART_LEGEND } from './part-look';
import { KIND_WORDS, partAlert, partName, partNote, plainName } from './part-words';

type Join = (typeof JOINS)[number];

/** How things flow along a join. A model `trained-on` a dataset is the dataset flowing into the model: `back`. */
const FLOWS: Readonly<Record<Join, { readonly back: boolean; readonly text: string }>> = {
  'trained-on': { back: true, text: 'trains' },
  'fine-tuned-from': { back: true, text: 'is fine-tuned into' },
  adapts: { back: true, text: 'is adapted by' },
  tokenizes: { back: false, text: 'splits texts for' },
  embeds: { back: false, text: 'embeds texts for' },
  'stored-in': { back: false, text: 'is stored in' },
  asks: { back: true, text: 'answers' },
  calls: { back: true, text: 'is called by' },
  serves: { back: true, text: 'is served by' },
  evaluates: { back: true, text: 'is evaluated by' },
};

const SENT = { back: false, text: 'is sent to' } as const;

/** Where code makes a model out of something else. A card only says that somebody did. */
const TRAINING: ReadonlySet<Join> = new Set<Join>(['trained-on', 'fine-tuned-from']);
const CODE = /\.(?:py|ipynb|[cm]?[jt]sx?)$/u;

const MODELS: ReadonlySet<PartKind> = new Set<PartKind>([
  'model',
  'adapter',
  'tokenizer',
  'embedding-model',
  'hosted-model',
]);
const SOURCES: ReadonlySet<PartKind> = new Set<PartKind>(['dataset', 'prompt']);

/** Edges that are drawn; of a workspace with more the picture would say nothing. */
export const MOST_EDGES = 1_000;

/** What {@link lineageInput} made, and what it left out. */
export interface Lineage extends LineageInput {
  /** Edges beyond {@link MOST_EDGES}. */
  readonly leftOut: number;
}

/** The way from data and base models through training to models and what runs them, as far as the inventory tells. */
export function lineageInput({ parts, lineage }: Inventory): Lineage {
  const byId = new Map(parts.map((part) => [part.id, part]));
  const known = lineage.filter(({ from, to }) => from !== to && byId.has(from) && byId.has(to));
  const shown = known.slice(0, MOST_EDGES);
  const steps = new Map<string, LineageNode>();
  const links = shown.flatMap((edge) => linksOf(edge, byId, steps));
  const ids = new Set(links.flatMap(({ from, to }) => [from, to]));
  const places = placesOf(parts, links, ids);
  const drawn = parts.filter(({ id }) => ids.has(id));
  const versions = new Map<string, number>();
  for (const { name } of drawn) versions.set(name, (versions.get(name) ?? 0) + 1);
  const nodes = drawn.map((part) =>
    nodeOf(part, places.get(part.id) ?? 'model', (versions.get(part.name) ?? 0) > 1),
  );
  return {
    nodes: [...nodes, ...steps.values()],
    links,
    legend: PART_LEGEND,
    leftOut: known.length - shown.length,
  };
}

function linksOf(
  { from, to, join, use }: LineageEdge,
  byId: ReadonlyMap<string, Part>,
  steps: Map<string, LineageNode>,
): LineageLink[] {
  // An agent gets answers of the model it asks; a prompt goes to it.
  const isSent = join === 'asks' && byId.get(from)?.kind === 'prompt';
  const { back, text } = isSent ? SENT : FLOWS[join];
  const [start, end] = back ? [to, from] : [from, to];
  if (!TRAINING.has(join) || !CODE.test(use.path)) return [{ from: start, to: end, text }];
  const step = stepOf(end, use);
  steps.set(step.id, step);
  return [
    { from: start, to: step.id, text: 'goes into' },
    { from: step.id, to: end, text: 'makes' },
  ];
}

/** The code of a file that makes one model. */
function stepOf(made: string, { path, location }: PartUse): LineageNode {
  return {
    id: `training:${JSON.stringify([path, made])}`,
    place: 'training',
    kind: ['training', 'trainings'],
    name: oneLine(path.slice(path.lastIndexOf('/') + 1)),
    note: `${oneLine(path)}:${location.start.line + 1}`,
    glyph: 'pen',
    tone: 'code',
  };
}

/** @param versioned other parts have the same name */
function nodeOf(part: Part, place: LineagePlace, versioned: boolean): LineageNode {
  const alert = partAlert(part);
  return {
    id: part.id,
    place,
    ...kindAndName(part, versioned),
    note: partNote(part),
    ...partLook(part),
    ...(alert === undefined ? {} : { alert }),
  };
}

/** A prompt is named after the code that sends it. What stands behind that in brackets says its kind, and would hide what differs. */
function kindAndName(part: Part, versioned: boolean): Pick<LineageNode, 'kind' | 'name'> {
  const name = versioned ? partName(part) : plainName(part.name);
  if (part.kind === 'prompt' && name.endsWith(SYSTEM_PROMPT))
    return { kind: ['system prompt', 'system prompts'], name: name.slice(0, -SYSTEM_PROMPT.length) };
  return { kind: KIND_WORDS[part.kind], name };
}

const SYSTEM_PROMPT = ' (system prompt)';

/** A model that nothing flows into, and that only goes on into other models, is what the project starts from. */
function placesOf(
  parts: readonly Part[],
  links: readonly LineageLink[],
  ids: ReadonlySet<string>,
): Map<string, LineagePlace> {
  const models = new Set(parts.filter(({ kind }) => MODELS.has(kind)).map(({ id }) => id));
  const made = new Set(links.map(({ to }) => to));
  const used = new Set(
    links.filter(({ to }) => !models.has(to) && !to.startsWith('training:')).map(({ from }) => from),
  );
  return new Map(
    parts
      .filter(({ id }) => ids.has(id))
      .map(({ id, kind }) => {
        if (SOURCES.has(kind)) return [id, 'source'];
        if (!models.has(id)) return [id, 'service'];
        return [id, made.has(id) || used.has(id) ? 'model' : 'source'];
      }),
  );
}
