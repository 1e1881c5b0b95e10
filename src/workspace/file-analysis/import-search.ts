import type { TriggerSet } from '../../analysis/trigger-sets';
import { decodeSource } from '../../source/decode';
import { TriggerFilter } from '../trigger-filter';
import { notebookTriggers } from './notebook-triggers';

const IMPORT = /\b(?:from|import|require)\b[^\n]*/gu;

/** Finds files that import one of many modules and hold one of its names, without parsing them. */
export class ImportSearch {
  private readonly filter: TriggerFilter;
  private readonly names: ReadonlyMap<string, readonly string[]>;

  constructor(
    modules: readonly (readonly [module: string, names: readonly string[]])[],
    private readonly isNotebook: boolean,
  ) {
    this.names = new Map(modules);
    const sets = modules.map(([module]): TriggerSet => [{ text: module, as: 'name' }]);
    this.filter = new TriggerFilter(isNotebook ? notebookTriggers(sets) : sets);
  }

  /** It may say yes where nothing is imported, never the other way round. */
  matches(bytes: Uint8Array): boolean {
    if (!this.filter.matches(bytes)) return false;
    if (this.isNotebook) return true;
    const { text } = decodeSource(bytes);
    if (text === undefined) return false;
    const imported = new Set<string>();
    for (const [line] of text.matchAll(IMPORT)) for (const word of line.split(/\W+/u)) imported.add(word);
    for (const word of imported) {
      if (this.names.get(word)?.some((name) => text.includes(name))) return true;
    }
    return false;
  }
}
