import { apiSchema } from './schema/api';
import { lifecycleSchema, stageSchema } from './schema/lifecycle';
import {
  controlSchema,
  riskSchema,
  roleSchema,
  techniqueSchema,
  toolSchema,
  weaknessSchema,
} from './schema/reference';
import { secretFormatSchema } from './schema/secret';

/** The lists of a catalog and the schema of their entries. A catalog file holds lists under these keys. */
export const CATALOG_KINDS = {
  lifecycles: lifecycleSchema,
  stages: stageSchema,
  risks: riskSchema,
  weaknesses: weaknessSchema,
  techniques: techniqueSchema,
  controls: controlSchema,
  roles: roleSchema,
  tools: toolSchema,
  apis: apiSchema,
  secrets: secretFormatSchema,
} as const;

export type CatalogKind = keyof typeof CATALOG_KINDS;

export function isCatalogKind(key: string): key is CatalogKind {
  return Object.hasOwn(CATALOG_KINDS, key);
}
