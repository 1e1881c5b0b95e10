import { toJsonSchema } from '@valibot/to-json-schema';
import type { Catalog } from '../../src/catalog/catalog';
import { policyKeys } from '../../src/supplychain/policy/policy-schema';

/** The JSON schema of the key `policy` of a project file; the stages of the catalog are offered. */
export function policyProperty(catalog: Catalog): object {
  const properties = Object.fromEntries(
    Object.entries(policyKeys).map(([key, schema]) => {
      const { $schema: _, ...property } = toJsonSchema(schema, { errorMode: 'ignore' });
      return [key, property];
    }),
  );
  const services = properties['closed-services'] as { readonly properties: Record<string, object> };
  services.properties['stages'] = {
    ...services.properties['stages'],
    items: { anyOf: [{ enum: [...catalog.stages.keys()] }, { type: 'string' }] },
  };
  return { type: ['object', 'null'], properties, additionalProperties: false };
}
