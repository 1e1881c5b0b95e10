import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { AnalysisProblem } from '../../analysis/document-analysis';
import type { Finding } from '../../analysis/finding';
import type { Rule } from '../../analysis/rule';
import type { Severity } from '../../analysis/severity';
import type { DiagnosticData, LensDiagnostic, WireFinding } from '../../protocol/finding';
import { DIAGNOSTIC_SOURCE } from '../connection/server-capabilities';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** A severity as the protocol counts them. */
export function diagnosticSeverity(severity: Severity): DiagnosticSeverity {
  return SEVERITY[severity];
}

/** How diagnostics are made for one client. */
export interface DiagnosticStyle {
  /** Whether the steps of a data flow may go along. */
  readonly relatedInformation: boolean;
  /** URL of a rule's guidance, `{rule}` standing for its id. */
  readonly ruleLink: string | undefined;
}

/** A finding as a diagnostic. `data` makes the edits of its fixes when they are asked for. */
export function findingDiagnostic(
  finding: Finding,
  wire: WireFinding,
  rule: Rule | undefined,
  data: DiagnosticData,
  style: DiagnosticStyle,
): LensDiagnostic {
  const href = guidanceUrl(finding.ruleId, rule, style);
  return {
    range: wire.range,
    severity: SEVERITY[finding.severity],
    source: DIAGNOSTIC_SOURCE,
    code: finding.ruleId,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    message: finding.message,
    ...(style.relatedInformation && wire.path.length > 0
      ? { relatedInformation: wire.path.map(({ location, label }) => ({ location, message: label })) }
      : {}),
    data,
  };
}

/** What could not be analysed, told where it is. Syntax errors are left to the language's own tools. */
export function problemDiagnostic(
  { kind, message }: AnalysisProblem,
  range: Diagnostic['range'],
): Diagnostic | undefined {
  if (kind === 'syntax') return undefined;
  return { range, severity: DiagnosticSeverity.Information, source: DIAGNOSTIC_SOURCE, code: kind, message };
}

function guidanceUrl(ruleId: string, rule: Rule | undefined, style: DiagnosticStyle): string | undefined {
  return style.ruleLink?.replaceAll('{rule}', encodeURIComponent(ruleId)) ?? rule?.references[0]?.url;
}
