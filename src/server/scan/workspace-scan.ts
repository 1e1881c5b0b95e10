import type { CancellationToken } from 'vscode-languageserver';
import type { ScanResult } from '../../protocol/messages';
import type { FileAnalyzer } from '../../workspace/file-analysis/file-analyzer';
import { InProcessAnalyzer } from '../../workspace/file-analysis/in-process-analyzer';
import { joinPath } from '../../workspace/path';
import type { ScanProgress } from '../../workspace/scan';
import type { OpenSources } from '../documents/open-sources';
import type { FindingsPublisher } from '../features/findings-publisher';
import type { StatusReporter } from '../features/status-reporter';
import { parseUri, uriKey } from '../files/uri-path';
import type { ServerHost } from '../host';
import type { Project } from '../projects/project';
import type { Projects } from '../projects/projects';

import { ScanRound } from './scan-round';

const MAX_PROBLEMS = 100;
/** Milliseconds between two messages about progress. */
const PROGRESS_INTERVAL = 100;

export interface ScanServices {
  readonly host: ServerHost;
  readonly projects: Projects;
  readonly sources: OpenSources;
  readonly findings: FindingsPublisher;
  readonly status: StatusReporter;
}

/** Scans the workspace's folders and tells the client what each file has. */
export class WorkspaceScan {
  private running: AbortController | undefined;
  /** Files of the last scan: those whose findings on disk the client is told of. */
  private visited = new Set<string>();

  constructor(private readonly services: ScanServices) {}

  /** Scans everything. A scan that is under way is stopped: its result would be older than this one's. */
  async run(token: CancellationToken, onProgress: (progress: ScanProgress) => void): Promise<ScanResult> {
    const { host, projects, status } = this.services;
    this.running?.abort();
    const abort = new AbortController();
    this.running = abort;
    token.onCancellationRequested(() => abort.abort());
    const began = host.now();
    const round = new ScanRound(this.services, abort.signal, this.throttled(abort, onProgress));
    status.update({ state: 'scanning', filesDone: 0, filesTotal: 0 });
    try {
      await projects.ready();
      for (const project of projects.all()) {
        if (!abort.signal.aborted && project.settings.enable)
          await round.add(project, this.analyzerFor(project));
      }
      if (!abort.signal.aborted) this.take(round.visited);
    } finally {
      if (this.running === abort) {
        this.running = undefined;
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

  /** Brings the findings of one file up to what is on disk, when a scan has told of it before; else it has none. */
  async refresh(uri: string): Promise<void> {
    const { projects, sources, findings } = this.services;
    if (sources.get(uri)) return;
    const parsed = parseUri(uri);
    if (!parsed || !this.visited.has(uriKey(uri))) {
      findings.publish(uri, []);
      return;
    }
    await projects.ready();
    const { project, path } = projects.locate(uri);
    const round = new ScanRound(this.services, new AbortController().signal, () => undefined);
    await round.add(project, new InProcessAnalyzer(project.place.files), [
      joinPath(project.place.path, path),
    ]);
    if (!round.visited.has(uriKey(uri)) && !sources.get(uri)) findings.publish(uri, []);
  }

  /** Files that are gone since the last scan have no findings any more. */
  private take(visited: Set<string>): void {
    const { sources, findings } = this.services;
    for (const uri of findings.files()) {
      if (!visited.has(uri) && !sources.get(uri)) findings.publish(uri, []);
    }
    this.visited = visited;
  }

  private analyzerFor({ place }: Project): FileAnalyzer {
    const { host } = this.services;
    const onDisk = place.files === host.fileSystem;
    return (onDisk ? host.scanAnalyzer : undefined) ?? new InProcessAnalyzer(place.files);
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
