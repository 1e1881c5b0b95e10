import type { Rule } from '../../analysis/rule';
import type { FileResult, LocatedFinding, LocatedFix } from '../../workspace/file-analysis/file-result';
import { sarifLevel } from './sarif-level';
import type { SarifArtifactLocation, SarifFix, SarifLocation, SarifResult } from './sarif-log';
import { messageWithMember } from '../labels';
import { artifactLocation, fileRegion, sarifLocation } from './sarif-location';

/** The name carries a version: a fingerprint made another way gets another name. */
const FINGERPRINT = 'mlsecopsLens/v1';

export interface ResultContext {
  readonly file: FileResult;
  /** Place of the file in `artifacts`. */
  readonly artifactIndex: number;
  readonly rule: Rule | undefined;
  readonly ruleIndex: number;
}

/** One finding as a SARIF result. */
export function sarifResult(finding: LocatedFinding, context: ResultContext): SarifResult {
  const artifact = artifactLocation(context.file.path, context.artifactIndex);
  const steps = finding.path.map(({ location, label, file }) => ({
    ...sarifLocation(file === undefined ? artifact : artifactLocation(file), location),
    message: { text: label },
  }));
  const { inModel } = finding.location;
  const fixes = finding.fixes.flatMap((fix) => sarifFix(fix, context.file.path) ?? []);
  return {
    ruleId: finding.ruleId,
    ...(context.ruleIndex < 0 ? {} : { ruleIndex: context.ruleIndex }),
    level: sarifLevel(finding.severity),
    message: { text: messageWithMember(finding) },
    locations: [sarifLocation(artifact, finding.location)],
    partialFingerprints: { [FINGERPRINT]: finding.fingerprint },
    ...flow(steps, sarifLocation(artifact, finding.location)),
    ...(fixes.length === 0 ? {} : { fixes }),
    properties: {
      confidence: finding.confidence,
      subject: finding.subject,
      stages: context.rule?.stages ?? [],
      risks: context.rule?.risks ?? [],
      ...(inModel === undefined ? {} : inModel),
      ...(finding.inOutput ? { inNotebookOutput: true } : {}),
    },
  };
}

/** The steps of a data flow, the finding itself last; the first one also as a related location. */
function flow(
  steps: readonly SarifLocation[],
  end: SarifLocation,
): Pick<SarifResult, 'codeFlows' | 'relatedLocations'> {
  if (steps.length === 0) return {};
  const locations = [...steps, end].map((location) => ({ location }));
  return {
    codeFlows: [{ threadFlows: [{ locations }] }],
    relatedLocations: steps.map((step, id) => ({ id, ...step })),
  };
}

/**
 * Undefined for a fix in a notebook: its edits are in the text of a cell, and the file holds that text inside JSON
 * strings, where the same edit would need other characters.
 */
function sarifFix(fix: LocatedFix, path: string): SarifFix | undefined {
  if (fix.edits.some(({ location }) => location.cell !== undefined)) return undefined;
  const replacements = fix.edits.flatMap(({ location, newText }) => {
    const deletedRegion = fileRegion(location);
    return deletedRegion ? [{ deletedRegion, insertedContent: { text: newText } }] : [];
  });
  if (replacements.length === 0) return undefined;
  const artifact: SarifArtifactLocation = artifactLocation(path);
  return {
    description: { text: fix.title },
    artifactChanges: [{ artifactLocation: artifact, replacements }],
  };
}
