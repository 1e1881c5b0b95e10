import type { DocumentAnalysis } from '../../analysis/document-analysis';
import type { Fix } from '../../analysis/finding';
import type { Rule } from '../../analysis/rule';
import { suppressFix } from '../../analysis/suppression/suppress-fix';
import type { LensDiagnostic, WireFinding } from '../../protocol/finding';
import type { SourceModel } from '../../source/model';
import type { Excerpts } from '../../workspace/file-analysis/excerpts';
import type { AnalysedSource } from './analysed-source';
import { findingDiagnostic, type DiagnosticStyle } from './diagnostic';
import { FindingData } from './finding-data';
import { diagnosticsByDocument, type Placed } from './diagnostics-by-document';
import { placeOf, type WireLocator } from './wire-locator';
import { wireFinding } from './wire-finding';

export interface WireOptions {
  /** The document, or the notebook. */
  readonly uri: string;
  /** The uri of another file of the project. */
  readonly uriOf: (path: string) => string;
  readonly model: SourceModel;
  readonly locator: WireLocator;
  readonly excerpts: Excerpts;
  readonly style: DiagnosticStyle;
  readonly ruleOf: (id: string) => Rule | undefined;
}

/** An analysis as the client takes it: findings for the views, diagnostics for the editors. */
export function wireAnalysis(
  analysis: DocumentAnalysis,
  options: WireOptions,
): Pick<AnalysedSource, 'findings' | 'diagnostics' | 'stages'> {
  const { model, locator, style, ruleOf } = options;
  const findings: WireFinding[] = [];
  const diagnostics: Placed<LensDiagnostic>[] = [];
  for (const finding of analysis.findings) {
    const wire = wireFinding(finding, options);
    // A comment can hide what is in the code, not what is in an output.
    const suppression = (): Fix | undefined => (finding.output ? undefined : suppressFix(model, finding));
    const data = new FindingData(wire, finding, suppression, locator);
    const item = findingDiagnostic(finding, wire, ruleOf(finding.ruleId), data, style);
    findings.push(wire);
    diagnostics.push({ uri: placeOf(finding, locator).uri, item });
  }
  return {
    findings,
    diagnostics: diagnosticsByDocument(locator, diagnostics, analysis.problems),
    stages: analysis.stages,
  };
}
