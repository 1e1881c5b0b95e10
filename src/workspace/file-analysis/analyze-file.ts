import { Engine } from '../../analysis/engine';
import type { PackageVersions } from '../../analysis/package-versions';
import type { FileSummary } from '../../analysis/summaries/file-summary';
import { NOTHING_IMPORTED } from '../../analysis/summaries/imported-knowledge';
import { wantsEvidence } from '../../supplychain/evidence/evidence-triggers';
import { collectFacts } from '../../supplychain/facts/collect-facts';
import { factTriggers } from '../../supplychain/facts/fact-triggers';
import { RULES } from '../../analysis/rules/registry.generated';
import { builtInCatalog } from '../../catalog/built-in';
import { importLines } from '../../supplychain/inventory/sights/import-lines';
import { prepareLanguage } from '../../source/front-ends';
import { isProgramLanguage } from '../../source/program-language';
import { RecordedPackages } from '../cache/recorded-packages';
import type { Digest } from '../cache/result-store';
import { isModelKind } from '../discovery/file-kind';
import { isMissedWhenLarge, sizeLimit, type SourceKind } from '../discovery/source-kind';
import { fileProblem } from '../file-problem';
import { FileSystemError, type FileSystem } from '../file-system';
import { FileFilter } from '../file-filter';
import { ModelAnalysis } from '../model-files/model-analysis';
import { WorkspacePackages } from '../packages/workspace-packages';
import { foldersUpwards, joinPath, parentPath } from '../path';
import { Excerpts } from './excerpts';
import type { AnalyzerSetup, FileOutcome, FileTask, OutcomeTrace, SourceTask } from './file-analyzer';
import { unreadResult } from './file-result';
import { ImportSearch } from './import-search';
import { locateFacts } from './locate-facts';
import { readSource } from './read-source';
import { SinkWords } from './sink-words';
import { locateAnalysis } from './locate-analysis';

/** An outcome, and what it was made from where that was asked for. */
export interface TracedOutcome {
  readonly outcome: FileOutcome;
  readonly trace?: OutcomeTrace;
}

/** Names of modules read the same in it as in UTF-8, and it is the fastest to decode. */
const LATIN = new TextDecoder('latin1');

/** Takes files from the disk to their results: read, filter by trigger words, analyse, locate. */
export class FileAnalysis {
  private readonly engine: Engine;
  private readonly filter: FileFilter;
  /** For files that no rule has anything to say of. */
  private readonly factFilter: FileFilter | undefined;
  private readonly sinks: SinkWords;
  private readonly searches = new Map<string, ImportSearch>();
  private readonly packages: WorkspacePackages;
  private readonly excerpts: Excerpts;
  private readonly models: ModelAnalysis;

  constructor(
    private readonly fileSystem: FileSystem,
    private readonly setup: AnalyzerSetup,
    private readonly digest?: Digest,
  ) {
    const catalog = builtInCatalog();
    this.engine = new Engine(catalog, RULES, setup.configuration);
    const { engine } = this;
    this.filter = new FileFilter(engine);
    this.factFilter =
      setup.facts &&
      new FileFilter({
        triggerSets: (language) => factTriggers(engine.apisFor(language), language),
        wantsPath: wantsEvidence,
      });
    this.sinks = new SinkWords(this.engine);
    this.packages = new WorkspacePackages(setup.manifests);
    this.excerpts = new Excerpts(catalog);
    this.models = new ModelAnalysis(
      fileSystem,
      setup.root,
      setup.configuration,
      this.excerpts,
      setup.facts === true,
    );
  }

  /** Whether the place of a rule's finding is itself a secret. */
  private readonly showsSecret = (ruleId: string): boolean =>
    this.engine.ruleOf(ruleId)?.tags.includes('secrets') ?? false;

  /** Never throws: what goes wrong is an outcome. */
  async analyze(task: FileTask): Promise<TracedOutcome> {
    const { path, kind } = task;
    if (isModelKind(kind)) return { outcome: await this.models.analyze(path, kind) };
    return this.analyzeSource({ ...task, kind });
  }

  private async analyzeSource(task: SourceTask): Promise<TracedOutcome> {
    const { path, kind } = task;
    const absolute = joinPath(this.setup.root, path);
    let bytes: Uint8Array;
    try {
      const limit = sizeLimit(kind);
      bytes = await this.fileSystem.read(absolute, limit);
      if (bytes.length > limit) throw new FileSystemError(absolute, 'too-large', `${bytes.length} bytes`);
    } catch (error) {
      const isTooLarge = error instanceof FileSystemError && error.reason === 'too-large';
      if (isTooLarge && kind.role === 'model-config')
        return { outcome: await this.models.analyze(path, { model: 'perhaps' }) };
      if (isTooLarge && !isMissedWhenLarge(kind)) return { outcome: unread(path, 0) };
      return { outcome: { kind: 'problem', problem: fileProblem(path, 'file', error) } };
    }
    const content = this.digest?.(path, bytes);
    const packages = new RecordedPackages(this.packages.forFolders(foldersUpwards(parentPath(absolute))));
    const outcome = await this.outcomeOf(task, bytes, packages);
    return { outcome, ...(content === undefined ? {} : { trace: { content, lookups: packages.lookups() } }) };
  }

  private async outcomeOf(
    task: SourceTask,
    bytes: Uint8Array,
    packages: PackageVersions,
  ): Promise<FileOutcome> {
    const { path, kind } = task;
    if (!this.isWorthALook(task, bytes)) return this.unlooked(task, bytes);
    try {
      await prepareLanguage(kind.language);
      const outcome = this.compute(task, bytes, packages);
      if (kind.role !== 'model-config' || outcome.kind !== 'result') return outcome;
      return { ...outcome, result: await this.models.added(outcome.result, bytes) };
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      const message = `The analysis of this file ended unexpectedly (${detail}); it was left out.`;
      return { kind: 'problem', problem: { path, kind: 'crash', message } };
    }
  }

  private isWorthALook({ path, kind, words }: SourceTask, bytes: Uint8Array): boolean {
    if (words) return this.holdsWords(words, kind, bytes);
    return this.filter.mayHold(path, kind, bytes) || this.factFilter?.mayHold(path, kind, bytes) === true;
  }

  /** A file that says nothing else still says which libraries it imports. */
  private unlooked({ path, kind, words }: SourceTask, bytes: Uint8Array): FileOutcome {
    const outcome = unread(path, bytes.length);
    const { language, isNotebook } = kind;
    if (!this.setup.facts || words || isNotebook || !isProgramLanguage(language)) return outcome;
    const sightings = importLines(LATIN.decode(bytes), language);
    if (sightings.length === 0) return outcome;
    return {
      kind: 'result',
      result: { ...unreadResult(path, bytes.length), facts: { sightings, observations: [], stages: [] } },
    };
  }

  /** Whether the bytes hold the words of what is known of other files. */
  private holdsWords(
    words: NonNullable<FileTask['words']>,
    { isNotebook, language }: SourceKind,
    bytes: Uint8Array,
  ): boolean {
    if (words === 'any') return true;
    const key = isNotebook ? `notebook ${words.id}` : words.id;
    let search = this.searches.get(key);
    if (!search) this.searches.set(key, (search = new ImportSearch(words.modules, isNotebook === true)));
    if (search.matches(bytes)) return true;
    // Nobody imports a notebook.
    return words.orSinks === true && isNotebook !== true && this.sinks.mayHold(language, bytes);
  }

  private compute(task: SourceTask, bytes: Uint8Array, packages: PackageVersions): FileOutcome {
    const { path, kind, knowledge = NOTHING_IMPORTED } = task;
    const source = readSource(kind, bytes);
    const base = { ...unreadResult(path, bytes.length), analyzed: true };
    if (source.model === undefined) return { kind: 'result', result: { ...base, problems: source.problems } };
    const { content, outputs, locator } = source;
    const { role, language } = kind;
    const imported = isProgramLanguage(kind.language) ? this.engine.imported(knowledge, language) : undefined;
    const model = imported?.link(source.model) ?? source.model;
    const input = { model, content, role, path, packages, outputs, imported };
    if (imported && task.only)
      return { kind: 'summary', path, summary: this.summary(task, { ...input, imported }) };
    const analysis = this.engine.analyze(input);
    const located = locateAnalysis(analysis, locator, this.excerpts, this.showsSecret);
    const facts = this.setup.facts
      ? locateFacts(
          collectFacts({ ...input, apis: imported?.apis ?? this.engine.apiIndex(language) }),
          locator,
          analysis.stages,
        )
      : undefined;
    const result = {
      ...base,
      ...located,
      problems: [...source.problems, ...located.problems],
      ...(facts ? { facts } : {}),
    };
    return { kind: 'result', result, summary: imported && this.summary(task, { ...input, imported }) };
  }

  /** Of a notebook only what it asks of others: nobody imports one. */
  private summary({ kind, asked }: SourceTask, input: Parameters<Engine['summarize']>[0]): FileSummary {
    return kind.isNotebook ? this.engine.askedBy(input) : this.engine.summarize(input, new Set(asked));
  }
}

function unread(path: string, size: number): FileOutcome {
  return { kind: 'result', result: unreadResult(path, size) };
}
