import type { Connection } from 'vscode-languageserver';
import type { AnalysedSource } from '../analysis/analysed-source';
import type { AnalysisService } from '../analysis/analysis-service';
import type { OpenSource } from '../documents/open-source';
import { send } from '../connection/send';
import type { ServerHost } from '../host';

/** Long enough to let a word be typed, short enough not to be noticed. */
const PAUSE = 150;

/** Sends diagnostics when they change, for clients that do not ask and for the cells of notebooks. */
export class PushDiagnostics {
  private readonly waiting = new Map<string, () => void>();
  /** Documents with diagnostics on the client's side, by source. */
  private readonly shown = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly connection: Connection,
    private readonly host: ServerHost,
    private readonly analyses: AnalysisService,
  ) {}

  /** Analyses and sends after a pause; a source that changes meanwhile starts the pause anew. */
  schedule({ uri }: OpenSource, pause = PAUSE): void {
    this.waiting.get(uri)?.();
    this.waiting.set(
      uri,
      this.host.delay(pause, () => {
        this.waiting.delete(uri);
        void this.send(uri);
      }),
    );
  }

  /** Takes back everything shown for a source that was closed. */
  close(uri: string): void {
    this.waiting.get(uri)?.();
    this.waiting.delete(uri);
    for (const document of this.shown.get(uri) ?? []) this.clear(document);
    this.shown.delete(uri);
  }

  private async send(uri: string): Promise<void> {
    try {
      const result = await this.analyses.current(uri);
      // Something newer is on its way already.
      if (result && !this.waiting.has(uri)) this.publish(result);
    } catch (error) {
      this.connection.console.error(`Diagnostics for ${uri} could not be sent: ${String(error)}`);
    }
  }

  private publish({ source, diagnostics }: AnalysedSource): void {
    const before = this.shown.get(source.uri) ?? new Set();
    const now = new Set<string>();
    for (const [uri, { version, findings, problems }] of diagnostics) {
      now.add(uri);
      send(
        this.connection.sendDiagnostics({ uri, version, diagnostics: [...findings, ...problems] }),
        this.connection,
      );
    }
    for (const uri of before) if (!now.has(uri)) this.clear(uri);
    this.shown.set(source.uri, now);
  }

  private clear(uri: string): void {
    send(this.connection.sendDiagnostics({ uri, diagnostics: [] }), this.connection);
  }
}
