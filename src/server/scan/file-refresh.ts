import { LeftOut } from '../../workspace/discovery/left-out';
import { sourceKind } from '../../workspace/discovery/source-kind';
import type { FileAnalyzer } from '../../workspace/file-analysis/file-analyzer';
import { modelName } from '../../workspace/model-files/model-name';
import { joinPath } from '../../workspace/path';
import type { OpenSources } from '../documents/open-sources';
import type { FindingsPublisher } from '../features/findings-publisher';
import { uriKey } from '../files/uri-path';
import type { Project } from '../projects/project';
import type { Projects } from '../projects/projects';
import type { Surveys } from '../supplychain/surveys';
import { ScanRound } from './scan-round';

export interface RefreshServices {
  readonly projects: Projects;
  readonly sources: OpenSources;
  readonly findings: FindingsPublisher;
  readonly surveys: Surveys;
  /** What analyses so many files of a project. */
  readonly analyzerFor: (project: Project, files: number) => FileAnalyzer;
  /** Keys of the files of the last scan, to be added to. */
  readonly visited: () => Set<string>;
}

interface ChangedFile {
  readonly uri: string;
  /** Relative to the project. */
  readonly path: string;
}

/** Brings what a scan has told of files up to what is on disk, one set of changes after the other. */
export class FileRefresh {
  private queue: Promise<void> = Promise.resolve();

  constructor(private readonly services: RefreshServices) {}

  /** Files of no scan have no findings; those that are new since then join it. */
  run(uris: readonly string[]): Promise<void> {
    const run = this.queue.then(() => this.refresh(uris));
    this.queue = run.catch(() => undefined);
    return run;
  }

  private async refresh(uris: readonly string[]): Promise<void> {
    const { projects, surveys } = this.services;
    await projects.ready();
    const byProject = new Map<Project, ChangedFile[]>();
    for (const uri of new Set(uris)) {
      const { project, path } = projects.locate(uri);
      const files = byProject.get(project) ?? [];
      files.push({ uri, path });
      byProject.set(project, files);
    }
    for (const [project, files] of byProject) {
      const watched = await this.watched(project, files);
      if (watched.length > 0) await this.look(project, watched);
      if (watched.length > 0) surveys.changed();
    }
  }

  /** The files that a scan has told of, or would if it ran now. The others have no findings. */
  private async watched(project: Project, files: readonly ChangedFile[]): Promise<readonly ChangedFile[]> {
    const { surveys, visited } = this.services;
    const survey = surveys.of(project);
    const { place, engine } = project;
    const leftOut = new LeftOut(place.files, place.path, engine.configuration.exclude);
    const watched: ChangedFile[] = [];
    for (const file of files) {
      const isKnown = visited().has(uriKey(file.uri)) || survey?.has(file.path) === true;
      if (isKnown || (survey && !(await leftOut.has(joinPath(place.path, file.path))))) watched.push(file);
      else this.clear(file.uri);
    }
    return watched;
  }

  private async look(project: Project, files: readonly ChangedFile[]): Promise<void> {
    const { place } = project;
    const survey = this.services.surveys.of(project);
    const present: ChangedFile[] = [];
    for (const file of files) {
      const stat = await place.files.stat(joinPath(place.path, file.path)).catch(() => undefined);
      survey?.remove(file.path);
      if (stat?.type === 'file') present.push(file);
      else this.clear(file.uri);
    }
    for (const { path } of present) survey?.addPath(path);
    const paths = present.map(({ path }) => path);
    await survey?.readTexts(place.files, place.path, paths);
    const targets = paths.filter(isScanned).map((path) => joinPath(place.path, path));
    const round = new ScanRound(this.services, new AbortController().signal, () => undefined);
    const analyzer = this.services.analyzerFor(project, targets.length);
    if (targets.length > 0) await round.add({ project, analyzer, survey, targets });
    for (const { uri } of present) {
      if (round.visited.has(uriKey(uri))) this.services.visited().add(uriKey(uri));
      else this.clear(uri);
    }
  }

  /** The file has no findings any more, unless it is open: then they come from there. */
  private clear(uri: string): void {
    const { sources, findings } = this.services;
    if (!sources.get(uri)) findings.publish(uri, []);
  }
}

/** A file named to a scan is read as a program when its name says nothing, which one that merely changed is not. */
function isScanned(path: string): boolean {
  return sourceKind(path) !== undefined || ['model', 'perhaps'].includes(modelName(path));
}
