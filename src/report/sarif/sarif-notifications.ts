import type { ScanReport } from '../scan-report';
import { sarifLevel } from './sarif-level';
import type { SarifInvocation, SarifNotification } from './sarif-log';
import { artifactLocation, sarifLocation } from './sarif-location';

/** What went wrong during the scan, so that a reader of the log knows what it does not cover. */
export function sarifInvocation(report: ScanReport): SarifInvocation {
  const ofFiles = report.problems.map(({ path, kind, message }): SarifNotification => ({
    level: 'warning',
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifactLocation(path) } }],
    properties: { kind },
  }));
  const inFiles = report.results.flatMap(({ path, problems }) =>
    problems.map(({ kind, message, location }): SarifNotification => ({
      level: kind === 'internal' ? 'warning' : 'note',
      message: { text: message },
      locations: [sarifLocation(artifactLocation(path), location)],
      properties: { kind },
    })),
  );
  return {
    executionSuccessful: !report.totals.cancelled,
    toolExecutionNotifications: [...ofFiles, ...inFiles],
    toolConfigurationNotifications: report.configurationProblems.map(
      ({ path, line, column, severity, message }) => ({
        level: sarifLevel(severity),
        message: { text: message },
        locations: [
          {
            physicalLocation: {
              artifactLocation: artifactLocation(path),
              region: { startLine: line, startColumn: column, endLine: line, endColumn: column },
            },
          },
        ],
      }),
    ),
  };
}
