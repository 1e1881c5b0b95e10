import * as v from 'valibot';
import { SEVERITIES, PRESETS } from '../../analysis/severity';
import { linkSchema } from '../../catalog/schema/entry';
import { lifecycleSchema, stageSchema } from '../../catalog/schema/lifecycle';
import {
  controlSchema,
  riskSchema,
  roleSchema,
  techniqueSchema,
  toolSchema,
  weaknessSchema,
} from '../../catalog/schema/reference';
import type { PanelCatalog } from '../../protocol/panel-catalog';

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

/** The answer to the catalog request. */
export const catalogSchema: v.GenericSchema<unknown, PanelCatalog> = v.object({
  lifecycles: v.array(lifecycleSchema),
  stages: v.array(stageSchema),
  risks: v.array(riskSchema),
  weaknesses: v.array(weaknessSchema),
  techniques: v.array(techniqueSchema),
  controls: v.array(controlSchema),
  roles: v.array(roleSchema),
  tools: v.array(toolSchema),
  rules: v.array(ruleSummary),
});
