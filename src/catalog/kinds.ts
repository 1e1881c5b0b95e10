import type * as v from 'valibot';
import type { EntryKind } from './entry-kinds';
import { aiLibrarySchema } from './schema/ai-library';
import { apiSchema, partApi } from './schema/api';
import { frameworkSchema, itemSchema, retiredSchema, sourceSchema, synonymSchema } from './schema/framework';
import { lifecycleSchema, stageSchema } from './schema/lifecycle';
import { evidenceSchema, maturityDimensionSchema, maturityLevelSchema } from './schema/maturity';
import { packageAdvisorySchema, packageMistakeSchema, packageNamesSchema } from './schema/package-fact';
import { modelNameSchema } from './schema/model-name';
import { modelProviderSchema } from './schema/model-provider';
import { knownPartSchema } from './schema/known-part';
import { pickleGlobalSchema } from './schema/pickle-global';
import {
  activitySchema,
  comparisonSchema,
  entryPointSchema,
  gapSchema,
  guidanceSchema,
  threatSchema,
} from './schema/practice';
import {
  controlSchema,
  riskSchema,
  roleSchema,
  tacticSchema,
  techniqueSchema,
  toolSchema,
  weaknessSchema,
} from './schema/reference';
import { secretFormatSchema } from './schema/secret';
import { templateSchema } from './schema/template';

/** The schema of each kind of entry. */
export const ENTRY_SCHEMAS = {
  lifecycles: lifecycleSchema,
  stages: stageSchema,
  comparisons: comparisonSchema,
  risks: riskSchema,
  weaknesses: weaknessSchema,
  tactics: tacticSchema,
  techniques: techniqueSchema,
  threats: threatSchema,
  controls: controlSchema,
  guidance: guidanceSchema,
  roles: roleSchema,
  activities: activitySchema,
  tools: toolSchema,
  gaps: gapSchema,
  entryPoints: entryPointSchema,
  evidence: evidenceSchema,
  maturityLevels: maturityLevelSchema,
  maturityDimensions: maturityDimensionSchema,
  frameworks: frameworkSchema,
  items: itemSchema,
  sources: sourceSchema,
  retired: retiredSchema,
} as const satisfies Readonly<Record<EntryKind, v.GenericSchema>>;

/** The lists of a catalog and the schema of their entries. A catalog file holds lists under these keys. */
export const CATALOG_KINDS = {
  ...ENTRY_SCHEMAS,
  synonyms: synonymSchema,
  apis: apiSchema,
  secrets: secretFormatSchema,
  pickleGlobals: pickleGlobalSchema,
  modelNames: modelNameSchema,
  packageNames: packageNamesSchema,
  packageMistakes: packageMistakeSchema,
  packageAdvisories: packageAdvisorySchema,
  partApis: partApi,
  modelProviders: modelProviderSchema,
  aiLibraries: aiLibrarySchema,
  knownParts: knownPartSchema,
  templates: templateSchema,
} as const;

export type CatalogKind = keyof typeof CATALOG_KINDS;

export function isCatalogKind(key: string): key is CatalogKind {
  return Object.hasOwn(CATALOG_KINDS, key);
}
