import {
  WorkDoneProgress,
  type Connection,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageserver';
import { SCAN_METHOD } from '../../protocol/messages';
import type { ScanProgress } from '../../workspace/scan';
import type { Handlers } from '../connection/handlers';
import { scan } from '../connection/params';
import { send } from '../connection/send';
import type { Session } from '../session';

/** Registers the scan of the workspace, with the progress of LSP where a client gave a token for it. */
export function registerScan(handlers: Handlers, session: () => Session): void {
  handlers.request(
    SCAN_METHOD,
    scan,
    async ({ workDoneToken }, token) => {
      const { connection, scan: workspaceScan } = session();
      if (workDoneToken === undefined) return workspaceScan.run(token, () => undefined);
      const progress = new TokenProgress(connection, workDoneToken);
      progress.begin();
      try {
        return await workspaceScan.run(token, (state) => progress.report(state));
      } finally {
        progress.end();
      }
    },
    { answersWhenCancelled: true },
  );
}

class TokenProgress {
  constructor(
    private readonly connection: Connection,
    private readonly token: string | number,
  ) {}

  begin(): void {
    this.send({
      kind: 'begin',
      title: 'Scanning for risky ML and LLM code',
      cancellable: true,
      percentage: 0,
    });
  }

  report({ filesDone, filesTotal }: ScanProgress): void {
    const percentage = filesTotal === 0 ? 0 : Math.floor((filesDone / filesTotal) * 100);
    this.send({ kind: 'report', message: `${filesDone} of ${filesTotal} files`, percentage });
  }

  end(): void {
    this.send({ kind: 'end' });
  }

  private send(value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd): void {
    send(this.connection.sendProgress(WorkDoneProgress.type, this.token, value), this.connection);
  }
}
