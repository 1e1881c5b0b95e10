import type { AnalysisProblem } from '../../analysis/document-analysis';
import type { LensDiagnostic } from '../../protocol/finding';
import type { DocumentDiagnostics } from './analysed-source';
import { problemDiagnostic } from './diagnostic';
import type { WireLocator } from './wire-locator';

/** Something that belongs to a document. */
export interface Placed<T> {
  readonly uri: string;
  readonly item: T;
}

/** Sorts diagnostics by the document they stand in. Every document of the source has a list, also when it is empty. */
export function diagnosticsByDocument(
  locator: WireLocator,
  findings: readonly Placed<LensDiagnostic>[],
  problems: readonly AnalysisProblem[],
): ReadonlyMap<string, DocumentDiagnostics> {
  const found = grouped(findings);
  const told = grouped(
    problems.flatMap((problem) => {
      const { uri, range } = locator.locate(problem.range);
      const item = problemDiagnostic(problem, range);
      return item ? [{ uri, item }] : [];
    }),
  );
  return new Map(
    locator.documents.map(({ uri, version }) => [
      uri,
      { version, findings: found.get(uri) ?? [], problems: told.get(uri) ?? [] },
    ]),
  );
}

function grouped<T>(all: readonly Placed<T>[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const { uri, item } of all) {
    const group = groups.get(uri);
    if (group) group.push(item);
    else groups.set(uri, [item]);
  }
  return groups;
}
