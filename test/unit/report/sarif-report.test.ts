import Ajv from 'ajv-draft-04';
import { describe, expect, it } from 'vitest';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import { sarifReport } from '../../../src/report/sarif/sarif-report';
import type { ScanReport } from '../../../src/report/scan-report';
import type { SarifLog, SarifRun } from '../../../src/report/sarif/sarif-log';
import { at, fileResult, finding, sampleReport } from './support/sample-report';

const validate = new Ajv({
  strict: false,
  validateFormats: false,
  unicodeRegExp: false,
  allErrors: true,
}).compile(schema);

/** The run of a report, after it was found valid against the schema of the standard. */
function run(parts: Partial<ScanReport> = {}): SarifRun {
  const log = JSON.parse(sarifReport(sampleReport(parts))) as SarifLog;
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  return log.runs[0]!;
}

const withFinding = (parts: Parameters<typeof finding>[0]): Partial<ScanReport> => ({
  results: [fileResult({ findings: [finding(parts)] })],
});

describe('SARIF report', () => {
  it('is valid for every rule, with and without findings', () => {
    expect(run().results).toHaveLength(1);
    expect(run({ results: [] }).results).toEqual([]);
  });

  it('describes each rule with help, level and what it is tied to', () => {
    const { rules } = run().tool.driver;
    const rule = rules.find(({ id }) => id === 'unsafe-pickle-load')!;
    expect(rule.help?.markdown).toContain('**How to fix it.**');
    expect(rule.defaultConfiguration?.level).toMatch(/error|warning/u);
    expect(rule.properties?.['stages']).not.toEqual([]);
    expect(rule.properties?.['tags']).toContain('external/cwe/cwe-502');
  });

  it('points from rules to CWE and to each OWASP edition by name and index', () => {
    const { tool, taxonomies } = run();
    expect(taxonomies.map(({ name }) => name)).toContain('CWE');
    expect(taxonomies.filter(({ organization }) => organization === 'OWASP').length).toBeGreaterThan(1);
    for (const { relationships = [] } of tool.driver.rules) {
      for (const { target } of relationships) {
        const taxonomy = taxonomies[target.toolComponent.index]!;
        expect(taxonomy.name).toBe(target.toolComponent.name);
        expect(taxonomy.taxa[target.index]?.id).toBe(target.id);
      }
    }
  });

  it('gives places in model files in bytes, and parts of archives as logical locations', () => {
    const start = { line: 0, character: 0 };
    const places = ['', 'a.zip/b.pkl'].map((member) => {
      const location = { start, end: start, inModel: { member, offset: 31 } };
      return run(withFinding({ location })).results[0]?.locations[0];
    });
    expect(places[0]?.physicalLocation.region).toEqual({ byteOffset: 31, byteLength: 0 });
    expect(places[1]?.physicalLocation.region).toBeUndefined();
    expect(places[1]?.logicalLocations).toEqual([
      { name: 'b.pkl', fullyQualifiedName: 'a.zip/b.pkl@0x1f', kind: 'member' },
    ]);
  });

  it('gives places relative to the source root, counted from 1', () => {
    const { results, originalUriBaseIds } = run();
    expect(originalUriBaseIds['SRCROOT']?.uri).toBe('file:///project/');
    expect(results[0]?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'src/train.py', uriBaseId: 'SRCROOT', index: 0 },
      region: { startLine: 4, startColumn: 5, endLine: 4, endColumn: 16 },
    });
  });

  it('encodes odd characters of paths', () => {
    const { artifacts } = run({ results: [fileResult({ path: 'a b/ü#1.py' })] });
    expect(artifacts[0]?.location.uri).toBe('a%20b/%C3%BC%231.py');
  });

  it('gives the flow and its steps as related locations', () => {
    const path = [{ location: at(0, 0, 3), label: 'assigned to `code`' }];
    const result = run(withFinding({ path })).results[0]!;
    const steps = result.codeFlows?.[0]?.threadFlows[0]?.locations ?? [];
    expect(steps.map(({ location }) => location.physicalLocation.region?.startLine)).toEqual([1, 4]);
    expect(result.relatedLocations?.[0]?.message?.text).toBe('assigned to `code`');
  });

  it('gives fixes as replacements', () => {
    const fixes = [{ title: 'Set it', safe: true, edits: [{ location: at(3, 14, 14), newText: ', x=1' }] }];
    expect(run(withFinding({ fixes })).results[0]?.fixes?.[0]?.artifactChanges[0]?.replacements).toEqual([
      {
        deletedRegion: { startLine: 4, startColumn: 15, endLine: 4, endColumn: 15 },
        insertedContent: { text: ', x=1' },
      },
    ]);
  });

  it('gives a finding in a notebook by its region in the file and by its cell, without an edit of the JSON', () => {
    const location = { ...at(0, 0, 4), cell: 2, json: at(40, 5, 9) };
    const fixes = [{ title: 'Set it', safe: true, edits: [{ location, newText: 'x' }] }];
    const result = run(withFinding({ location, fixes })).results[0]!;
    expect(result.locations[0]?.physicalLocation.region?.startLine).toBe(41);
    expect(result.locations[0]?.logicalLocations?.[0]?.name).toBe('cell 3, line 1');
    expect(result.fixes).toBeUndefined();
  });

  it('keeps suppressed findings, marked with the reason', () => {
    const results = [fileResult({ findings: [], suppressed: [{ finding: finding(), reason: 'ours' }] })];
    expect(run({ results }).results[0]?.suppressions).toEqual([{ kind: 'inSource', justification: 'ours' }]);
  });

  it('tells what went wrong as notifications', () => {
    const [invocation] = run({
      problems: [{ path: 'gone.py', kind: 'vanished', message: 'The file was deleted during the scan.' }],
      configurationProblems: [
        { path: '.mlsecops.yaml', line: 3, column: 1, severity: 'warning', message: 'unknown' },
      ],
    }).invocations;
    expect(invocation?.executionSuccessful).toBe(true);
    expect(invocation?.toolExecutionNotifications.map(({ message }) => message.text)).toEqual([
      'The file was deleted during the scan.',
    ]);
    expect(invocation?.toolConfigurationNotifications).toHaveLength(1);
  });

  it('says when the scan was stopped', () => {
    const totals = { ...sampleReport().totals, cancelled: true };
    expect(run({ totals }).invocations[0]?.executionSuccessful).toBe(false);
  });
});
