import type { TriggerSet } from '../../analysis/triggers/trigger-sets';
import type { SourceLanguage } from '../../source/model';
import { isProgramLanguage } from '../../source/program-language';
import { codeWords } from './code/code-words';
import { isConfigured } from './documents/configured-evidence';
import { CONTENT_WORDS } from './documents/told-by-content';

/** Sets of words of which a text must hold one to be evidence of anything. */
export function evidenceTriggers(language: SourceLanguage): readonly TriggerSet[] {
  if (isProgramLanguage(language)) return codeWords(language);
  return CONTENT_WORDS.map((words) => words.map((text) => ({ text, as: 'text' as const })));
}

/** Whether a file is read for evidence whatever it holds. */
export function wantsEvidence(path: string): boolean {
  return isConfigured(path);
}
