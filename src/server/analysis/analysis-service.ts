import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import { prepareLanguage } from '../../source/front-ends';
import type { OpenSource } from '../documents/open-source';
import type { OpenSources } from '../documents/open-sources';
import type { ProjectPackages } from '../projects/project-packages';
import type { Projects } from '../projects/projects';
import type { AnalysedSource } from './analysed-source';
import { openDocumentKind } from './open-document-kind';
import type { SourceAnalyzer } from './source-analyzer';

/** Gives the analysis of an open source as it is now, never of an earlier state. */
export class AnalysisService {
  constructor(
    private readonly sources: OpenSources,
    private readonly projects: Projects,
    private readonly analyzer: SourceAnalyzer,
  ) {}

  /**
   * The analysis of the document or notebook that `uri` is, or is a cell of; undefined when none is open.
   *
   * @throws ResponseError when the request was cancelled before the analysis began
   */
  async current(uri: string, token?: CancellationToken): Promise<AnalysedSource | undefined> {
    for (;;) {
      await this.projects.ready();
      const before = this.sources.get(uri);
      if (!before) return undefined;
      const { packages, path } = this.located(before.uri);
      const versions = await packages.of(path);
      await this.prepare(before, path);
      if (token?.isCancellationRequested)
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');

      // From here on nothing waits, so what is open now is what the result holds for.
      const source = this.sources.get(uri);
      const file = this.projects.locate(before.uri);
      if (source !== before || file.project.packages !== packages) continue;
      return this.analyzer.analyze(source, file, versions);
    }
  }

  /** A language that cannot be loaded is told with the document's result, where nothing else waits for it. */
  private async prepare(source: OpenSource, path: string): Promise<void> {
    const kind = source.kind === 'text' ? openDocumentKind(path, source.document.languageId) : undefined;
    if (kind) await prepareLanguage(kind.language).catch(() => undefined);
  }

  private located(uri: string): { readonly packages: ProjectPackages; readonly path: string } {
    const { project, path } = this.projects.locate(uri);
    return { packages: project.packages, path };
  }
}
