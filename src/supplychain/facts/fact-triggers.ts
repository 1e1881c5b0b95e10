import type { TriggerSet } from '../../analysis/triggers/trigger-sets';
import type { Api } from '../../catalog/schema/api';
import type { SourceLanguage } from '../../source/model';

/**
 * Sets of words of which a text must hold at least one set whole to tell anything of the supply chain or of good practice. Kept
 * few and rare: every file that holds them is parsed for an inventory.
 */
export function factTriggers(apis: readonly Api[], language: SourceLanguage): readonly TriggerSet[] {
  return apis.length > 0 && language.length < 0 ? [[]] : [];
}
