import {
  EventEmitter,
  type CancellationToken,
  type Disposable,
  type LogOutputChannel,
  type Uri,
} from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import * as v from 'valibot';
import {
  AGENT_TOOL_METHOD,
  CATALOG_CHANGED_METHOD,
  CATALOG_METHOD,
  DOCUMENT_STAGES_METHOD,
  EXPORT_CROSSWALK_METHOD,
  EXPORT_LIFECYCLE_METHOD,
  FINDINGS_METHOD,
  OVERLAYS_METHOD,
  SCAN_METHOD,
  SEARCH_METHOD,
  STATUS_METHOD,
  SURVEY_CHANGED_METHOD,
  type AgentToolParams,
  type AgentToolResult,
  type CatalogResult,
  type ExportCrosswalkParams,
  type ExportLifecycleParams,
  type FindingsParams,
  type OverlaysResult,
  type ScanParams,
  type ScanResult,
  type SearchParams,
  type StatusParams,
} from '../../protocol/messages';
import { EXPORT_LINEAGE_METHOD, type ExportLineageParams } from '../../protocol/report-messages';
import type { SearchHit } from '../../catalog/search/search-hit';
import { catalogSchema } from './catalog-schema';
import type { ClientEnvironment, CreatedClient } from './client-factory';
import { clientOptions } from './client-options';
import { answerFileRequests } from './file-requests';
import {
  agentToolSchema,
  documentStagesSchema,
  exportSchema,
  findingsSchema,
  overlaysSchema,
  scanResultSchema,
  searchSchema,
  statusSchema,
} from './message-schemas';
import { answerShippedFiles } from './shipped-files';
import { RestartPolicy } from './restart-policy';

export type ServerState = 'starting' | 'running' | 'stopped' | 'failed';

/** The language server as the rest of the extension sees it: started late, restarted on request, typed both ways. */
export class LensClient implements Disposable {
  private readonly restarts = new RestartPolicy();
  private readonly findings = new EventEmitter<FindingsParams>();
  private readonly status = new EventEmitter<StatusParams>();
  private readonly stateChanged = new EventEmitter<ServerState>();
  private readonly catalogChanged = new EventEmitter<void>();
  private readonly surveyChanged = new EventEmitter<void>();
  readonly onFindings = this.findings.event;
  readonly onStatus = this.status.event;
  readonly onDidChangeState = this.stateChanged.event;
  readonly onDidChangeCatalog = this.catalogChanged.event;
  /** What inventory and assessment answer may be something else now. */
  readonly onDidChangeSurvey = this.surveyChanged.event;
  private created: CreatedClient | undefined;
  private starting: Promise<void> | undefined;
  /** Counts starts and stops, so that a start that was overtaken by a stop notices. */
  private launches = 0;
  private lastState: ServerState = 'stopped';
  private lastCatalog: CatalogResult | undefined;

  constructor(
    private readonly environment: ClientEnvironment,
    private readonly log: LogOutputChannel,
    private readonly extensionId: string,
    private readonly extensionUri: Uri,
  ) {}

  get state(): ServerState {
    return this.lastState;
  }

  /** Undefined until the server has answered once; kept while it is restarted. */
  get catalog(): CatalogResult | undefined {
    return this.lastCatalog;
  }

  /** Starts the server unless it runs. Never rejects: a failure is a state. */
  start(): Promise<void> {
    return (this.starting ??= this.launch());
  }

  async restart(): Promise<void> {
    this.restarts.reset();
    await this.stop();
    await this.start();
  }

  /**
   * Sends a request and checks the answer.
   *
   * @throws Error when the server does not run, or answers with an error or in a shape that is not known
   */
  async ask<T>(
    method: string,
    schema: v.GenericSchema<unknown, T>,
    parameters?: object,
    token?: CancellationToken,
  ): Promise<T> {
    const client = this.running();
    // An argument that is undefined would be sent as null, and take the place of the token.
    const rest = token ? [token] : [];
    const answer: unknown =
      parameters === undefined
        ? await client.sendRequest(method, ...rest)
        : await client.sendRequest(method, parameters, ...rest);
    return v.parse(schema, answer);
  }

  /** @throws Error as {@link ask} */
  scan(token: CancellationToken): Promise<ScanResult> {
    const parameters: ScanParams = {};
    return this.ask(SCAN_METHOD, scanResultSchema, parameters, token);
  }

  /** Entries of the catalog and rules that fit a query, best first. @throws Error as {@link ask} */
  async search(query: string, limit?: number, token?: CancellationToken): Promise<readonly SearchHit[]> {
    const parameters: SearchParams = { query, ...(limit === undefined ? {} : { limit }) };
    return (await this.ask(SEARCH_METHOD, searchSchema, parameters, token)).hits;
  }

  /** The overlays of the diagram, in the order of their menu. @throws Error as {@link ask} */
  async overlays(): Promise<OverlaysResult['overlays']> {
    return (await this.ask(OVERLAYS_METHOD, overlaysSchema)).overlays;
  }

  /** The lifecycle as the text of a file. @throws Error as {@link ask} */
  async exportLifecycle(parameters: ExportLifecycleParams): Promise<string> {
    return (await this.ask(EXPORT_LIFECYCLE_METHOD, exportSchema, parameters)).text;
  }

  /** The lineage of the scanned folders. @throws Error as {@link ask}, and where there is none */
  async exportLineage(parameters: ExportLineageParams): Promise<string> {
    return (await this.ask(EXPORT_LINEAGE_METHOD, exportSchema, parameters)).text;
  }

  /** The matrix of two frameworks as text. @throws Error as {@link ask} */
  async exportCrosswalk(parameters: ExportCrosswalkParams): Promise<string> {
    return (await this.ask(EXPORT_CROSSWALK_METHOD, exportSchema, parameters)).text;
  }

  /** Answers a question of a coding agent. @throws Error as {@link ask} */
  agentTool(name: string, input: unknown, token: CancellationToken): Promise<AgentToolResult> {
    const parameters: AgentToolParams = { name, input };
    return this.ask(AGENT_TOOL_METHOD, agentToolSchema, parameters, token);
  }

  /** Stages of a document, likeliest first; none when the server cannot tell. */
  async documentStages(uri: string): Promise<readonly string[]> {
    if (this.lastState !== 'running') return [];
    try {
      return (await this.ask(DOCUMENT_STAGES_METHOD, documentStagesSchema, { uri })).stages;
    } catch (error) {
      this.log.debug(`No stages for ${uri}: ${String(error)}`);
      return [];
    }
  }

  dispose(): void {
    void this.stop();
    for (const emitter of [this.findings, this.status, this.stateChanged]) emitter.dispose();
    for (const emitter of [this.catalogChanged, this.surveyChanged]) emitter.dispose();
  }

  private async launch(): Promise<void> {
    this.setState('starting');
    const launch = (this.launches += 1);
    let created: CreatedClient | undefined;
    try {
      created = await this.environment.createClient(
        clientOptions({
          log: this.log,
          serverReadsFiles: this.environment.serverReadsFiles,
          extensionId: this.extensionId,
          restarts: this.restarts,
          onGivenUp: () => this.setState('failed'),
        }),
      );
      if (launch !== this.launches) {
        created.dispose();
        return;
      }
      this.created = created;
      this.listen(created.client);
      await created.client.start();
      await this.becomeReady(created.client);
    } catch (error) {
      // A stop while starting ends the start with an error that concerns nobody.
      if (launch !== this.launches) return;
      this.log.error(error instanceof Error ? error : String(error));
      this.setState('failed');
    }
  }

  private async becomeReady(client: BaseLanguageClient): Promise<void> {
    await this.readCatalog(client);
    this.setState('running');
    this.catalogChanged.fire();
  }

  private async readCatalog(client: BaseLanguageClient): Promise<void> {
    this.lastCatalog = v.parse(catalogSchema, await client.sendRequest(CATALOG_METHOD));
  }

  private listen(client: BaseLanguageClient): void {
    client.onDidChangeState(({ newState }) => {
      // The client starts a server that ended by itself again, after a first start also one that had failed.
      if (newState !== State.Running || this.lastState === 'starting') return;
      this.becomeReady(client).catch((error: unknown) => this.log.error(String(error)));
    });
    this.receive(client, FINDINGS_METHOD, findingsSchema, this.findings);
    this.receive(client, STATUS_METHOD, statusSchema, this.status);
    client.onNotification(SURVEY_CHANGED_METHOD, () => this.surveyChanged.fire());
    client.onNotification(CATALOG_CHANGED_METHOD, () => {
      this.readCatalog(client).then(
        () => this.catalogChanged.fire(),
        (error: unknown) => this.log.error(String(error)),
      );
    });
    answerShippedFiles(client, this.extensionUri);
    answerFileRequests(client);
  }

  private receive<T>(
    client: BaseLanguageClient,
    method: string,
    schema: v.GenericSchema<unknown, T>,
    emitter: EventEmitter<T>,
  ): void {
    client.onNotification(method, (parameters: unknown) => {
      const parsed = v.safeParse(schema, parameters);
      if (parsed.success) emitter.fire(parsed.output);
      else
        this.log.error(
          `The server sent ${method} in a shape that is not known: ${v.summarize(parsed.issues)}`,
        );
    });
  }

  private async stop(): Promise<void> {
    const created = this.created;
    this.created = undefined;
    this.starting = undefined;
    this.launches += 1;
    if (!created) return;
    try {
      if (created.client.isRunning()) await created.client.stop();
    } catch (error) {
      this.log.warn(`The language server did not stop in order: ${String(error)}`);
    } finally {
      created.dispose();
      this.setState('stopped');
    }
  }

  private running(): BaseLanguageClient {
    if (!this.created?.client.isRunning()) throw new Error('The language server is not running.');
    return this.created.client;
  }

  private setState(state: ServerState): void {
    if (this.lastState === state) return;
    this.lastState = state;
    this.stateChanged.fire(state);
  }
}
