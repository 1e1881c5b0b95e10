import type { Connection } from 'vscode-languageserver';
import type { WireFinding } from '../../protocol/finding';
import { FINDINGS_METHOD, type FindingsParams } from '../../protocol/messages';
import { uriKey } from '../files/uri-path';
import { ModelDiagnostics } from '../diagnostics/model-diagnostics';
import { send } from '../connection/send';

/** Tells the client the findings of a file whenever they are others than it knows. */
export class FindingsPublisher {
  /** What the client knows, by key of the uri; files without findings are left out. */
  private readonly known = new Map<string, string>();

  private readonly models: ModelDiagnostics;

  constructor(private readonly connection: Connection) {
    this.models = new ModelDiagnostics(connection);
  }

  publish(uri: string, findings: readonly WireFinding[]): void {
    const content = findings.length === 0 ? undefined : JSON.stringify(findings);
    const key = uriKey(uri);
    if (this.known.get(key) === content) return;
    if (content === undefined) this.known.delete(key);
    else this.known.set(key, content);
    this.models.update(uri, findings);
    const params: FindingsParams = { uri, findings };
    send(this.connection.sendNotification(FINDINGS_METHOD, params), this.connection);
  }

  /** Files the client has findings of. */
  files(): readonly string[] {
    return [...this.known.keys()];
  }
}
