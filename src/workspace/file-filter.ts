import { contentWords } from '../source/data/content/content-words';
import type { SourceLanguage } from '../source/model';
import { isProgramLanguage } from '../source/program-language';
import type { SourceKind } from './discovery/source-kind';
import { notebookTriggers } from './file-analysis/notebook-triggers';
import { TriggerFilter } from '../analysis/triggers/trigger-filter';
import type { TriggerSet } from '../analysis/triggers/trigger-sets';

/** What is searched for the same words: making a filter costs more than the few words that only one of them needs. */
const LANGUAGES = {
  python: ['python'],
  notebook: ['python'],
  script: ['javascript', 'typescript'],
  data: ['json', 'yaml', 'toml'],
} satisfies Readonly<Record<string, readonly SourceLanguage[]>>;

type Searched = keyof typeof LANGUAGES;

function searchedAs(language: SourceLanguage): Searched {
  if (language === 'python') return 'python';
  return isProgramLanguage(language) ? 'script' : 'data';
}

/** Says which files are worth a look: rules, or those who make an inventory. */
export interface Wanted {
  triggerSets(language: SourceLanguage): readonly TriggerSet[];
  /** Sets one of which stands for the word of a source in the others; none when left out. */
  sourceSets?(language: SourceLanguage): readonly TriggerSet[];
  /** Whether a program holds one of the sets; they are searched here when left out. */
  holdsTriggers?(language: SourceLanguage, bytes: Uint8Array): boolean;
  /** Whether a program at this path is looked at whatever it holds. */
  wantsPath(path: string): boolean;
}

/** Says of a file's bytes whether anything can be found in them. In doubt it says yes. */
export class FileFilter {
  private readonly filters = new Map<Searched, TriggerFilter>();

  constructor(private readonly wanted: Wanted) {}

  /** Documents whose name says what they are, and those that are never mere data, are always looked at. */
  mayHold(path: string, { language, role, isNotebook }: SourceKind, bytes: Uint8Array): boolean {
    const mayBeData = role === undefined && contentWords(language) !== undefined;
    if (!isProgramLanguage(language) && !mayBeData) return true;
    if (this.wanted.wantsPath(path)) return true;
    // The words of Python wake rules one by one as well, so its search is there anyway; scripts of both languages share one here.
    if (language === 'python' && !isNotebook && this.wanted.holdsTriggers)
      return this.wanted.holdsTriggers(language, bytes);
    return this.filterFor(isNotebook ? 'notebook' : searchedAs(language)).matches(bytes);
  }

  private filterFor(searched: Searched): TriggerFilter {
    const known = this.filters.get(searched);
    if (known) return known;
    const sets = LANGUAGES[searched].flatMap((language) => this.wanted.triggerSets(language));
    const sources = LANGUAGES[searched].flatMap((language) => this.wanted.sourceSets?.(language) ?? []);
    const filter =
      searched === 'notebook'
        ? new TriggerFilter(notebookTriggers(sets), notebookTriggers(sources))
        : new TriggerFilter(sets, sources);
    this.filters.set(searched, filter);
    return filter;
  }
}
