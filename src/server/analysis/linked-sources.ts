import type { OpenSource } from '../documents/open-source';
import type { OpenSources } from '../documents/open-sources';
import { parseUri, uriOfPath } from '../files/uri-path';
import type { ServerHost } from '../host';
import type { Projects } from '../projects/projects';
import { sourceKind } from '../../workspace/discovery/source-kind';
import { joinPath } from '../../workspace/path';

/** Milliseconds: saving all files at once is one change. */
const PAUSE = 200;

interface LinkedSourcesOptions {
  readonly host: ServerHost;
  readonly sources: OpenSources;
  readonly projects: Projects;
  /** Told of a document that has to be analysed again because of what it imports. */
  readonly onLearned: (source: OpenSource) => void;
  readonly onFailure: (error: unknown) => void;
}

/** Keeps what open documents know of the files that they import up to date: when one is opened, and when one is saved. */
export class LinkedSources {
  private cancel: (() => void) | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly options: LinkedSourcesOptions) {}

  /** To be called when a document was opened or a file has changed on the disk. */
  schedule(): void {
    this.cancel?.();
    this.cancel = this.options.host.delay(PAUSE, () => {
      this.running = this.running.then(() => this.refresh()).catch(this.options.onFailure);
    });
  }

  private async refresh(): Promise<void> {
    const { sources, projects, onLearned } = this.options;
    await projects.ready();
    for (const source of sources.all()) {
      if (source.kind !== 'text') continue;
      const { project, path } = projects.locate(source.uri);
      const { place } = project;
      const root = parseUri(place.uri ?? '');
      const kind = sourceKind(path);
      if (!root || !kind || !project.covers(path)) continue;
      const openText = (file: string): string | undefined => {
        const open = sources.get(uriOfPath(root, joinPath(place.path, file)));
        return open?.kind === 'text' ? open.document.getText() : undefined;
      };
      if (!(await project.summaries.refresh(path, kind.language, openText))) continue;
      const now = sources.get(source.uri);
      if (now) onLearned(now);
    }
  }
}
