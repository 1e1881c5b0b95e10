import { AGENT_TOOLS } from '../../src/agent/agent-tools';
import type { Rule } from '../../src/analysis/rule';
import { ruleSettingSchema } from '../../src/analysis/configuration/project-file-schema';
import type { GeneratedFile } from './generated-file';
import { readManifest } from './manifest';
import { manifestTools } from './manifest-tools';

/**
 * The manifest with one property per rule in the setting `mlsecops.rules`, so that rule ids are completed, and with the tools for coding
 * agents.
 */
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
  manifest.contributes['languageModelTools'] = manifestTools(AGENT_TOOLS);
  return { path: 'package.json', content: `${JSON.stringify(manifest, undefined, 2)}\n` };
}
