import type { Severity } from '../../analysis/severity';
import type { SarifLevel } from './sarif-log';

/** SARIF calls information a note. */
export function sarifLevel(severity: Severity): SarifLevel {
  return severity === 'info' ? 'note' : severity;
}
