import { sourceKind } from '../../workspace/discovery/source-kind';
import type { ScanReport } from '../scan-report';
import { ruleDescriptor } from './rule-descriptor';
import type { SarifArtifact, SarifLog, SarifResult } from './sarif-log';
import { artifactLocation, SOURCE_ROOT } from './sarif-location';
import { sarifInvocation } from './sarif-notifications';
import { sarifResult } from './sarif-result';
import { Taxonomies } from './taxonomies';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The scan as a SARIF 2.1.0 log with one run. Suppressed findings are in it, marked as such. */
export function sarifReport(report: ScanReport): string {
  return `${JSON.stringify(sarifLog(report), undefined, 2)}\n`;
}

function sarifLog(report: ScanReport): SarifLog {
  const rules = [...report.rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const taxonomies = new Taxonomies(report.catalog, rules);
  const supportedTaxonomies = taxonomies.list.map(({ name }, index) => ({ name, index }));
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'MLSecOps Lens',
            semanticVersion: report.toolVersion,
            supportedTaxonomies,
            rules: rules.map((rule) => ruleDescriptor(rule, taxonomies)),
          },
        },
        taxonomies: taxonomies.list,
        invocations: [sarifInvocation(report)],
        originalUriBaseIds: {
          [SOURCE_ROOT]: { uri: `${artifactLocation(report.base).uri.replace(/\/$/, '')}/` },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: artifactsOf(report),
        results: resultsOf(report, new Map(rules.map((rule, index) => [rule.id, index])), rules),
      },
    ],
  };
}

function artifactsOf({ results }: ScanReport): readonly SarifArtifact[] {
  return results.map(({ path, size, findings }) => {
    const isModel = sourceKind(path) === undefined && findings.some(({ location }) => location.inModel);
    return {
      location: artifactLocation(path),
      length: size,
      ...(isModel ? {} : { sourceLanguage: sourceKind(path)?.language ?? 'python' }),
    };
  });
}

function resultsOf(
  { results }: ScanReport,
  indexes: ReadonlyMap<string, number>,
  rules: ScanReport['rules'],
): readonly SarifResult[] {
  return results.flatMap((file, artifactIndex) => {
    const contextOf = (ruleId: string): Parameters<typeof sarifResult>[1] => {
      const ruleIndex = indexes.get(ruleId) ?? -1;
      return { file, artifactIndex, ruleIndex, rule: rules[ruleIndex] };
    };
    return [
      ...file.findings.map((finding) => sarifResult(finding, contextOf(finding.ruleId))),
      ...file.suppressed.map(({ finding, reason }) => ({
        ...sarifResult(finding, contextOf(finding.ruleId)),
        suppressions: [{ kind: 'inSource' as const, justification: reason }],
      })),
    ];
  });
}
