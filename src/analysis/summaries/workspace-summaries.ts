import type { FileSummary, SummaryImport } from './file-summary';
import { Gathering } from './gathering';
import type { ImportedKnowledge } from './imported-knowledge';
import { importedName, nameBelow, startsBelow } from './imported-name';
import { ModulePaths } from './module-paths';

/** Modules that hand on what they import, one after the other: more are not gone through. */
const MAX_DEPTH = 6;
/** Names of files that a file asks about: functions and constants, without the module. */
export type AskedOf = ReadonlyMap<string, ReadonlySet<string>>;

/** Joins the summaries of a workspace's files by what they import. */
export class WorkspaceSummaries {
  readonly modules: ModulePaths;
  private readonly summaries = new Map<string, FileSummary>();
  /** Files with values that a model or an outsider chose, also those that call functions that give some. */
  private readonly sources = new Set<string>();
  private reached: ReadonlySet<string> | undefined;

  /**
   * @param has whether the workspace has a file of a path
   * @param leadsToApi whether the API knowledge speaks of something with a name or below it
   */
  constructor(
    has: (path: string) => boolean,
    private readonly leadsToApi: (name: string) => boolean,
  ) {
    this.modules = new ModulePaths(has);
  }

  get(path: string): FileSummary | undefined {
    return this.summaries.get(path);
  }

  set(path: string, summary: FileSummary): void {
    this.summaries.set(path, summary);
    this.reached = undefined;
    if (summary.hasSource) this.sources.add(path);
  }

  all(): Iterable<readonly [path: string, summary: FileSummary]> {
    return this.summaries;
  }

  /** What a file needs to know of those that it imports. */
  knowledgeFor(path: string, summary = this.summaries.get(path)): ImportedKnowledge | undefined {
    if (!summary || summary.imports.length === 0) return undefined;
    const found = new Gathering(summary, this.leadsToApi);
    for (const one of summary.imports) {
      const spelled = importedName(one);
      if (found.needed.leadBelow(spelled)) this.gatherImport(path, one, spelled, found, 0);
    }
    if (found.hasSource) this.addSource(path);
    return found.knowledge(this.isReached(path));
  }

  /** Whether what a model or an outsider chose may come to the functions of a file: a file with such values imports it. */
  isReached(path: string): boolean {
    this.reached ??= this.filesBelowSources();
    return this.reached.has(path);
  }

  /** Whether any file has such values. */
  get hasSources(): boolean {
    return this.sources.size > 0;
  }

  private addSource(path: string): void {
    if (this.sources.has(path)) return;
    this.sources.add(path);
    this.reached = undefined;
  }

  private filesBelowSources(): ReadonlySet<string> {
    const found = new Set<string>();
    const open = [...this.sources];
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      for (const one of this.summaries.get(path)?.imports ?? []) {
        const file = this.targetOf(path, one)?.file;
        if (file === undefined || found.has(file)) continue;
        found.add(file);
        open.push(file);
      }
    }
    return found;
  }

  /** Files, and names in them, of which a file would have to know more: where a value may go from a source to a sink. */
  askedBy(path: string, summary = this.summaries.get(path)): AskedOf {
    const found = new Map<string, Set<string>>();
    if (!summary) return found;
    const { asked, askedValues, hasSource } = summary;
    const names = new Set([
      ...(hasSource || this.isReached(path) ? asked : []),
      // What a call gives is no constant.
      ...askedValues.filter((name) => !name.includes('(')),
    ]);
    for (const name of names) {
      for (const [file, local] of this.places(path, summary, name, 0)) {
        found.set(file, (found.get(file) ?? new Set()).add(local));
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
      const below = nameBelow(spelled, name);
      if (imported.has(name) || !found.needed.leadBelow(below)) continue;
      this.gatherName(file, name, below, found, depth + 1);
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
    for (const [constant, value] of summary.constants) if (constant === name) found.value(spelled, value);
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

/** The part of a name before the first `.` or `(`. */
function headOf(name: string): string {
  return /^[^.(]*/u.exec(name)?.[0] ?? name;
}

/** A library, or something of one, not the result of a call. */
function isPlain(name: string | undefined): boolean {
  return name !== undefined && !name.includes('()');
}
