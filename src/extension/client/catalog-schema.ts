import * as v from 'valibot';
import { SEVERITIES, PRESETS } from '../../analysis/severity';
import { ENTRY_SCHEMAS } from '../../catalog/kinds';
import { linkSchema } from '../../catalog/schema/entry';
import type { CatalogResult } from '../../protocol/messages';

const texts = v.array(v.string());

const ruleSummary = v.object({
  id: v.string(),
  title: v.string(),
  severity: v.picklist(SEVERITIES),
  preset: v.picklist(PRESETS),
  stages: texts,
  risks: texts,
  cwe: texts,
  atlas: texts,
  controls: texts,
  what: v.string(),
  why: v.string(),
  fix: v.string(),
  references: v.array(linkSchema),
  hasFix: v.boolean(),
});

const lists = Object.fromEntries(
  Object.entries(ENTRY_SCHEMAS).map(([kind, schema]) => [kind, v.array(schema as v.GenericSchema)]),
);

/** The answer to the catalog request. */
// TypeScript cannot tie a kind to its schema through Object.fromEntries.
export const catalogSchema = v.object({
  ...lists,
  rules: v.array(ruleSummary),
}) as unknown as v.GenericSchema<unknown, CatalogResult>;
