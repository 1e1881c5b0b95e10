import type { Connection } from 'vscode-languageserver';
import { STATUS_METHOD, type StatusParams } from '../../protocol/messages';
import { send } from '../connection/send';

/** Tells the client what the server is doing, when that changes. */
export class StatusReporter {
  private status: StatusParams = { state: 'idle', filesDone: 0, filesTotal: 0, attention: '' };

  constructor(private readonly connection: Connection) {}

  update(change: Partial<StatusParams>): void {
    const next = { ...this.status, ...change };
    if (JSON.stringify(next) === JSON.stringify(this.status)) return;
    this.status = next;
    send(this.connection.sendNotification(STATUS_METHOD, next), this.connection);
  }
}
