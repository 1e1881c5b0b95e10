import type { CodeLanguage, SourceLanguage } from './model';

const PROGRAMS: ReadonlySet<SourceLanguage> = new Set<CodeLanguage>(['python', 'javascript', 'typescript']);

/** Whether texts in a language are programs: with calls, and mostly without anything for a rule. */
export function isProgramLanguage(language: SourceLanguage): boolean {
  return PROGRAMS.has(language);
}
