import type { Severity } from '../../analysis/severity';
import type { Evidence } from '../../catalog/schema/maturity';
import type { PlacedObservation } from '../evidence/workspace-evidence';
import type { FactLocation } from '../facts/located-facts';
import { placeOf } from './assess-evidence';
import { MAX_PLACES, type Contradiction, type ContradictionPlace, type Weight } from './assessment';
import { groupBy } from './group-by';

/** A finding of a rule, as far as an assessment needs it. */
export interface FoundRisk {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly location: FactLocation;
}

const WEIGHTS: readonly Weight[] = ['high', 'medium', 'low', 'info'];

/** What speaks against good practice: findings by their rules, and what was seen besides. The weightiest first. */
export function contradictions(
  evidence: Iterable<Evidence>,
  findings: readonly FoundRisk[],
  observations: readonly PlacedObservation[],
): readonly Contradiction[] {
  const byRule = groupBy(findings, ({ ruleId }) => ruleId);
  const found: Contradiction[] = [];
  for (const { id, polarity, rules, severity: weight = 'info' } of evidence) {
    if (polarity !== 'against') continue;
    const places = [
      ...rules.flatMap((rule) => byRule.get(rule) ?? []).map(placeOfFinding),
      ...observations.filter((one) => one.evidence === id && one.holds).map(placeOfObservation),
    ].sort(byPlace);
    if (places.length === 0) continue;
    found.push({
      id,
      severity: weight,
      counts: places.some(isWeighty),
      places: places.slice(0, MAX_PLACES),
      count: places.length,
    });
  }
  return found.sort(
    (a, b) =>
      Number(b.counts) - Number(a.counts) || WEIGHTS.indexOf(a.severity) - WEIGHTS.indexOf(b.severity),
  );
}

function placeOfFinding({ ruleId, severity, message, path, location }: FoundRisk): ContradictionPlace {
  return { path, location, detail: message, ruleId, severity };
}

function placeOfObservation(observation: PlacedObservation): ContradictionPlace {
  return { ...placeOf(observation), severity: 'warning' };
}

/** Information is what is only probable, or stands in tests. */
function isWeighty({ severity }: ContradictionPlace): boolean {
  return severity !== 'info';
}

function byPlace(a: ContradictionPlace, b: ContradictionPlace): number {
  const weighty = Number(isWeighty(b)) - Number(isWeighty(a));
  if (weighty !== 0) return weighty;
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  const { start } = a.location;
  return start.line - b.location.start.line || start.character - b.location.start.character;
}
