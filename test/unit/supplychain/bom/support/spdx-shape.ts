import * as v from 'valibot';

/**
 * The classes and fields of SPDX 3.0.1 that our documents may use, written after the model of the specification
 * (https://spdx.github.io/spdx-spec/v3.0.1/): what is demanded, of which type, with the words of the vocabularies; nothing else is
 * allowed. The official JSON schema is in no package that a test could read.
 */
const text = v.string();
const iri = v.pipe(text, v.regex(/^(?!_:)[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/u));
const blank = v.pipe(text, v.regex(/^_:.+/u));
const time = v.pipe(text, v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const some = <S extends v.GenericSchema>(item: S) => v.pipe(v.array(item), v.minLength(1));

const extension = v.strictObject({
  type: v.literal('extension_CdxPropertiesExtension'),
  extension_cdxProperty: some(
    v.strictObject({
      type: v.literal('extension_CdxPropertyEntry'),
      extension_cdxPropName: text,
      extension_cdxPropValue: v.optional(text),
    }),
  ),
});
const element = {
  spdxId: iri,
  creationInfo: blank,
  name: v.optional(text),
  comment: v.optional(text),
  extension: v.optional(v.array(extension)),
  verifiedUsing: v.optional(
    v.array(
      v.strictObject({
        type: v.literal('Hash'),
        algorithm: v.picklist(['sha256']),
        hashValue: v.pipe(text, v.regex(/^[0-9a-f]{64}$/u)),
      }),
    ),
  ),
};
const collection = {
  ...element,
  rootElement: some(iri),
  element: v.optional(v.array(iri)),
  profileConformance: some(v.picklist(['ai', 'core', 'dataset', 'extension', 'simpleLicensing', 'software'])),
};
const software = {
  ...element,
  software_primaryPurpose: v.optional(
    v.picklist(['application', 'configuration', 'container', 'data', 'library', 'model', 'module', 'test']),
  ),
};
const softwarePackage = {
  ...software,
  suppliedBy: v.optional(iri),
  software_packageVersion: v.optional(text),
  software_packageUrl: v.optional(text),
  software_downloadLocation: v.optional(text),
  software_homePage: v.optional(text),
};

const node = v.variant('type', [
  v.strictObject({
    type: v.literal('CreationInfo'),
    '@id': blank,
    specVersion: v.literal('3.0.1'),
    created: time,
    createdBy: some(iri),
    createdUsing: v.optional(v.array(iri)),
    comment: v.optional(text),
  }),
  v.strictObject({ type: v.literal('SoftwareAgent'), ...element }),
  v.strictObject({ type: v.literal('Organization'), ...element }),
  v.strictObject({ type: v.literal('Tool'), ...element }),
  v.strictObject({ type: v.literal('SpdxDocument'), ...collection }),
  v.strictObject({
    type: v.literal('software_Sbom'),
    ...collection,
    software_sbomType: v.optional(v.array(v.picklist(['source']))),
  }),
  v.strictObject({ type: v.literal('software_Package'), ...softwarePackage }),
  v.strictObject({
    type: v.literal('ai_AIPackage'),
    ...softwarePackage,
    ai_domain: v.optional(v.array(text)),
  }),
  v.strictObject({
    type: v.literal('dataset_DatasetPackage'),
    ...softwarePackage,
    dataset_datasetType: some(v.picklist(['noAssertion'])),
  }),
  v.strictObject({ type: v.literal('software_File'), ...software }),
  v.strictObject({
    type: v.literal('software_Snippet'),
    ...software,
    software_snippetFromFile: iri,
    software_lineRange: v.optional(
      v.strictObject({
        type: v.literal('PositiveIntegerRange'),
        beginIntegerRange: count,
        endIntegerRange: count,
      }),
    ),
  }),
  v.strictObject({
    type: v.literal('simplelicensing_LicenseExpression'),
    ...element,
    simplelicensing_licenseExpression: text,
  }),
  v.strictObject({
    type: v.literal('Relationship'),
    ...element,
    from: iri,
    to: some(iri),
    relationshipType: v.picklist([
      'dependsOn',
      'descendantOf',
      'hasDeclaredLicense',
      'hasEvidence',
      'hasTest',
      'trainedOn',
    ]),
  }),
]);

const document = v.strictObject({
  '@context': v.literal('https://spdx.org/rdf/3.0.1/spdx-context.jsonld'),
  '@graph': v.array(node),
});

export type SpdxGraph = v.InferOutput<typeof document>['@graph'];

/** The nodes of a document. @throws Error for what SPDX does not allow */
export function readSpdx(written: string): SpdxGraph {
  return v.parse(document, JSON.parse(written))['@graph'];
}

/** The IRIs that nodes refer to and no node has; and those that several nodes have. Both must be empty. */
export function brokenReferences(graph: SpdxGraph): {
  readonly dangling: readonly string[];
  readonly doubled: readonly string[];
} {
  const ids = graph.map((one) => (one.type === 'CreationInfo' ? one['@id'] : one.spdxId));
  const known = new Set(ids);
  const used = graph.flatMap((one) => {
    if (one.type === 'CreationInfo') return [...one.createdBy, ...(one.createdUsing ?? [])];
    const fields = [one.creationInfo];
    if (one.type === 'Relationship') fields.push(one.from, ...one.to);
    if ('rootElement' in one) fields.push(...one.rootElement, ...(one.element ?? []));
    if ('suppliedBy' in one && one.suppliedBy !== undefined) fields.push(one.suppliedBy);
    if (one.type === 'software_Snippet') fields.push(one.software_snippetFromFile);
    return fields;
  });
  return {
    dangling: used.filter((id) => !known.has(id)),
    doubled: ids.filter((id, at) => ids.indexOf(id) !== at),
  };
}
