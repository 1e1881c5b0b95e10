import { publicAddress } from '../public-address';
import type { BomPlace } from '../bom-place';
import { hubPage } from '../hub-page';
import { listedUses } from '../part-properties';
import type { BomPart } from './bom-parts';
import { modelCard, type ModelCard } from './model-card';
import { occurrences, placeOfUse, type Occurrence } from './occurrences';
import { splitName } from './split-name';

/**
 * What CycloneDX 1.6 and 1.7 say of a component and the library (10.3) has no model for: it is added to what the library has
 * made, here and nowhere else.
 */
export interface ComponentAdditions {
  readonly modelCard?: ModelCard;
  readonly data?: readonly ComponentData[];
  readonly pedigree?: { readonly ancestors: readonly Ancestor[] };
  readonly evidence: { readonly occurrences: readonly Occurrence[] };
}

interface ComponentData {
  readonly type: 'dataset' | 'configuration';
  readonly name: string;
  readonly contents?: { readonly url: string };
}

interface Ancestor {
  readonly type: 'machine-learning-model';
  readonly group?: string;
  readonly name: string;
  readonly version?: string;
  readonly purl?: string;
}

/** The same for a service. It has no evidence in CycloneDX: where it is used stands in properties. */
export interface ServiceAdditions {
  readonly endpoints?: readonly string[];
  readonly 'x-trust-boundary'?: true;
  readonly properties: readonly { readonly name: string; readonly value: string }[];
}

export function componentAdditions(
  given: BomPart,
  { type, data }: Extract<BomPlace, { as: 'component' }>,
): ComponentAdditions {
  const { part } = given;
  const isModel = type === 'machine-learning-model';
  const card = isModel ? modelCard(given) : undefined;
  const ancestors = isModel ? ancestorsOf(given) : [];
  return {
    ...(card ? { modelCard: card } : {}),
    ...(data === undefined ? {} : { data: [componentData(given, data)] }),
    ...(ancestors.length === 0 ? {} : { pedigree: { ancestors } }),
    evidence: { occurrences: occurrences(part) },
  };
}

export function serviceAdditions({ part }: BomPart): ServiceAdditions {
  const endpoint = publicAddress(part.said.address ?? '');
  return {
    ...(endpoint === undefined ? {} : { endpoints: [endpoint] }),
    ...(part.openness.value === 'closed-service' ? { 'x-trust-boundary': true } : {}),
    properties: listedUses(part).map((use) => ({ name: 'mlsecops:occurrence', value: placeOfUse(use) })),
  };
}

function componentData({ part }: BomPart, type: ComponentData['type']): ComponentData {
  const url = hubPage(part);
  return { type, name: part.name, ...(url === undefined ? {} : { contents: { url } }) };
}

/** What a model was made from. CycloneDX puts the base of a fine-tuned model into its pedigree. */
function ancestorsOf({ part, edges, partOf }: BomPart): readonly Ancestor[] {
  const bases = edges
    .filter(({ join }) => join === 'adapts' || join === 'fine-tuned-from')
    .flatMap(({ to }) => partOf(to) ?? []);
  const named = new Set(bases.map(({ name }) => name));
  const said = [...new Set(part.said.baseModels ?? [])].filter((name) => name !== '' && !named.has(name));
  return [
    ...[...new Set(bases)].map((base) => ({
      type: 'machine-learning-model' as const,
      ...splitName(base),
      ...(base.version === undefined ? {} : { version: base.version }),
      ...(base.purl?.startsWith('pkg:') ? { purl: base.purl } : {}),
    })),
    ...said.map((name) => ({ type: 'machine-learning-model' as const, name })),
  ];
}
