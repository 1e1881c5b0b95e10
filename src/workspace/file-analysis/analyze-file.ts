import { Engine } from '../../analysis/engine';
import type { PackageVersions } from '../../analysis/package-versions';
import { RULES } from '../../analysis/rules/registry.generated';
import { builtInCatalog } from '../../catalog/built-in';
import { RecordedPackages, stillHolds, type ResultCache } from '../cache/result-cache';
import type { DiscoveredFile } from '../discovery/discover';
import { SIZE_LIMITS, type SourceKind } from '../discovery/source-kind';
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
  private readonly filters: Readonly<Record<SourceKind, TriggerFilter>>;
  private readonly packages: WorkspacePackages;
  private readonly excerpts: Excerpts;

  constructor(
    private readonly fileSystem: FileSystem,
    private readonly setup: AnalyzerSetup,
    private readonly cache?: ResultCache,
  ) {
    const catalog = builtInCatalog();
    this.engine = new Engine(catalog, RULES, setup.configuration);
    const sets = this.engine.triggerSets();
    this.filters = { python: new TriggerFilter(sets), notebook: new TriggerFilter(notebookTriggers(sets)) };
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
      bytes = await this.fileSystem.read(absolute, SIZE_LIMITS[kind]);
      if (bytes.length > SIZE_LIMITS[kind])
        throw new FileSystemError(absolute, 'too-large', `${bytes.length} bytes`);
    } catch (error) {
      return { kind: 'problem', problem: fileProblem(path, 'file', error) };
    }
    if (!this.filters[kind].matches(bytes)) {
      return { kind: 'result', result: { ...NOTHING, path, size: bytes.length, analyzed: false } };
    }
    const packages = this.packages.forFolders(foldersUpwards(parentPath(absolute)));
    try {
      return { kind: 'result', result: this.cached(path, kind, bytes, packages) };
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      const message = `The analysis of this file ended unexpectedly (${detail}); it was left out.`;
      return { kind: 'problem', problem: { path, kind: 'crash', message } };
    }
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
    const { model, outputs, locator } = source;
    const analysis = this.engine.analyze({ model, path, packages, outputs });
    const located = locateAnalysis(analysis, locator, this.excerpts, this.showsSecret);
    return { ...base, ...located, problems: [...source.problems, ...located.problems] };
  }
}

const NOTHING: Pick<FileResult, 'findings' | 'suppressed' | 'problems' | 'stages'> = {
  findings: [],
  suppressed: [],
  problems: [],
  stages: [],
};
