import type { KnownPart } from '../../catalog/schema/known-part';
import { isLocalProvider, providerTitle } from '../inventory/knowledge/hosted-name';
import type { Openness, Reasoned } from '../inventory/part';
import type { PartKind } from '../inventory/part-kind';
import type { SaidOfPart } from '../inventory/sighting';
import type { KnownParts } from './known-parts';

/** What openness is judged by. */
export interface JudgedPart {
  readonly kind: PartKind;
  readonly name: string;
  readonly origin: string;
  readonly said: SaidOfPart;
}

/** How open a part is, and what else is known of it. */
export interface JudgedOpenness {
  readonly openness: Reasoned<Openness>;
  readonly provider?: string;
  readonly license?: string;
}

const OWN_KINDS: readonly PartKind[] = ['prompt', 'agent', 'tool', 'mcp-server'];
const TRAINED = 'It is trained in this workspace; what it starts from keeps its own terms.';
const HUBS = new Set(['huggingface', 'timm', 'modelscope', 'local', 'ollama']);

/** Judges how open a part is, by what ships of well-known ones and by what the workspace says itself. */
export function opennessOf(part: JudgedPart, known: KnownParts): JudgedOpenness {
  const { kind, origin } = part;
  if (origin === 'local' && OWN_KINDS.includes(kind))
    return { openness: { value: 'own', reason: 'It is made in this workspace.' } };
  if (origin === 'local' && part.said.trainedBy !== undefined && part.said.license === undefined)
    return { openness: { value: 'own', reason: TRAINED } };
  const entry = entryOf(part, known);
  const provider = entry?.provider ?? providerTitle(origin);
  const facts = {
    ...(provider === undefined ? {} : { provider }),
    ...(entry?.license === undefined ? {} : { license: entry.license }),
  };
  if (entry) return { openness: { value: entry.openness, reason: reasonOf(entry, part) }, ...facts };
  if (isService(part))
    return { openness: { value: 'closed-service', reason: serviceReason(part) }, ...facts };
  return { openness: { value: 'unknown', reason: unknownReason(part) }, ...facts };
}

function entryOf({ kind, origin, name }: JudgedPart, known: KnownParts): KnownPart | undefined {
  switch (kind) {
    case 'library':
      return known.find(origin === 'npm' ? 'npm' : 'pypi', name);
    case 'vector-store':
    case 'evaluation':
      return known.find('product', origin);
    case 'image':
      return known.find('image', name);
    case 'dataset':
      return known.find('dataset', origin === 'huggingface' ? name : `${origin}:${name}`);
    case 'hosted-model':
      return known.find('hosted', name) ?? known.find('hub', name);
    case 'model':
    case 'adapter':
    case 'tokenizer':
    case 'embedding-model':
      return HUBS.has(origin)
        ? known.find('hub', name)
        : (known.find('hosted', name) ?? known.find('hub', name));
    default:
      return undefined;
  }
}

function reasonOf(
  { openness, license, provider, because, asOf }: KnownPart,
  { kind, origin }: JudgedPart,
): string {
  const whose = provider === undefined ? '' : ` of ${provider}`;
  const terms = license === undefined ? '' : ` under ${license}`;
  const limits = because === undefined ? '' : `; ${because}`;
  const service = kind === 'hosted-model' && !isLocalProvider(origin) ? providerTitle(origin) : undefined;
  switch (openness) {
    case 'open-source':
      return kind === 'library' || kind === 'vector-store' || kind === 'evaluation' || kind === 'image'
        ? `Its source is published${terms} (${asOf})${limits}.`
        : `Weights${whose} are published${terms}, a license of the OSI (${asOf})${limits}.`;
    case 'open-weight':
      return `Weights${whose} are published${terms} (${asOf})${limits}${service === undefined ? '' : `; here ${service} is asked`}.`;
    case 'closed-service':
      return `It can only be asked as a service${whose} (${asOf})${limits}.`;
    default:
      return `Nothing certain is known of it (${asOf})${limits}.`;
  }
}

function isService({ kind, origin }: JudgedPart): boolean {
  return kind === 'mcp-server' && origin === 'remote';
}

function serviceReason({ said }: JudgedPart): string {
  return said.address === undefined
    ? 'It runs elsewhere and can only be called.'
    : `It runs at ${said.address} and can only be called.`;
}

function unknownReason({ kind, origin, said }: JudgedPart): string {
  if (said.license !== undefined) return `Its card says \`${said.license}\`; that is not checked.`;
  if (kind === 'hosted-model' || (kind === 'embedding-model' && providerTitle(origin) !== undefined))
    return 'It is asked by name, and the catalog does not know a model of this name.';
  if (origin === 'local') return 'It is a file of this workspace that does not say where it comes from.';
  return 'The catalog does not know it, and nothing here says under which license it is.';
}
