import { Engine } from '../../analysis/engine';
import type { PackageVersions } from '../../analysis/package-versions';
import { RULES } from '../../analysis/rules/registry.generated';
import { builtInCatalog } from '../../catalog/built-in';
import { RecordedPackages, stillHolds, type ResultCache } from '../cache/result-cache';
import type { DiscoveredFile } from '../discovery/discover';
import { isMissedWhenLarge, sizeLimit, type SourceKind } from '../discovery/source-kind';
import { fileProblem } from '../file-problem';
import { FileSystemError, type FileSystem } from '../file-system';
import { WorkspacePackages } from '../packages/workspace-packages';
import { foldersUpwards, joinPath, parentPath } from '../path';
import { TriggerFilter } from '../trigger-filter';
import { Excerpts } from './excerpts';
import type { AnalyzerSetup, FileOutcome } from './file-analyzer';
import type { FileResult } from './file-result';
import { notebookTriggers } from './notebook-triggers';
import { readSource } from './read-source';
import { locateAnalysis } from './locate-analysis';

/** Takes files from the disk to their results: read, filter by trigger words, look into the cache, analyse, locate. */
export class FileAnalysis {
  private readonly engine: Engine;
  private readonly filters = new Map<string, TriggerFilter>();
  private readonly packages: WorkspacePackages;
  private readonly excerpts: Excerpts;

  constructor(
    private readonly fileSystem: FileSystem,
    private readonly setup: AnalyzerSetup,
    private readonly cache?: ResultCache,
  ) {
    const catalog = builtInCatalog();
    this.engine = new Engine(catalog, RULES, setup.configuration);
    this.packages = new WorkspacePackages(setup.manifests);
    this.excerpts = new Excerpts(catalog);
  }

  /** Whether the place of a rule's finding is itself a secret. */
  private readonly showsSecret = (ruleId: string): boolean =>
    this.engine.ruleOf(ruleId)?.tags.includes('secrets') ?? false;

  /** Never throws: what goes wrong is an outcome. */
  async analyze({ path, kind }: DiscoveredFile): Promise<FileOutcome> {
    const absolute = joinPath(this.setup.root, path);
    let bytes: Uint8Array;
    try {
      const limit = sizeLimit(kind);
      bytes = await this.fileSystem.read(absolute, limit);
      if (bytes.length > limit) throw new FileSystemError(absolute, 'too-large', `${bytes.length} bytes`);
    } catch (error) {
      const isTooLarge = error instanceof FileSystemError && error.reason === 'too-large';
      if (isTooLarge && !isMissedWhenLarge(kind)) return unread(path, 0);
      return { kind: 'problem', problem: fileProblem(path, 'file', error) };
    }
    if (!this.mayHold(kind, bytes)) return unread(path, bytes.length);
    const packages = this.packages.forFolders(foldersUpwards(parentPath(absolute)));
    try {
      return { kind: 'result', result: this.cached(path, kind, bytes, packages) };
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      const message = `The analysis of this file ended unexpectedly (${detail}); it was left out.`;
      return { kind: 'problem', problem: { path, kind: 'crash', message } };
    }
  }

  /** Whether the bytes can hold anything for a rule. Configuration whose name says what it is is short and always looked at. */
  private mayHold({ language, role, isNotebook }: SourceKind, bytes: Uint8Array): boolean {
    const isFiltered = language === 'python' || language === 'javascript' || language === 'typescript';
    if (!isFiltered && (role !== undefined || language !== 'json')) return true;
    const key = isNotebook ? 'notebook' : language;
    let filter = this.filters.get(key);
    if (!filter) {
      const sets = this.engine.triggerSets(language);
      filter = new TriggerFilter(isNotebook ? notebookTriggers(sets) : sets);
      this.filters.set(key, filter);
    }
    return filter.matches(bytes);
  }

  private cached(path: string, kind: SourceKind, bytes: Uint8Array, packages: PackageVersions): FileResult {
    const { cache } = this;
    if (!cache) return this.compute(path, kind, bytes, packages);
    const key = cache.key(path, bytes);
    const known = cache.get(key);
    if (known && stillHolds(known.lookups, packages)) return known.result;
    const recorded = new RecordedPackages(packages);
    const result = this.compute(path, kind, bytes, recorded);
    cache.set(key, { result, lookups: recorded.lookups() });
    return result;
  }

  private compute(path: string, kind: SourceKind, bytes: Uint8Array, packages: PackageVersions): FileResult {
    const source = readSource(kind, bytes);
    const base = { ...NOTHING, path, size: bytes.length, analyzed: true };
    if (source.model === undefined) return { ...base, problems: source.problems };
    const { model, content, outputs, locator } = source;
    const { role } = kind;
    const analysis = this.engine.analyze({ model, content, role, path, packages, outputs });
    const located = locateAnalysis(analysis, locator, this.excerpts, this.showsSecret);
    return { ...base, ...located, problems: [...source.problems, ...located.problems] };
  }
}

function unread(path: string, size: number): FileOutcome {
  return { kind: 'result', result: { ...NOTHING, path, size, analyzed: false } };
}

const NOTHING: Pick<FileResult, 'findings' | 'suppressed' | 'problems' | 'stages'> = {
  findings: [],
  suppressed: [],
  problems: [],
  stages: [],
};
