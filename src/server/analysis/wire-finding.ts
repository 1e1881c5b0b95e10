import type { Finding } from '../../analysis/finding';
import type { Rule } from '../../analysis/rule';
import type { WireFinding } from '../../protocol/finding';
import type { Excerpts } from '../../workspace/file-analysis/excerpts';
import { findingId } from './finding-id';
import { placeOf, type WireLocator } from './wire-locator';

interface WireContext {
  /** The document, or the notebook. */
  readonly uri: string;
  /** The uri of another file of the project. */
  readonly uriOf: (path: string) => string;
  readonly locator: WireLocator;
  readonly excerpts: Excerpts;
  readonly ruleOf: (id: string) => Rule | undefined;
}

/** A finding as views show it. */
export function wireFinding(
  finding: Finding,
  { uri, uriOf, locator, excerpts, ruleOf }: WireContext,
): WireFinding {
  const { range, cell } = placeOf(finding, locator);
  const rule = ruleOf(finding.ruleId);
  const inCell = cell === undefined ? {} : { cell };
  return {
    id: findingId(uri, { range, ...inCell }, finding.ruleId),
    ruleId: finding.ruleId,
    ruleTitle: rule?.title ?? finding.ruleId,
    subject: finding.subject,
    message: finding.message,
    severity: finding.severity,
    confidence: finding.confidence,
    uri,
    range,
    ...inCell,
    excerpt: finding.output ? '' : excerpts.of(locator.lineAt(finding.range.start)),
    stages: rule?.stages ?? [],
    risks: rule?.risks ?? [],
    path: finding.path.map(({ range: step, label, elsewhere }) => {
      if (elsewhere) {
        const { path, start, end } = elsewhere;
        return { location: { uri: uriOf(path), range: { start, end } }, label };
      }
      const place = locator.locate(step);
      return { location: { uri: place.uri, range: place.range }, label };
    }),
  };
}
