import type { Connection } from 'vscode-languageserver';
import type { WireFinding } from '../../protocol/finding';
import { diagnosticSeverity } from '../analysis/diagnostic';
import { send } from '../connection/send';
import { DIAGNOSTIC_SOURCE } from '../connection/server-capabilities';

const MODEL_RULE = /^model-file-/u;
const POLICY_RULE = /^policy-/u;

/**
 * Shows among the problems of the client what only a scan can find: what is in model files, which are never open as texts, so that
 * nobody asks for their diagnostics; and what does not keep to the policy of the project, which no analysis of a document knows.
 */
export class ScanDiagnostics {
  private readonly shown = new Set<string>();

  /** @param isPushed whether somebody else sends the diagnostics of a file: only one of two can be heard */
  constructor(
    private readonly connection: Connection,
    private readonly isPushed: (uri: string) => boolean,
  ) {}

  /** @param findings all of a file; those of its analysis are shown when it is opened */
  update(uri: string, findings: readonly WireFinding[]): void {
    const ours = this.isPushed(uri) ? [] : findings.filter(({ ruleId }) => isOfScan(ruleId));
    if (ours.length === 0 && !this.shown.delete(uri)) return;
    if (ours.length > 0) this.shown.add(uri);
    const diagnostics = ours.map(({ range, severity, ruleId, message }) => ({
      range,
      severity: diagnosticSeverity(severity),
      source: DIAGNOSTIC_SOURCE,
      code: ruleId,
      message,
    }));
    send(this.connection.sendDiagnostics({ uri, diagnostics }), this.connection);
  }
}

function isOfScan(ruleId: string): boolean {
  return MODEL_RULE.test(ruleId) || POLICY_RULE.test(ruleId);
}
