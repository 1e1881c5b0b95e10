import type { FileSummary } from '../../analysis/summaries/file-summary';
import { isNothing, type ImportedKnowledge } from '../../analysis/summaries/imported-knowledge';
import { COMMON_SINKS, WorkspaceSummaries } from '../../analysis/summaries/workspace-summaries';
import type { DiscoveredFile } from '../discovery/discover';
import type { FileOutcome, FileTask, WordSearch } from './file-analyzer';

/** What a file learns from another one may be of use to a third: more files in a row are not gone through. */
import { isProgramLanguage } from '../../source/program-language';
const MAX_ROUNDS = 4;
/** More files than this are not looked at again. */
const MAX_TASKS = 8_000;

interface LinkedFile {
  readonly file: DiscoveredFile;
  /** Without a summary: no word of a rule is in it, or it could not be read. */
  isRead: boolean;
  /** The knowledge that it was analysed with. */
  knowledge: ImportedKnowledge | undefined;
  key: string;
  /** Names in it that others have asked about. */
  asked: ReadonlySet<string>;
}

/**
 * Finds out which files have to be looked at again because of what is known of the files that they import. First every file is
 * analysed by itself; what came of that is joined, and those files that learn something are analysed once more.
 */
export class LinkedFiles {
  private readonly files = new Map<string, LinkedFile>();
  private readonly summaries: WorkspaceSummaries;
  private readonly searched = new Set<string>();
  private rounds = 0;
  private tasks = 0;
  /** Whether files were left that others would have said more about. */
  isCut = false;

  constructor(files: readonly DiscoveredFile[]) {
    for (const file of files) {
      if (!isProgramLanguage(file.kind.language)) continue;
      this.files.set(file.path, { file, isRead: false, knowledge: undefined, key: '', asked: new Set() });
    }
    this.summaries = new WorkspaceSummaries((path) => this.files.has(path));
  }

  /** To be called for every outcome. */
  add(outcome: FileOutcome): void {
    // What cannot be read is none of the workspace's modules.
    if (outcome.kind === 'problem') this.files.delete(outcome.problem.path);
    if (outcome.kind === 'problem' || !outcome.summary) return;
    const path = outcome.kind === 'summary' ? outcome.path : outcome.result.path;
    const known = this.files.get(path);
    if (!known) return;
    known.isRead = true;
    this.summaries.set(path, outcome.summary);
  }

  /** The files to look at again; none when everything is known. */
  next(): readonly FileTask[] {
    const tasks = new Map<string, FileTask>();
    for (const task of [...this.learning(), ...this.asked(), ...this.named()]) {
      if (!tasks.has(task.path)) tasks.set(task.path, task);
    }
    if (tasks.size === 0) return [];
    if (this.rounds >= MAX_ROUNDS || this.tasks + tasks.size > MAX_TASKS) {
      this.isCut = true;
      return [];
    }
    this.rounds++;
    this.tasks += tasks.size;
    return [...tasks.values()];
  }

  /** Files that now know something else of what they import. */
  private learning(): readonly FileTask[] {
    const found: FileTask[] = [];
    for (const [path, known] of this.files) {
      if (!known.isRead) continue;
      const knowledge = this.summaries.knowledgeFor(path);
      const key = knowledge && !isNothing(knowledge) ? JSON.stringify(knowledge) : '';
      if (key === known.key) continue;
      known.key = key;
      known.knowledge = knowledge;
      found.push(this.task(known));
    }
    return found;
  }

  /** Files that others ask about: only their summaries are made anew. */
  private asked(): readonly FileTask[] {
    const wanted = new Map<LinkedFile, Set<string>>();
    for (const [path, { isRead }] of this.files) {
      if (!isRead) continue;
      for (const [target, names] of this.summaries.askedBy(path)) {
        const known = this.files.get(target);
        const summary = this.summaries.get(target);
        if (!known) continue;
        const fresh = [...names].filter(
          (name) => !known.asked.has(name) && !(summary && tells(summary, name)),
        );
        if (fresh.length === 0) continue;
        const all = wanted.get(known) ?? new Set(known.asked);
        for (const name of fresh) all.add(name);
        wanted.set(known, all);
      }
    }
    return [...wanted].map(([known, names]) => {
      known.asked = names;
      return { ...this.task(known), only: 'summary' as const };
    });
  }

  /** Files without a word of a rule that hold the words of what is known of other files. */
  private named(): readonly FileTask[] {
    const modules = this.freshWords();
    if (modules.length === 0) return [];
    const words = { id: this.rounds, modules };
    return [...this.files.values()].filter(({ isRead }) => !isRead).map(({ file }) => ({ ...file, words }));
  }

  private freshWords(): WordSearch['modules'] {
    const fresh = new Map<string, string[]>();
    for (const [path, { facts, aliases, imports }] of this.summaries.all()) {
      const names = new Set<string>();
      for (const { name, api } of facts) if (isTelling(api)) names.add(name);
      // An imported library has its own name in every file.
      for (const [name, targets] of aliases) if (targets.some((one) => one.includes('()'))) names.add(name);
      // What a module hands on is found under its name too.
      const knowledge = this.files.get(path)?.knowledge;
      const handed = [
        ...(knowledge?.facts ?? []).filter(({ api }) => isTelling(api)).map(({ api }) => api.call),
        ...(knowledge?.aliases ?? []).map(([name]) => name),
      ];
      for (const { bound, name } of imports) {
        if (handed.some((one) => one.endsWith(`.${name ?? bound}`) || one.includes(`.${name ?? bound}.`)))
          names.add(bound);
      }
      for (const name of names) {
        const head = /^[^.(]*/u.exec(name)?.[0] ?? name;
        const module = moduleWord(path);
        if (module === '' || this.searched.has(`${module} ${head}`)) continue;
        this.searched.add(`${module} ${head}`);
        fresh.set(module, [...(fresh.get(module) ?? []), head]);
      }
    }
    return [...fresh];
  }

  private task({ file, knowledge, asked }: LinkedFile): FileTask {
    return {
      ...file,
      words: 'any',
      ...(knowledge ? { knowledge } : {}),
      ...(asked.size > 0 ? { asked: [...asked].sort() } : {}),
    };
  }
}

/** Whether a file may have a finding because of it alone: what only leads to a path or an address needs a source too. */
function isTelling(api: FileSummary['facts'][number]['api']): boolean {
  if (api.is === 'execution-sink') return !COMMON_SINKS.has(api.sink);
  return api.is !== 'pass-through' && api.is !== 'sanitizer';
}

/** Whether a summary says already what somebody asks about a name. */
function tells({ constants, facts, imports }: FileSummary, name: string): boolean {
  return (
    constants.some(([one]) => one === name) ||
    facts.some(
      (fact) => fact.name === name && (fact.api.is === 'llm-call' || fact.api.is === 'untrusted-input'),
    ) ||
    imports.some(({ bound }) => bound === name)
  );
}

/** The word of a module that stands in every import of it, but in that of a module beside it by a package (`from . import x`). */
function moduleWord(path: string): string {
  const segments = path.split('/');
  const last = (segments.pop() ?? '').replace(/\.[^.]*$/u, '');
  return last === '__init__' || last === 'index' ? (segments.pop() ?? '') : last;
}
