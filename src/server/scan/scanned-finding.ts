import type { LocatedFinding, SourceLocation } from '../../workspace/file-analysis/file-result';
import { messageWithMember } from '../../report/labels';
import type { Rule } from '../../analysis/rule';
import type { WireFinding } from '../../protocol/finding';
import { findingId } from '../analysis/finding-id';

/** A finding of a scan as views show it; `uri` is that of the file, `uriOf` gives those of others. */
export function scannedFinding(
  finding: LocatedFinding,
  uri: string,
  uriOf: (path: string) => string,
  ruleOf: (id: string) => Rule | undefined,
): WireFinding {
  const { ruleId, subject, severity, confidence, excerpt, location } = finding;
  const rule = ruleOf(ruleId);
  const range = rangeOf(location);
  const cell = location.cell === undefined ? {} : { cell: location.cell };
  return {
    id: findingId(uri, { range, ...cell }, ruleId),
    ruleId,
    ruleTitle: rule?.title ?? ruleId,
    subject,
    message: messageWithMember(finding),
    severity,
    confidence,
    uri,
    range,
    ...cell,
    excerpt,
    stages: rule?.stages ?? [],
    risks: rule?.risks ?? [],
    path: finding.path.map(({ location: place, label, file }) => ({
      location: { uri: file === undefined ? uri : uriOf(file), range: rangeOf(place) },
      label,
    })),
  };
}

function rangeOf({ start, end }: SourceLocation): WireFinding['range'] {
  return { start: { ...start }, end: { ...end } };
}
