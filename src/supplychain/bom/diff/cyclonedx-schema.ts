import * as v from 'valibot';

/**
 * The fields of CycloneDX 1.4 to 1.7 that the comparison reads, in the shape that all of these have; fields that nothing here
 * reads may be anything.
 */
const text = v.string();
const property = v.looseObject({ name: v.optional(text), value: v.optional(text) });
const hash = v.looseObject({ alg: text, content: text });
const license = v.looseObject({
  license: v.optional(v.looseObject({ id: v.optional(text), name: v.optional(text) })),
  expression: v.optional(text),
});
const organization = v.looseObject({ name: v.optional(text) });
const line = v.pipe(v.number(), v.integer(), v.minValue(0));
const occurrence = v.looseObject({ location: text, line: v.optional(line) });
const common = {
  name: text,
  group: v.optional(text),
  version: v.optional(text),
  licenses: v.optional(v.array(license)),
  properties: v.optional(v.array(property)),
};

export const componentSchema = v.looseObject({
  ...common,
  type: text,
  purl: v.optional(text),
  hashes: v.optional(v.array(hash)),
  supplier: v.optional(organization),
  evidence: v.optional(v.looseObject({ occurrences: v.optional(v.array(occurrence)) })),
  components: v.optional(v.array(v.unknown())),
});

export const serviceSchema = v.looseObject({
  ...common,
  provider: v.optional(organization),
  services: v.optional(v.array(v.unknown())),
});

export const bomSchema = v.looseObject({
  specVersion: text,
  components: v.optional(v.array(v.unknown())),
  services: v.optional(v.array(v.unknown())),
});

export type GivenComponent = v.InferOutput<typeof componentSchema>;
export type GivenService = v.InferOutput<typeof serviceSchema>;
