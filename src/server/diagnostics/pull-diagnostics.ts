import type {
  CancellationToken,
  DocumentDiagnosticReport,
  FullDocumentDiagnosticReport,
  UnchangedDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { DocumentDiagnostics } from '../analysis/analysed-source';
import type { AnalysisService } from '../analysis/analysis-service';
import type { ClientFeatures } from '../connection/client-features';
import { isPushed } from './delivery';
import type { ResultIds } from './result-ids';

type Report = FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport;

/** Answers `textDocument/diagnostic`. */
export class PullDiagnostics {
  constructor(
    private readonly analyses: AnalysisService,
    private readonly features: ClientFeatures,
    private readonly resultIds: ResultIds,
  ) {}

  async answer(
    uri: string,
    previousResultId: string | null | undefined,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    const result = await this.analyses.current(uri, token);
    const own = result?.diagnostics.get(uri);
    if (!result || !own || isPushed(result.source, this.features)) return { kind: 'full', items: [] };
    const report = this.report(uri, own, previousResultId ?? undefined);
    const others = [...result.diagnostics].filter(([other]) => other !== uri);
    if (others.length === 0) return report;
    const relatedDocuments = Object.fromEntries(
      others.map(([other, diagnostics]) => [other, this.report(other, diagnostics, undefined)]),
    );
    return { ...report, relatedDocuments };
  }

  private report(
    uri: string,
    { findings, problems }: DocumentDiagnostics,
    previousResultId: string | undefined,
  ): Report {
    const items = [...findings, ...problems];
    const resultId = this.resultIds.idFor(uri, items);
    return resultId === previousResultId
      ? { kind: 'unchanged', resultId }
      : { kind: 'full', resultId, items };
  }
}
