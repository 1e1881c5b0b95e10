import type { Engine } from '../analysis/engine';
import { contentWords } from '../source/data/content/content-words';
import { isProgramLanguage } from '../source/program-language';
import type { SourceKind } from './discovery/source-kind';
import { notebookTriggers } from './file-analysis/notebook-triggers';
import { TriggerFilter } from './trigger-filter';

/** Says of a file's bytes whether any rule can find something in them. In doubt it says yes. */
export class FileFilter {
  private readonly filters = new Map<string, TriggerFilter>();

  constructor(private readonly engine: Engine) {}

  /** Documents whose name says what they are, and those that are never mere data, are always looked at. */
  mayHold(path: string, { language, role, isNotebook }: SourceKind, bytes: Uint8Array): boolean {
    const mayBeData = role === undefined && contentWords(language) !== undefined;
    if (!isProgramLanguage(language) && !mayBeData) return true;
    if (this.engine.wantsPath(path)) return true;
    const key = isNotebook ? 'notebook' : language;
    let filter = this.filters.get(key);
    if (!filter) {
      const sets = this.engine.triggerSets(language);
      filter = new TriggerFilter(isNotebook ? notebookTriggers(sets) : sets);
      this.filters.set(key, filter);
    }
    return filter.matches(bytes);
  }
}
