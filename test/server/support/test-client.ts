import { PassThrough } from 'node:stream';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CancellationToken,
  type MessageConnection,
} from 'vscode-jsonrpc/node.js';
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  InitializeResult,
  PublishDiagnosticsParams,
  Range,
} from 'vscode-languageserver';
import { createConnection } from 'vscode-languageserver/lib/common/server.js';
import { createProtocolConnection } from 'vscode-languageserver-protocol/node.js';
import type { Rule } from '../../../src/analysis/rule';
import type { FindingsParams, Settings } from '../../../src/protocol/messages';
import { LIFECYCLE_EXPORTS } from '../../../src/report/lifecycle/lifecycle-exports';
import { SYSTEM_TIME, type ServerHost } from '../../../src/server/host';
import { startServer } from '../../../src/server/start-server';
import type { FileSystem } from '../../../src/workspace/file-system';

import { guideText } from '../../support/guide';
import { EditableFiles } from './editable-files';

export const ROOT = 'file:///project';

/** A client such as VS Code: pulls diagnostics and configuration. */
export const PULLS: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    diagnostic: {},
    hover: { contentFormat: ['markdown'] },
    publishDiagnostics: { relatedInformation: true },
  },
};

/** A client that knows only what every client knows. */
export const PLAIN: ClientCapabilities = {};

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly files?: FileSystem;
  /** False: the server has no files of its own. */
  readonly hostHasFiles?: boolean;
  readonly settings?: Partial<Settings>;
  readonly initializationOptions?: unknown;
  readonly host?: Partial<ServerHost>;
  /** Rules to run instead of all. */
  readonly rules?: readonly Rule[];
}

/** A scripted editor at the other end of a pair of streams, speaking the protocol to a real server. */
export class TestClient {
  readonly received: { readonly method: string; readonly params: unknown }[] = [];
  settings: unknown;
  exitCode: number | undefined;
  initialized: InitializeResult | undefined;
  private readonly waiting = new Set<() => void>();

  private constructor(
    readonly connection: MessageConnection,
    private readonly options: ClientOptions,
  ) {
    this.settings = options.settings ?? {};
    connection.onUnhandledProgress((params) => this.take('$/progress', params));
    connection.onNotification((method, params) => this.take(method, params));
    connection.onRequest((method, params) => {
      this.take(method, params);
      if (method === 'workspace/configuration') {
        return (params as unknown as { items: unknown[] }).items.map(() => this.settings);
      }
      return null;
    });
  }

  /** Starts a server and goes through `initialize` and `initialized`. */
  static async start(options: ClientOptions = {}): Promise<TestClient> {
    const client = TestClient.connect(options);
    await client.initialize();
    return client;
  }

  /** Starts a server and says nothing to it yet. */
  static connect(options: ClientOptions = {}): TestClient {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const reader = new StreamMessageReader(toClient);
    const client = new TestClient(
      createMessageConnection(reader, new StreamMessageWriter(toServer)),
      options,
    );
    const server = createConnection(
      (logger) =>
        createProtocolConnection(
          new StreamMessageReader(toServer),
          new StreamMessageWriter(toClient),
          logger,
        ),
      {
        shutdownReceived: false,
        initialize: () => undefined,
        exit: (code) => (client.exitCode = code),
      },
    );
    const fileSystem = options.hostHasFiles === false ? undefined : (options.files ?? new EditableFiles({}));
    const readCatalog = () => Promise.resolve(guideText());
    const loadExports = () => Promise.resolve(LIFECYCLE_EXPORTS);
    startServer(
      server,
      { ...SYSTEM_TIME, fileSystem, readCatalog, loadExports, ...options.host },
      options.rules,
    );
    client.connection.listen();
    return client;
  }

  /** Goes through `initialize` and `initialized`. */
  async initialize(): Promise<void> {
    const { capabilities, initializationOptions, settings } = this.options;
    this.initialized = await this.request<InitializeResult>('initialize', {
      processId: null,
      rootUri: ROOT,
      workspaceFolders: [{ uri: ROOT, name: 'project' }],
      capabilities: capabilities ?? PULLS,
      initializationOptions: initializationOptions ?? { settings },
    });
    this.notify('initialized', {});
  }

  request<R>(method: string, params?: unknown, token?: CancellationToken): Promise<R> {
    const given = params === undefined ? [] : [params];
    return this.connection.sendRequest<R>(method, ...given, ...(token ? [token] : []));
  }

  notify(method: string, params: unknown): void {
    void this.connection.sendNotification(method, params);
  }

  open(uri: string, text: string, languageId = 'python'): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Replaces a range, or the whole text. */
  change(uri: string, version: number, text: string, range?: Range): void {
    this.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [range ? { range, text } : { text }],
    });
  }

  async pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
  }

  async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.pull(uri);
    return report.kind === 'full' ? report.items : [];
  }

  hover(uri: string, line: number, character: number): Promise<Hover | null> {
    return this.request('textDocument/hover', { textDocument: { uri }, position: { line, character } });
  }

  codeActions(uri: string, range: Range, only?: readonly string[]): Promise<CodeAction[]> {
    const context = { diagnostics: [], ...(only ? { only } : {}) };
    return this.request('textDocument/codeAction', { textDocument: { uri }, range, context });
  }

  /** Waits until something received satisfies the test, looking at what came before as well. */
  async until<T>(method: string, wanted: (params: T) => boolean): Promise<T> {
    for (;;) {
      const found = this.received.find((each) => each.method === method && wanted(each.params as T));
      if (found) return found.params as T;
      await new Promise<void>((resolve) => this.waiting.add(resolve));
    }
  }

  published(wanted: (params: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams> {
    return this.until('textDocument/publishDiagnostics', wanted);
  }

  findings(wanted: (params: FindingsParams) => boolean): Promise<FindingsParams> {
    return this.until('mlsecops/findings', wanted);
  }

  /** Everything received of one kind. */
  all<T>(method: string): readonly T[] {
    return this.received.filter((each) => each.method === method).map((each) => each.params as T);
  }

  /** Forgets what was received, so that `until` waits for something new. */
  forget(): void {
    this.received.length = 0;
  }

  stop(): void {
    this.connection.dispose();
  }

  private take(method: string, params: unknown): void {
    this.received.push({ method, params });
    for (const wake of this.waiting) wake();
    this.waiting.clear();
  }
}
