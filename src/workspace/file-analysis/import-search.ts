import type { TriggerSet } from '../../analysis/triggers/trigger-sets';
import { TriggerFilter } from '../../analysis/triggers/trigger-filter';
import { notebookTriggers } from './notebook-triggers';

/** A module that hands on everything another one has names none of it. */
const TAKES_ALL = ['import *', 'export *'];

/** Finds files that import one of many modules and hold one of its names, without decoding them. */
export class ImportSearch {
  private readonly filter: TriggerFilter;

  constructor(
    modules: readonly (readonly [module: string, names: readonly string[]])[],
    isNotebook: boolean,
  ) {
    const sets = modules.flatMap(([module, names]) => [
      ...names.map((name): TriggerSet => [
        { text: module, as: 'name' },
        { text: name, as: 'name' },
      ]),
      ...TAKES_ALL.map((text): TriggerSet => [
        { text: module, as: 'name' },
        { text, as: 'text' },
      ]),
    ]);
    this.filter = new TriggerFilter(isNotebook ? notebookTriggers(sets) : sets);
  }

  /** It may say yes where nothing is imported, never the other way round. */
  matches(bytes: Uint8Array): boolean {
    return this.filter.matches(bytes);
  }
}
