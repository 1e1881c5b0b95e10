import type { TriggerSet } from '../../analysis/triggers/trigger-sets';
import { apiTriggers } from '../../analysis/triggers/trigger-sets';
import type { Api, ApiKind } from '../../catalog/schema/api';
import type { SourceLanguage } from '../../source/model';
import { isProgramLanguage } from '../../source/program-language';
import { evidenceTriggers } from '../evidence/evidence-triggers';
import { partApis } from '../inventory/knowledge/part-apis';

/** What functions do that use a part of the supply chain. */
const TELLING: readonly ApiKind[] = ['download', 'llm-call', 'tool-function', 'part'];

/** Words that stand in a configuration that names a hosted model or what serves one. */
const CONFIGURATION: readonly (readonly string[])[] = [
  ...['gpt-', 'claude-', 'gemini-', 'openai', 'anthropic', 'ollama', 'mistral', 'bedrock', 'huggingface'].map(
    (name) => ['model', name],
  ),
  ['storageUri'],
  ['base_model'],
  ['prompts', 'providers'],
];

/**
 * Sets of words of which a text must hold at least one set whole to tell anything of the supply chain or of good practice. Kept
 * few and rare: every file that holds them is parsed for an inventory.
 */
export function factTriggers(apis: readonly Api[], language: SourceLanguage): readonly TriggerSet[] {
  if (!isProgramLanguage(language))
    return [
      ...CONFIGURATION.map((words) => words.map((text) => ({ text, as: 'text' as const }))),
      ...evidenceTriggers(language),
    ];
  const sets = [
    ...evidenceTriggers(language),
    ...[...apis, ...partApis(language)].flatMap((api) => (TELLING.includes(api.is) ? apiTriggers(api) : [])),
  ];
  const distinct = new Map(sets.map((set) => [set.map(({ text, as }) => `${as} ${text}`).join('\0'), set]));
  return [...distinct.values()];
}
