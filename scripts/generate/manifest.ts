import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const settingSchema = v.looseObject({
  type: v.optional(v.union([v.string(), v.array(v.string())])),
  default: v.optional(v.unknown()),
  scope: v.optional(v.string()),
  markdownDescription: v.optional(v.string()),
  properties: v.optional(v.unknown()),
});

const manifestSchema = v.looseObject({
  contributes: v.looseObject({
    configuration: v.looseObject({ properties: v.record(v.string(), settingSchema) }),
  }),
});

export type Manifest = v.InferOutput<typeof manifestSchema>;

/** The extension's manifest, checked as far as the generators use it. */
export function readManifest(root: string): Manifest {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  // Asserted, not parsed: a copy would have its keys in another order, and the manifest is written back.
  v.assert(manifestSchema, manifest);
  return manifest;
}

/** The texts that the manifest names with `%key%`. */
export function readManifestTexts(root: string): Readonly<Record<string, string>> {
  return v.parse(
    v.record(v.string(), v.string()),
    JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8')),
  );
}
