import type { Engine } from '../analysis/engine';
import { isProgramLanguage } from '../source/program-language';
import type { SourceKind } from './discovery/source-kind';
import { notebookTriggers } from './file-analysis/notebook-triggers';
import { TriggerFilter } from './trigger-filter';

/** Says of a file's bytes whether any rule can find something in them. In doubt it says yes. */
export class FileFilter {
  private readonly filters = new Map<string, TriggerFilter>();

  constructor(private readonly engine: Engine) {}

  /** Configuration whose name says what it is, and what is short as a rule, is always looked at. */
  mayHold(path: string, { language, role, isNotebook }: SourceKind, bytes: Uint8Array): boolean {
    if (!isProgramLanguage(language) && (role !== undefined || language !== 'json')) return true;
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
