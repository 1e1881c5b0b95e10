import type { BomRequest } from '../bom-request';
import { contentUuid } from '../content-uuid';
import { fileHash } from '../file-hash';
import { lineageByPart } from '../lineage-by-part';
import { CREATION_INFO, SpdxElements, type SpdxNode } from './spdx-element';
import { organizationName, spdxClass, spdxPart } from './spdx-part';
import { spdxEvidence, spdxLicenses, spdxLineage } from './spdx-relations';

const CONTEXT = 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld';
/** SPDX demands a time. Without one that was asked for this one stands there, and a comment says so. */
const NO_TIME = '1970-01-01T00:00:00Z';
const SUBJECT = 'workspace';
const SBOM = 'sbom';
const AGENT = 'agent';
const TOOL = 'tool';

/**
 * The bill of materials as SPDX 3.0.1 in JSON-LD: models are packages of the AI profile, datasets of the Dataset profile. Every id
 * begins with the IRI of the document, which is derived from the content.
 */
export async function spdxBom(request: BomRequest): Promise<string> {
  const uuid = await contentUuid(JSON.stringify(graph(request, new SpdxElements('urn:content'))));
  const elements = new SpdxElements(`https://spdx.org/spdxdocs/mlsecops-${uuid}`);
  return `${JSON.stringify({ '@context': CONTEXT, '@graph': graph(request, elements) }, null, 2)}\n`;
}

function graph(request: BomRequest, elements: SpdxElements): readonly SpdxNode[] {
  const { inventory, subject, hashes } = request;
  const { parts } = inventory;
  const lineage = lineageByPart(inventory);
  const profiles = profilesOf(request);
  const content = [
    elements.make('software_Package', SUBJECT, { name: subject, software_primaryPurpose: 'application' }),
    ...providers(request).map((name) => elements.make('Organization', organizationName(name), { name })),
    ...parts.map((part) =>
      spdxPart(elements, part, { edges: lineage.get(part.id) ?? [], hash: fileHash(part, hashes) }),
    ),
    ...(parts.length === 0
      ? []
      : [
          elements.relationship(
            'dependsOn',
            SUBJECT,
            parts.map(({ id }) => id),
          ),
        ]),
    ...spdxLineage(elements, [...lineage.values()].flat()),
    ...spdxLicenses(elements, parts),
    ...spdxEvidence(elements, parts),
  ];
  return [
    ...creation(request, elements),
    {
      type: 'SpdxDocument',
      spdxId: elements.namespace,
      creationInfo: CREATION_INFO,
      name: subject,
      comment: INCOMPLETE,
      profileConformance: profiles,
      rootElement: [elements.id(SBOM)],
    },
    elements.make('software_Sbom', SBOM, {
      profileConformance: profiles,
      rootElement: [elements.id(SUBJECT)],
      element: content.map(({ spdxId }) => spdxId),
      software_sbomType: ['source'],
    }),
    ...content,
  ];
}

const INCOMPLETE =
  'Read from the files of a workspace. What the AI and Dataset profiles ask for beyond that, such as release times and ' +
  'suppliers, is left out where nothing in the workspace says it.';

function creation({ tool, timestamp }: BomRequest, elements: SpdxElements): readonly SpdxNode[] {
  return [
    {
      type: 'CreationInfo',
      '@id': CREATION_INFO,
      specVersion: '3.0.1',
      // SPDX has whole seconds.
      created: timestamp ? timestamp.toISOString().replace(/\.\d+Z$/u, 'Z') : NO_TIME,
      createdBy: [elements.id(AGENT)],
      createdUsing: [elements.id(TOOL)],
      comment: timestamp ? undefined : 'The time of creation was not recorded.',
    },
    elements.make('SoftwareAgent', AGENT, { name: tool.name }),
    elements.make('Tool', TOOL, { name: `${tool.name} ${tool.version}` }),
  ];
}

/** The profiles whose classes the document uses. */
function profilesOf({ inventory: { parts } }: BomRequest): readonly string[] {
  const classes = new Set(parts.map(({ kind }) => spdxClass(kind)));
  return [
    'core',
    'software',
    'simpleLicensing',
    'extension',
    ...(classes.has('ai_AIPackage') ? ['ai'] : []),
    ...(classes.has('dataset_DatasetPackage') ? ['dataset'] : []),
  ];
}

function providers({ inventory: { parts } }: BomRequest): readonly string[] {
  return [...new Set(parts.flatMap(({ provider }) => provider ?? []))].sort();
}
