import * as v from 'valibot';

const text = v.string();
const property = v.object({ name: text, value: text });
const named = { 'bom-ref': text, name: text, group: v.optional(text), version: v.optional(text) };

/** The fields of a bill that tests look at, for those that read one. */
export const cyclonedxShape = v.object({
  specVersion: text,
  serialNumber: v.optional(text),
  metadata: v.object({ timestamp: v.optional(text), component: v.object({ name: text }) }),
  components: v.array(
    v.object({
      ...named,
      type: text,
      purl: v.optional(text),
      licenses: v.optional(v.array(v.unknown())),
      hashes: v.optional(v.array(v.unknown())),
      supplier: v.optional(v.unknown()),
      externalReferences: v.optional(v.array(v.object({ type: text, url: text }))),
      modelCard: v.optional(v.unknown()),
      data: v.optional(v.array(v.unknown())),
      pedigree: v.optional(v.unknown()),
      properties: v.array(property),
      evidence: v.object({ occurrences: v.array(v.unknown()) }),
    }),
  ),
  services: v.optional(
    v.array(
      v.object({
        ...named,
        provider: v.optional(v.unknown()),
        endpoints: v.optional(v.array(text)),
        'x-trust-boundary': v.optional(v.boolean()),
        properties: v.array(property),
      }),
    ),
  ),
  dependencies: v.array(v.object({ ref: text, dependsOn: v.optional(v.array(text)) })),
});

export type CyclonedxBom = v.InferOutput<typeof cyclonedxShape>;

export function readCyclonedx(text: string): CyclonedxBom {
  return v.parse(cyclonedxShape, JSON.parse(text));
}

/** The component of this kind and name. @throws Error when there is none */
export function componentNamed(bom: CyclonedxBom, name: string): CyclonedxBom['components'][number] {
  const found = bom.components.find((one) => one.name === name);
  if (!found) throw new Error(`no component ${name}`);
  return found;
}
