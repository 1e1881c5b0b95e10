import type { FileSummary } from '../../analysis/summaries/file-summary';
import { concernsRules } from '../../analysis/summaries/gathering';
import { isNothing, type ImportedKnowledge } from '../../analysis/summaries/imported-knowledge';
import { WorkspaceSummaries } from '../../analysis/summaries/workspace-summaries';
import { isProgramLanguage } from '../../source/program-language';
import type { DiscoveredFile } from '../discovery/discover';
import { isModelKind } from '../discovery/file-kind';
import type { FileOutcome, FileTask } from './file-analyzer';
import { LinkWords } from './link-words';

/** What a file learns from another one may be of use to a third: more files in a row are not gone through. */
const MAX_ROUNDS = 4;
/** More files than this are not looked at again. */
const MAX_TASKS = 8_000;

interface LinkedFile {
  readonly file: DiscoveredFile;
  /** Whether there is a summary of it: without one no word of a rule is in it, or it could not be read. */
  isRead: boolean;
  /** Whether it was read for what others know of it before any rule had looked at it. */
  isUnasked: boolean;
  /** Whether it was searched for words of what values from outside must not come to. */
  isSearched: boolean;
  /** The knowledge that it was looked at with. */
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
  private readonly words: LinkWords;
  private rounds = 0;
  private tasks = 0;
  private left = 0;

  /** @param leadsToApi whether the API knowledge speaks of something with a name or below it */
  constructor(files: readonly DiscoveredFile[], leadsToApi: (name: string) => boolean) {
    for (const file of files) {
      if (isModelKind(file.kind) || !isProgramLanguage(file.kind.language)) continue;
      this.files.set(file.path, {
        file,
        isRead: false,
        isUnasked: false,
        isSearched: false,
        knowledge: undefined,
        key: '',
        asked: new Set(),
      });
    }
    this.summaries = new WorkspaceSummaries((path) => this.files.has(path), leadsToApi);
    this.words = new LinkWords(this.summaries);
  }

  /** How many files were left although others would have said more about them; 0 when everything was gone through. */
  get filesLeft(): number {
    return this.left;
  }

  /** To be called for every outcome. */
  add(outcome: FileOutcome): void {
    // What cannot be read is none of the workspace's modules.
    if (outcome.kind === 'problem') this.files.delete(outcome.problem.path);
    if (outcome.kind === 'problem' || !outcome.summary) return;
    const path = outcome.kind === 'summary' ? outcome.path : outcome.result.path;
    const known = this.files.get(path);
    if (!known) return;
    // Where no rule has looked, no value was followed: whatever is called may be what a value comes from.
    known.isUnasked ||= !known.isRead && outcome.kind === 'summary';
    known.isRead = true;
    this.summaries.set(path, {
      ...withQuestions(outcome.summary, this.summaries.get(path)),
      hasSink: known.isUnasked && outcome.summary.hasSink,
    });
  }

  /** The files to look at again; none when everything is known. */
  next(): readonly FileTask[] {
    const tasks = new Map<string, FileTask>();
    for (const task of [...this.learning(), ...this.asked(), ...this.named()]) {
      if (!tasks.has(task.path)) tasks.set(task.path, task);
    }
    if (tasks.size === 0) return [];
    if (this.rounds >= MAX_ROUNDS || this.tasks + tasks.size > MAX_TASKS) {
      this.left = tasks.size;
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
      const summary = known.isRead ? this.summaries.get(path) : undefined;
      const knowledge = summary && this.summaries.knowledgeFor(path);
      if (!knowledge) continue;
      const key = isNothing(knowledge) ? '' : JSON.stringify(knowledge);
      if (key === known.key) continue;
      known.key = key;
      known.knowledge = knowledge;
      found.push(concernsRules(knowledge, summary.hasSource) ? task(known) : summaryTask(known));
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
      return summaryTask(known);
    });
  }

  /** Files without a word of a rule that hold the words of what is known of other files. */
  private named(): readonly FileTask[] {
    const { anywhere, below } = this.words.fresh(this.knowledgeOf);
    const ofAny = { id: `${this.rounds}`, modules: anywhere };
    const handed = { id: `${this.rounds} below`, modules: [...anywhere, ...below] };
    const handedFirst = { ...handed, orSinks: true };
    // Where nothing comes in from outside, nothing goes where it must not.
    const { hasSources } = this.summaries;
    return [...this.files.values()].flatMap((known) => {
      if (known.isRead) return [];
      const isFirst = hasSources && !known.isSearched;
      known.isSearched ||= hasSources;
      const isReached = this.summaries.isReached(known.file.path);
      const words = isFirst ? handedFirst : isReached ? handed : ofAny;
      return isFirst || words.modules.length > 0 ? [{ ...known.file, words, only: 'summary' }] : [];
    });
  }

  private readonly knowledgeOf = (path: string): ImportedKnowledge | undefined =>
    this.files.get(path)?.knowledge;
}

/** A summary with what the one before asked: what is known now is asked about no less for that. */
function withQuestions(summary: FileSummary, before: FileSummary | undefined): FileSummary {
  if (!before) return summary;
  const asked = [...new Set([...before.asked, ...summary.asked])];
  return { ...summary, asked, askedValues: [...new Set([...before.askedValues, ...summary.askedValues])] };
}

function task({ file, knowledge, asked }: LinkedFile): FileTask {
  return {
    ...file,
    words: 'any',
    ...(knowledge ? { knowledge } : {}),
    ...(asked.size > 0 ? { asked: [...asked].sort() } : {}),
  };
}

function summaryTask(known: LinkedFile): FileTask {
  return { ...task(known), only: 'summary' };
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
