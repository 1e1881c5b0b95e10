import type { FileAnalyzer } from '../../workspace/file-analysis/file-analyzer';
import type { FileResult } from '../../workspace/file-analysis/file-result';
import { joinPath } from '../../workspace/path';
import { scan, type ScanProgress } from '../../workspace/scan';
import type { SurveyedFolder } from '../../workspace/survey/surveyed-folder';
import type { OpenSources } from '../documents/open-sources';
import type { FindingsPublisher } from '../features/findings-publisher';
import { parseUri, uriKey, uriOfPath } from '../files/uri-path';
import type { Project } from '../projects/project';
import { scannedFinding } from './scanned-finding';

/** What a round goes over. */
export interface RoundOf {
  readonly project: Project;
  readonly analyzer: FileAnalyzer;
  /** Takes what the files say of the supply chain. */
  readonly survey?: SurveyedFolder | undefined;
  /** Files, absolute; the whole project when left out. */
  readonly targets?: readonly string[];
}

/** One pass over one or more folders. */
export class ScanRound {
  readonly visited = new Set<string>();
  readonly problems: { readonly uri: string; readonly message: string }[] = [];
  files = 0;
  findings = 0;

  constructor(
    private readonly services: { readonly sources: OpenSources; readonly findings: FindingsPublisher },
    private readonly signal: AbortSignal,
    private readonly onProgress: (progress: ScanProgress) => void,
  ) {}

  async add({ project, analyzer, survey, targets }: RoundOf): Promise<void> {
    const { place, engine } = project;
    const root = parseUri(place.uri ?? '');
    if (!root) return;
    const uriOf = (path: string): string => uriOfPath(root, joinPath(place.path, path));
    const summary = await scan({
      fileSystem: place.files,
      root: place.path,
      configuration: engine.configuration,
      analyzer,
      signal: this.signal,
      ...(targets ? { targets } : {}),
      ...(survey ? { facts: true, onFile: (path) => survey.addPath(path) } : {}),
      onResult: (result) => {
        survey?.take(result);
        this.publish(project, uriOf, result);
      },
      onProgress: this.onProgress,
    });
    this.files += summary.files;
    for (const { path, message } of summary.problems) this.problems.push({ uri: uriOf(path), message });
    for (const { path, problems, findings } of summary.results) {
      this.findings += findings.length;
      for (const { kind, message } of problems) {
        if (kind !== 'syntax') this.problems.push({ uri: uriOf(path), message });
      }
    }
  }

  /** What is open in the editor is newer than what is on disk: its findings come from there. */
  private publish(
    { engine }: Project,
    uriOf: (path: string) => string,
    { path, findings }: FileResult,
  ): void {
    const uri = uriOf(path);
    this.visited.add(uriKey(uri));
    if (this.signal.aborted || this.services.sources.get(uri)) return;
    this.services.findings.publish(
      uri,
      findings.map((finding) => scannedFinding(finding, uri, uriOf, engine.ruleOf)),
    );
  }
}
