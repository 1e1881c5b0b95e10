import type { Rule } from '../../src/analysis/rule';
import { ruleSettingSchema } from '../../src/analysis/configuration/project-file-schema';
import type { GeneratedFile } from './generated-file';
import { readManifest } from './manifest';

/** The manifest with one property per rule in the setting `mlsecops.rules`, so that rule ids are completed. */
export function manifestWithRules(root: string, rules: readonly Rule[]): GeneratedFile {
  const manifest = readManifest(root);
  const setting = manifest.contributes.configuration.properties['mlsecops.rules'];
  if (!setting) throw new Error('package.json has no setting mlsecops.rules');
  setting.properties = Object.fromEntries(
    rules.map(({ id, title }) => [
      id,
      { type: 'string', enum: [...ruleSettingSchema.options], description: title },
    ]),
  );
  return { path: 'package.json', content: `${JSON.stringify(manifest, undefined, 2)}\n` };
}
