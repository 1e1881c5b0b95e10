import type { CancellationToken } from 'vscode-languageserver';
import type { ScanResult } from '../../protocol/messages';
import { InProcessAnalyzer } from '../../workspace/file-analysis/in-process-analyzer';
import type { ScanProgress } from '../../workspace/scan';
import { SurveyedFolder } from '../../workspace/survey/surveyed-folder';
import type { OpenSources } from '../documents/open-sources';
import type { FindingsPublisher } from '../features/findings-publisher';
import type { StatusReporter } from '../features/status-reporter';
import type { ServerHost } from '../host';
import type { Projects } from '../projects/projects';
import type { Surveys } from '../supplychain/surveys';
import { FileRefresh } from './file-refresh';
import { scanAnalyzer } from './scan-analyzer';
import { ScanRound } from './scan-round';

const MAX_PROBLEMS = 100;
/** Milliseconds between two messages about progress. */
const PROGRESS_INTERVAL = 100;
/** Changed files from which on threads pay. */
const MANY_FILES = 50;

export interface ScanServices {
  readonly host: ServerHost;
  readonly projects: Projects;
  readonly sources: OpenSources;
  readonly findings: FindingsPublisher;
  readonly status: StatusReporter;
  readonly surveys: Surveys;
}

/** Scans the workspace's folders and tells the client what each file has. */
export class WorkspaceScan {
  private running: AbortController | undefined;
  /** Files of the last scan: those whose findings on disk the client is told of. */
  private visited = new Set<string>();
  /** Files that changed while a scan ran, which may have read them before. */
  private readonly missed = new Set<string>();
  private readonly changes: FileRefresh;

  constructor(private readonly services: ScanServices) {
    this.changes = new FileRefresh({
      ...services,
      analyzerFor: (project, files) =>
        files < MANY_FILES
          ? new InProcessAnalyzer(project.place.files)
          : scanAnalyzer(services.host, project.place),
      visited: () => this.visited,
    });
  }

  /** Scans everything. A scan that is under way is stopped: its result would be older than this one's. */
  async run(token: CancellationToken, onProgress: (progress: ScanProgress) => void): Promise<ScanResult> {
    const { host, projects, status, surveys } = this.services;
    this.running?.abort();
    const abort = new AbortController();
    this.running = abort;
    token.onCancellationRequested(() => abort.abort());
    const began = host.now();
    const round = new ScanRound(this.services, abort.signal, this.throttled(abort, onProgress));
    const surveyed = new Map<string, SurveyedFolder>();
    status.update({ state: 'scanning', filesDone: 0, filesTotal: 0 });
    try {
      await projects.ready();
      for (const project of projects.all()) {
        const { place, settings } = project;
        if (abort.signal.aborted || !settings.enable || place.uri === undefined) continue;
        const survey = new SurveyedFolder(await surveys.known.get());
        await round.add({ project, analyzer: scanAnalyzer(host, place), survey });
        await survey.readTexts(place.files, place.path);
        surveyed.set(place.uri, survey);
      }
      if (!abort.signal.aborted) {
        this.take(round.visited);
        surveys.replace(surveyed);
      }
    } finally {
      if (this.running === abort) {
        this.running = undefined;
        this.catchUp();
        status.update({ state: 'idle', filesDone: 0, filesTotal: 0 });
      }
    }
    const { files, findings, problems } = round;
    return {
      files,
      findings,
      milliseconds: Math.round(host.now() - began),
      cancelled: abort.signal.aborted,
      problems: problems.slice(0, MAX_PROBLEMS),
    };
  }

  /** Brings what is known of files up to what is on disk, when a scan has told of them or would. */
  async refresh(uris: readonly string[]): Promise<void> {
    if (this.running) for (const uri of uris) this.missed.add(uri);
    await this.changes.run(uris);
  }

  private catchUp(): void {
    const uris = [...this.missed];
    this.missed.clear();
    if (uris.length > 0) void this.changes.run(uris).catch(() => undefined);
  }

  /** Files that are gone since the last scan have no findings any more. */
  private take(visited: Set<string>): void {
    const { sources, findings } = this.services;
    for (const uri of findings.files()) {
      if (!visited.has(uri) && !sources.get(uri)) findings.publish(uri, []);
    }
    this.visited = visited;
  }

  private throttled(
    abort: AbortController,
    onProgress: (progress: ScanProgress) => void,
  ): (progress: ScanProgress) => void {
    const { host, status } = this.services;
    let last = -Infinity;
    return (progress) => {
      const now = host.now();
      if (this.running !== abort || now - last < PROGRESS_INTERVAL) return;
      last = now;
      status.update({ state: 'scanning', ...progress });
      onProgress(progress);
    };
  }
}
