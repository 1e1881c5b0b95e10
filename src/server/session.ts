import { DiagnosticRefreshRequest, type Connection } from 'vscode-languageserver';
import { DocumentStages } from '../analysis/document-stages';
import type { Rule } from '../analysis/rule';
import { builtInCatalog } from '../catalog/built-in';
import { AnalysisService } from './analysis/analysis-service';
import { LinkedSources } from './analysis/linked-sources';
import { SourceAnalyzer } from './analysis/source-analyzer';
import { clientFeatures, type ClientFeatures } from './connection/client-features';
import { send } from './connection/send';
import type { Initialize } from './connection/params';
import { isPushed } from './diagnostics/delivery';
import { ProjectFileDiagnostics, type ProjectFileReport } from './diagnostics/project-file-diagnostics';
import { PullDiagnostics } from './diagnostics/pull-diagnostics';
import { PushDiagnostics } from './diagnostics/push-diagnostics';
import { ResultIds } from './diagnostics/result-ids';
import { OpenSources } from './documents/open-sources';
import type { OpenSource } from './documents/open-source';
import { FindingsPublisher } from './features/findings-publisher';
import { StatusReporter } from './features/status-reporter';
import { GuideSource } from './guide/guide-source';
import { TeamCatalogs } from './guide/team-catalogs';
import type { ServerHost } from './host';
import { Projects } from './projects/projects';
import { WorkspaceScan } from './scan/workspace-scan';
import { PolicyWatch } from './supplychain/policy-watch';
import { Surveys } from './supplychain/surveys';
import { readInitializationOptions } from './settings/initialization-options';
import { SettingsSource } from './settings/settings-source';

/** Everything that lives from `initialize` to `exit`. */
export class Session {
  readonly catalog = builtInCatalog();
  readonly features: ClientFeatures;
  readonly settings: SettingsSource;
  readonly sources = new OpenSources();
  readonly projects: Projects;
  readonly analyses: AnalysisService;
  readonly pull: PullDiagnostics;
  readonly push: PushDiagnostics;
  readonly findings: FindingsPublisher;
  readonly status: StatusReporter;
  readonly stages: DocumentStages;
  readonly surveys: Surveys;
  readonly scan: WorkspaceScan;
  readonly guide: GuideSource;
  readonly links: LinkedSources;
  private readonly analyzer: SourceAnalyzer;
  private readonly resultIds = new ResultIds();
  /** The folders the client has named, also those whose configuration is still being read. */
  private named: readonly string[];
  private readonly projectFiles: ProjectFileDiagnostics;
  private readonly teamCatalogs: TeamCatalogs;

  constructor(
    readonly connection: Connection,
    readonly host: ServerHost,
    readonly rules: readonly Rule[],
    params: Initialize,
  ) {
    const { catalog } = this;
    const options = readInitializationOptions(params.initializationOptions);
    this.guide = new GuideSource(connection, host, rules);
    this.features = clientFeatures(params.capabilities);
    this.named = foldersOf(params);
    this.settings = new SettingsSource(connection, this.features, options.settings);
    this.projects = new Projects({
      connection,
      host,
      catalog,
      rules,
      settings: this.settings,
      clientFileSystem: options.clientFileSystem ?? false,
    });
    this.findings = new FindingsPublisher(connection, (uri) => {
      const source = this.sources.get(uri);
      return source !== undefined && isPushed(source, this.features);
    });
    this.status = new StatusReporter(connection);
    this.stages = new DocumentStages(catalog);
    this.projectFiles = new ProjectFileDiagnostics(connection);
    this.teamCatalogs = new TeamCatalogs(connection, this.guide);
    const style = { relatedInformation: this.features.relatedInformation, ruleLink: options.ruleLink };
    this.analyzer = new SourceAnalyzer({
      catalog,
      style,
      onResult: ({ source, findings }) => this.findings.publish(source.uri, findings),
      onFailure: (uri, error) => {
        const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
        connection.console.error(`${uri} could not be analysed: ${detail}`);
      },
    });
    this.analyses = new AnalysisService(this.sources, this.projects, this.analyzer);
    this.pull = new PullDiagnostics(this.analyses, this.features, this.resultIds);
    const { projects, sources, findings, status } = this;
    this.surveys = new Surveys(connection, host, projects);
    const { surveys } = this;
    const policies = new PolicyWatch(host, this.findings);
    surveys.whenSettled(() => policies.update(surveys.all()));
    this.scan = new WorkspaceScan({ host, projects, sources, findings, status, surveys });
    this.push = new PushDiagnostics(connection, host, this.analyses);
    this.links = new LinkedSources({
      host,
      sources,
      projects,
      onLearned: (source) => this.learned(source),
      onFailure: (error) => connection.console.error(`Imported files could not be read: ${String(error)}`),
    });
  }

  get folders(): readonly string[] {
    return this.named;
  }

  /** To be called when a source was opened (at once) or changed (after a pause). */
  sourceChanged(source: OpenSource, opened: boolean): void {
    if (opened) this.links.schedule();
    if (isPushed(source, this.features)) this.push.schedule(source, opened ? 0 : undefined);
  }

  /** To be called when a source was closed. */
  sourceClosed(source: OpenSource): void {
    this.push.close(source.uri);
    this.analyzer.forget(source.uri);
    this.resultIds.forget(source.uri);
    void this.scan.refresh([source.uri]);
  }

  /** Reads folders, settings and project files anew and shows what that changes, without a restart. */
  async configurationChanged(folders?: readonly string[]): Promise<void> {
    this.named = folders ?? this.named;
    await this.projects.setFolders(this.named);
    this.surveys.changed();
    for (const source of this.sources.all()) this.sourceChanged(source, true);
    if (this.features.pullsDiagnostics && this.features.refreshesDiagnostics) {
      send(this.connection.sendRequest(DiagnosticRefreshRequest.type), this.connection);
    }
    const reports = await this.teamCatalogs.update(this.projects.all());
    if (!reports) return;
    this.projectFiles.update(reports);
    this.status.update({ attention: this.attention(reports) });
  }

  /** What a document imports says something else about it than before. */
  private learned(source: OpenSource): void {
    if (isPushed(source, this.features)) this.push.schedule(source, 0);
    else if (this.features.refreshesDiagnostics) {
      send(this.connection.sendRequest(DiagnosticRefreshRequest.type), this.connection);
    }
  }

  private attention(reports: readonly ProjectFileReport[]): string {
    const first = reports.find(({ problems }) => problems.length > 0)?.problems[0];
    if (first) return `.mlsecops.yaml, line ${first.range.start.line + 1}: ${first.message}`;
    return this.projects.problems()[0] ?? '';
  }
}

/** The client's folders, or the single root that older clients send. */
function foldersOf({ workspaceFolders, rootUri }: Initialize): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return typeof rootUri === 'string' ? [rootUri] : [];
}
