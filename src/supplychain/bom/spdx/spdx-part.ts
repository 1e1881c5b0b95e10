import type { LineageEdge } from '../../inventory/inventory';
import type { Part } from '../../inventory/part';
import type { PartKind } from '../../inventory/part-kind';
import { exactVersion } from '../exact-version';
import { hubPage } from '../hub-page';
import { partProperties } from '../part-properties';
import { publicAddress } from '../public-address';
import type { SpdxElements, SpdxNode } from './spdx-element';

/** Class and purpose of a part in SPDX 3.0.1. */
interface SpdxPlace {
  readonly type: 'ai_AIPackage' | 'dataset_DatasetPackage' | 'software_Package';
  /** Of the vocabulary SoftwarePurpose. */
  readonly purpose: string;
}

const MODEL: SpdxPlace = { type: 'ai_AIPackage', purpose: 'model' };
const DATA: SpdxPlace = { type: 'dataset_DatasetPackage', purpose: 'data' };
const other = (purpose: string): SpdxPlace => ({ type: 'software_Package', purpose });

const PLACES: Readonly<Record<PartKind, SpdxPlace>> = {
  model: MODEL,
  adapter: MODEL,
  tokenizer: MODEL,
  'embedding-model': MODEL,
  'hosted-model': MODEL,
  dataset: DATA,
  'vector-store': other('data'),
  prompt: other('configuration'),
  agent: other('application'),
  tool: other('module'),
  'mcp-server': other('application'),
  library: other('library'),
  evaluation: other('test'),
  image: other('container'),
};

/** The class that a part of this kind becomes. */
export function spdxClass(kind: PartKind): SpdxPlace['type'] {
  return PLACES[kind].type;
}

/** A part as a package. What a workspace does not say (release time, supplier) is left out. */
export function spdxPart(
  elements: SpdxElements,
  part: Part,
  { edges, hash }: { readonly edges: readonly LineageEdge[]; readonly hash: string | undefined },
): SpdxNode {
  const { type, purpose } = PLACES[part.kind];
  const address = publicAddress(part.said.address ?? '');
  return elements.make(type, part.id, {
    name: part.name,
    software_packageVersion: exactVersion(part),
    software_packageUrl: part.purl?.startsWith('pkg:') ? part.purl : undefined,
    software_downloadLocation: address,
    software_homePage: hubPage(part),
    software_primaryPurpose: purpose,
    suppliedBy: part.provider === undefined ? undefined : elements.id(organizationName(part.provider)),
    // The class asks for at least one; what kind of data it is cannot be told from a name.
    ...(type === 'dataset_DatasetPackage' ? { dataset_datasetType: ['noAssertion'] } : {}),
    ...(type === 'ai_AIPackage' && part.said.task !== undefined ? { ai_domain: [part.said.task] } : {}),
    verifiedUsing: hash === undefined ? undefined : [{ type: 'Hash', algorithm: 'sha256', hashValue: hash }],
    extension: [
      {
        type: 'extension_CdxPropertiesExtension',
        extension_cdxProperty: partProperties(part, edges).map(({ name, value }) => ({
          type: 'extension_CdxPropertyEntry',
          extension_cdxPropName: name,
          extension_cdxPropValue: value,
        })),
      },
    ],
  });
}

/** The name of the element that stands for a provider. */
export function organizationName(provider: string): string {
  return `organization ${provider}`;
}
