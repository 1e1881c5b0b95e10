import type { ApiKind } from '../../catalog/schema/api';
import type { FileSummary, SummaryFact, SummaryImport } from './file-summary';
import type { ImportedFact, ImportedKnowledge } from './imported-knowledge';
import { importedName, nameBelow } from './imported-name';
import { ModulePaths } from './module-paths';

/** Modules that hand on what they import, one after the other: more are not gone through. */
const MAX_DEPTH = 6;
/** More than this is not told to one file. */
const MAX_FACTS = 300;
const MAX_NAMES = 300;

/** Sinks that so many functions lead to that who calls such a function is only looked at where it matters. */
export const COMMON_SINKS: ReadonlySet<string> = new Set(['path', 'log', 'url', 'dispatch']);

const SOURCES: ReadonlySet<ApiKind> = new Set(['llm-call', 'untrusted-input']);
/** Knowledge about the result of a call. */
const ASKED: ReadonlySet<ApiKind> = new Set([...SOURCES, 'pass-through', 'sanitizer']);

/** Names of files that a file asks about: functions and constants, without the module. */
export type AskedOf = ReadonlyMap<string, ReadonlySet<string>>;

/** Joins the summaries of a workspace's files by what they import. */
export class WorkspaceSummaries {
  readonly modules: ModulePaths;
  private readonly summaries = new Map<string, FileSummary>();

  /** @param has whether the workspace has a file of a path. */
  constructor(has: (path: string) => boolean) {
    this.modules = new ModulePaths(has);
  }

  get(path: string): FileSummary | undefined {
    return this.summaries.get(path);
  }

  set(path: string, summary: FileSummary): void {
    this.summaries.set(path, summary);
  }

  delete(path: string): void {
    this.summaries.delete(path);
  }

  all(): Iterable<readonly [path: string, summary: FileSummary]> {
    return this.summaries;
  }

  /** What a file needs to know of those that it imports. */
  knowledgeFor(path: string, summary = this.summaries.get(path)): ImportedKnowledge | undefined {
    if (!summary || summary.imports.length === 0) return undefined;
    const found = new Gathering();
    for (const one of summary.imports) this.gatherImport(path, one, importedName(one), found, 0);
    return found.knowledge(summary);
  }

  /**
   * Files, and names in them, that a file asks about.
   *
   * @param onlyUnknown leaves out files of which there is a summary
   */
  askedBy(path: string, summary = this.summaries.get(path)): AskedOf {
    const found = new Map<string, Set<string>>();
    if (!summary) return found;
    for (const name of summary.asked) {
      for (const [file, local] of this.places(path, summary, name, 0)) {
        const names = found.get(file) ?? new Set();
        found.set(file, names.add(local));
      }
    }
    return found;
  }

  /** The file that an import leads to, and whether the imported name is a module itself. */
  targetOf(importer: string, { module, name }: SummaryImport): ImportTarget | undefined {
    if (name !== undefined && name !== '*') {
      const inner = this.modules.fileOf(importer, module.endsWith('.') ? module + name : `${module}.${name}`);
      const file = this.modules.fileOf(importer, module);
      // A package's own name goes before a module in it.
      if (file !== undefined && (inner === undefined || this.binds(file, name))) return { file, name };
      return inner === undefined ? undefined : { file: inner, name: undefined };
    }
    const file = this.modules.fileOf(importer, module);
    return file === undefined ? undefined : { file, name };
  }

  private binds(file: string, name: string): boolean {
    const summary = this.summaries.get(file);
    if (!summary) return false;
    return (
      summary.facts.some((fact) => headOf(fact.name) === name) ||
      summary.aliases.some(([one]) => headOf(one) === name) ||
      summary.constants.some(([one]) => one === name) ||
      summary.imports.some(({ bound, module }) => bound === name && module !== '.')
    );
  }

  private gatherImport(
    importer: string,
    one: SummaryImport,
    spelled: string,
    found: Gathering,
    depth: number,
  ): void {
    const target = depth < MAX_DEPTH ? this.targetOf(importer, one) : undefined;
    if (!target) return;
    const { file, name } = target;
    if (name !== undefined && name !== '*') this.gatherName(file, name, spelled, found, depth);
    else this.gatherModule(file, spelled, found, depth, name === '*');
  }

  /** Everything that a module gives to one who imports it whole. */
  private gatherModule(
    file: string,
    spelled: string,
    found: Gathering,
    depth: number,
    isStar: boolean,
  ): void {
    const summary = this.summaries.get(file);
    if (!summary || !found.enter(`${file} * ${spelled}`)) return;
    const names = new Set<string>();
    for (const { name } of summary.facts) names.add(headOf(name));
    for (const [name] of summary.aliases) names.add(headOf(name));
    for (const [name] of summary.constants) names.add(name);
    for (const { bound, name } of summary.imports) if (name !== '*') names.add(bound);
    const imported = isStar
      ? new Set<string>()
      : new Set(summary.aliases.filter(([, [only]]) => isPlain(only)).map(([name]) => name));
    for (const name of names) {
      if (!imported.has(name)) this.gatherName(file, name, nameBelow(spelled, name), found, depth + 1);
    }
    for (const one of summary.imports)
      if (one.name === '*') this.gatherImport(file, one, spelled, found, depth + 1);
  }

  /** What one name of a module is. */
  private gatherName(file: string, name: string, spelled: string, found: Gathering, depth: number): void {
    const summary = this.summaries.get(file);
    if (!summary || !found.enter(`${file} ${name} ${spelled}`)) return;
    const rest = (full: string): string => spelled + full.slice(name.length);
    for (const fact of summary.facts) if (headOf(fact.name) === name) found.fact(fact, rest(fact.name));
    for (const [alias, targets] of summary.aliases) {
      if (headOf(alias) === name) found.alias(rest(alias), targets);
    }
    for (const [constant, value] of summary.constants)
      if (constant === name) found.values.set(spelled, value);
    for (const one of summary.imports) {
      if (one.name === '*') {
        const target = depth < MAX_DEPTH ? this.targetOf(file, one) : undefined;
        if (target) this.gatherName(target.file, name, spelled, found, depth + 1);
      } else if (one.bound === name) {
        const isWhole =
          one.name === undefined && one.module.split('.', 1)[0] === one.bound && one.module !== one.bound;
        this.gatherImport(
          file,
          one,
          isWhole ? nameBelow(spelled, one.module.slice(one.bound.length + 1)) : spelled,
          found,
          depth + 1,
        );
      }
    }
  }

  /** Where a name as a file spells it may be defined: files, with the name there. */
  private places(
    importer: string,
    summary: FileSummary,
    asked: string,
    depth: number,
  ): readonly (readonly [file: string, local: string])[] {
    if (depth >= MAX_DEPTH) return [];
    return summary.imports.flatMap((one) => {
      const spelled = one.name === '*' ? one.module : importedName(one);
      if (asked !== spelled && !startsBelow(asked, spelled)) return [];
      const target = this.targetOf(importer, one);
      if (!target) return [];
      const below = asked.slice(spelled.length).replace(/^\./u, '');
      const isName = target.name !== undefined && target.name !== '*';
      const local = isName ? target.name + asked.slice(spelled.length) : below;
      return this.definedIn(target.file, local, depth);
    });
  }

  /** Follows a name through modules that only hand it on. */
  private definedIn(file: string, local: string, depth: number): readonly (readonly [string, string])[] {
    const summary = this.summaries.get(file);
    const head = headOf(local);
    const here: readonly [string, string] = [file, local];
    if (!summary) return [here];
    const handing = summary.imports.filter(({ bound, name }) => bound === head || name === '*');
    const further = handing.flatMap((one): readonly (readonly [string, string])[] => {
      const target = this.targetOf(file, one);
      if (!target || depth + 1 >= MAX_DEPTH) return [];
      const name =
        one.name === '*'
          ? local
          : target.name === undefined
            ? local.slice(head.length + 1)
            : target.name + local.slice(head.length);
      return this.definedIn(target.file, name, depth + 1);
    });
    return [here, ...further];
  }
}

interface ImportTarget {
  readonly file: string;
  readonly name: string | undefined;
}

/** What is gathered for one file. */
class Gathering {
  readonly values = new Map<string, string | number | boolean | null>();
  private readonly facts: ImportedFact[] = [];
  private readonly aliases = new Map<string, readonly string[]>();
  private readonly entered = new Set<string>();

  /** False when that was gone through already: modules import each other in circles. */
  enter(key: string): boolean {
    if (this.entered.has(key)) return false;
    this.entered.add(key);
    return true;
  }

  fact({ api, steps }: SummaryFact, call: string): void {
    // The name is what was left out of it.
    if (this.facts.length < MAX_FACTS) this.facts.push({ api: { ...api, call }, steps });
  }

  alias(name: string, targets: readonly string[]): void {
    if (this.aliases.size < MAX_NAMES) this.aliases.set(name, targets);
  }

  /** What of it matters to a file: what it calls, and what flows to where a value matters. */
  knowledge({ asked, called, hasSource }: FileSummary): ImportedKnowledge {
    const wanted = new Set(asked);
    const used = new Set(called);
    const anySource = hasSource || this.facts.some(({ api }) => SOURCES.has(api.is) && used.has(api.call));
    return {
      facts: this.facts.filter(({ api }) => {
        if (ASKED.has(api.is)) return wanted.has(api.call);
        // Where nothing comes in from outside, nothing reaches a sink; only what runs code is worth following further.
        const isIdle = api.is === 'execution-sink' && COMMON_SINKS.has(api.sink) && !anySource;
        return used.has(api.call) && !isIdle;
      }),
      aliases: [...this.aliases].filter(([name]) =>
        called.some((one) => one === name || startsBelow(one, name)),
      ),
      values: [...this.values].filter(([name]) => wanted.has(name)),
    };
  }
}

function startsBelow(name: string, prefix: string): boolean {
  if (!name.startsWith(prefix)) return false;
  const next = name[prefix.length];
  return next === '.' || next === '(' || prefix.endsWith('.');
}

/** The part of a name before the first `.` or `(`. */
function headOf(name: string): string {
  return /^[^.(]*/u.exec(name)?.[0] ?? name;
}

/** A library, or something of one, not the result of a call. */
function isPlain(name: string | undefined): boolean {
  return name !== undefined && !name.includes('()');
}
