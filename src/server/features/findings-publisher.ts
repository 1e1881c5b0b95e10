import type { Connection } from 'vscode-languageserver';
import type { WireFinding } from '../../protocol/finding';
import { FINDINGS_METHOD, type FindingsParams } from '../../protocol/messages';
import { uriKey } from '../files/uri-path';
import { ScanDiagnostics } from '../diagnostics/scan-diagnostics';
import { send } from '../connection/send';

/** Findings of one file, from one side. */
interface OfFile {
  readonly uri: string;
  readonly findings: readonly WireFinding[];
}

/** Tells the client the findings of a file whenever they are others than it knows. */
export class FindingsPublisher {
  /** What the client knows, by key of the uri; files without findings are left out. */
  private readonly known = new Map<string, string>();
  /** What analyses say, by key of the uri. */
  private readonly own = new Map<string, OfFile>();
  /** What the policies of the projects say. */
  private ofPolicy: ReadonlyMap<string, OfFile> = new Map();
  private readonly diagnostics: ScanDiagnostics;

  /** @param isPushed whether the diagnostics of a file are sent by somebody else, who knows nothing of scans */
  constructor(
    private readonly connection: Connection,
    isPushed: (uri: string) => boolean,
  ) {
    this.diagnostics = new ScanDiagnostics(connection, isPushed);
  }

  /** Takes what the analysis of a file found. */
  publish(uri: string, findings: readonly WireFinding[]): void {
    const key = uriKey(uri);
    if (findings.length > 0) this.own.set(key, { uri, findings });
    else this.own.delete(key);
    this.tell(key, uri);
  }

  /** Takes what does not keep to a policy, in all files, instead of what was known. */
  publishPolicy(files: ReadonlyMap<string, readonly WireFinding[]>): void {
    const before = this.ofPolicy;
    this.ofPolicy = new Map([...files].map(([uri, findings]) => [uriKey(uri), { uri, findings }]));
    for (const [key, { uri }] of new Map([...before, ...this.ofPolicy])) this.tell(key, uri);
  }

  /** Files the client has findings of. */
  files(): readonly string[] {
    return [...this.known.keys()];
  }

  private tell(key: string, uri: string): void {
    const findings = [...(this.own.get(key)?.findings ?? []), ...(this.ofPolicy.get(key)?.findings ?? [])];
    const content = findings.length === 0 ? undefined : JSON.stringify(findings);
    if (this.known.get(key) === content) return;
    if (content === undefined) this.known.delete(key);
    else this.known.set(key, content);
    this.diagnostics.update(uri, findings);
    const params: FindingsParams = { uri, findings };
    send(this.connection.sendNotification(FINDINGS_METHOD, params), this.connection);
  }
}
