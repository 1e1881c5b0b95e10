import type { ApiKind } from '../../catalog/schema/api';
import type { ImportedKnowledge } from '../../analysis/summaries/imported-knowledge';
import type { WorkspaceSummaries } from '../../analysis/summaries/workspace-summaries';
import type { WordSearch } from './file-analyzer';

type Modules = WordSearch['modules'];

/** Knowledge of a function that is of use to any file: a value comes from there, or the name that it is given is judged. */
const TELLING: ReadonlySet<ApiKind> = new Set(['llm-call', 'untrusted-input', 'download']);
/** Of use to a file that hands on what its callers give it. */
const HANDED: ReadonlySet<ApiKind> = new Set(['execution-sink', 'prompt']);

/** The words by which files are found that use what is known of others, each given once. */
export class LinkWords {
  private readonly given = new Set<string>();

  constructor(private readonly summaries: WorkspaceSummaries) {}

  /**
   * Names, by the word of their module, that were not given before.
   *
   * @param knowledgeOf what is known to a file of those that it imports, which it may hand on
   * @returns `anywhere` to look for in every file, `below` in those that files with a source import
   */
  fresh(knowledgeOf: (path: string) => ImportedKnowledge | undefined): {
    readonly anywhere: Modules;
    readonly below: Modules;
  } {
    const anywhere = new Map<string, string[]>();
    const below = new Map<string, string[]>();
    for (const [path, { facts, aliases, imports }] of this.summaries.all()) {
      const module = moduleWord(path);
      if (module === '') continue;
      const add = (found: Map<string, string[]>, name: string): void => {
        const head = /^[^.(]*/u.exec(name)?.[0] ?? name;
        const key = `${found === below ? 'below ' : ''}${module} ${head}`;
        if (this.given.has(key)) return;
        this.given.add(key);
        found.set(module, [...(found.get(module) ?? []), head]);
      };
      for (const { name, api } of facts) {
        if (TELLING.has(api.is)) add(anywhere, name);
        else if (HANDED.has(api.is)) add(below, name);
      }
      // An imported library has its own name in every file.
      for (const [name, targets] of aliases)
        if (targets.some((one) => one.includes('()'))) add(anywhere, name);
      // What a module hands on is found under its name too.
      const known = knowledgeOf(path);
      if (!known) continue;
      const handed = [
        ...known.facts.filter(({ api }) => TELLING.has(api.is)).map(({ api }) => api.call),
        ...known.aliases.map(([name]) => name),
      ];
      for (const { bound, name = bound } of imports) {
        if (handed.some((one) => one.endsWith(`.${name}`) || one.includes(`.${name}.`))) add(anywhere, bound);
      }
    }
    return { anywhere: [...anywhere], below: [...below] };
  }
}

/** The word of a module that stands in every import of it, but in that of a module beside it by a package (`from . import x`). */
function moduleWord(path: string): string {
  const segments = path.split('/');
  const last = (segments.pop() ?? '').replace(/\.[^.]*$/u, '');
  if (last === '__init__') return segments.pop() ?? '';
  return last === 'index' ? (segments.pop() ?? last) : last;
}
