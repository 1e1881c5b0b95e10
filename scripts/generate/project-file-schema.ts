import { toJsonSchema } from '@valibot/to-json-schema';
import type { Catalog } from '../../src/catalog/catalog';
import type { Rule } from '../../src/analysis/rule';
import { projectFileKeys, ruleSettingSchema } from '../../src/analysis/configuration/project-file-schema';
import type { GeneratedFile } from './generated-file';
import { policyProperty } from './policy-json-schema';
import { teamCatalogSchema } from './team-catalog-schema';

/** The JSON schema by which editors complete and check `.mlsecops.yaml`. */
export function projectFileSchema(rules: readonly Rule[], catalog: Catalog): GeneratedFile {
  const properties: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(projectFileKeys)) {
    const { $schema: _, ...property } = toJsonSchema(schema, { errorMode: 'ignore' });
    properties[key] = property;
  }
  const setting = [...ruleSettingSchema.options];
  properties['rules'] = {
    ...(properties['rules'] as object),
    properties: Object.fromEntries(rules.map(({ id, title }) => [id, { enum: setting, description: title }])),
    additionalProperties: false,
  };
  properties['policy'] = { ...(properties['policy'] as object), ...policyProperty(catalog) };
  const team = teamCatalogSchema(catalog);
  properties['catalog'] = { ...(properties['catalog'] as object), ...team.property };
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'MLSecOps Lens project file',
    type: ['object', 'null'],
    properties,
    additionalProperties: false,
    definitions: team.definitions,
  };
  return { path: 'media/mlsecops.schema.json', content: `${JSON.stringify(schema, undefined, 2)}\n` };
}
