import type { Connection } from 'vscode-languageserver';
import type { WireFinding } from '../../protocol/finding';
import { diagnosticSeverity } from '../analysis/diagnostic';
import { send } from '../connection/send';
import { DIAGNOSTIC_SOURCE } from '../connection/server-capabilities';

const MODEL_RULE = /^model-file-/u;

/**
 * Shows what a scan found in model files among the problems of the client: no model is ever open as a text, so nobody asks for its
 * diagnostics.
 */
export class ModelDiagnostics {
  private readonly shown = new Set<string>();

  constructor(private readonly connection: Connection) {}

  /** @param findings all of a file; one with others than those of models is shown when it is opened */
  update(uri: string, findings: readonly WireFinding[]): void {
    const isModel = findings.length > 0 && findings.every(({ ruleId }) => MODEL_RULE.test(ruleId));
    if (!isModel && !this.shown.delete(uri)) return;
    if (isModel) this.shown.add(uri);
    const diagnostics = (isModel ? findings : []).map(({ range, severity, ruleId, message }) => ({
      range,
      severity: diagnosticSeverity(severity),
      source: DIAGNOSTIC_SOURCE,
      code: ruleId,
      message,
    }));
    send(this.connection.sendDiagnostics({ uri, diagnostics }), this.connection);
  }
}
