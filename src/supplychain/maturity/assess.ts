import type { Guide } from '../../catalog/catalog';
import type { MaturityDimension } from '../../catalog/schema/maturity';
import { observeInventory } from '../evidence/inventory-evidence';
import type { PlacedObservation } from '../evidence/workspace-evidence';
import type { Inventory } from '../inventory/inventory';
import { assessEvidence } from './assess-evidence';
import type {
  AssessedAsk,
  AssessedDimension,
  AssessedEvidence,
  Assessment,
  Cap,
  Confidence,
  Contradiction,
  EvidenceState,
} from './assessment';
import type { Attestation, JudgedAttestation } from './attestation';
import { contradictions, type FoundRisk } from './contradictions';
import { dimensionLevel } from './dimension-level';
import { groupBy } from './group-by';
import { NextSteps } from './next-steps';
import { projectTraitsOf } from './project-traits-of';

/** What a project is judged by. */
export interface AssessRequest {
  /** Of `survey()`. */
  readonly observations: readonly PlacedObservation[];
  readonly inventory: Inventory;
  readonly findings: readonly FoundRisk[];
  readonly attestations: readonly Attestation[];
  readonly guide: Pick<Guide, 'evidence' | 'maturityDimensions' | 'maturityLevels' | 'guidance'>;
  /** `2026-11-23`; attestations are judged by it. */
  readonly today: string;
}

/** Levels of severity that hold a dimension down, and the number of the highest level they leave. */
const LIMITS: Partial<Record<Contradiction['severity'], number>> = { high: 0, medium: 1 };

/** The first that one of several pieces of evidence has is the state of the line that asks for one of them. */
const BEST: readonly EvidenceState[] = [
  'found',
  'attested',
  'contradicted',
  'not-observable',
  'missing',
  'not-applicable',
];

/** How far a project has come, told from what was seen in it. The same workspace gives the same assessment. */
export function assess(request: AssessRequest): Assessment {
  const { guide, inventory } = request;
  const observations = [...request.observations, ...observeInventory(inventory)];
  const traits = projectTraitsOf(inventory, observations);
  const { evidence, attestations } = judgeEvidence(request, observations, new Set(traits));
  const states = new Map(evidence.map((one) => [one.id, one]));
  const against = contradictions(guide.evidence.values(), request.findings, observations);
  const steps = new NextSteps(guide, states);
  const dimensions = [...guide.maturityDimensions.values()].map((dimension) =>
    assessDimension(dimension, states, against, steps, guide),
  );
  const numberOf = (level: string | undefined): number => guide.maturityLevels.get(level ?? '')?.number ?? 0;
  const applying = dimensions.filter(({ level }) => level !== undefined);
  const open = applying.filter(({ complete }) => !complete);
  const number =
    open.length > 0
      ? Math.min(...open.map(({ level }) => numberOf(level)))
      : Math.max(0, ...applying.map(({ level }) => numberOf(level)));
  const lowest = open.filter(({ level }) => numberOf(level) === number);
  const sum = applying.reduce((total, { level }) => total + numberOf(level), 0);
  const asked = new Set(
    [...guide.maturityDimensions.values()].flatMap(({ asks }) => asks).flatMap(({ anyOf }) => anyOf),
  );
  return {
    level: levelId(guide, number),
    average: applying.length === 0 ? 0 : Math.round((10 * sum) / applying.length) / 10,
    confidence: confidenceOf(evidence.filter(({ id }) => asked.has(id))),
    traits,
    dimensions,
    evidence,
    against,
    next: steps.cheapestOf(lowest.flatMap(({ next }) => next)),
    attestations,
  };
}

function judgeEvidence(
  { guide, attestations, today }: AssessRequest,
  observations: readonly PlacedObservation[],
  traits: ReadonlySet<Assessment['traits'][number]>,
): { readonly evidence: readonly AssessedEvidence[]; readonly attestations: readonly JudgedAttestation[] } {
  const seen = groupBy(observations, ({ evidence }) => evidence);
  const said = groupBy(attestations, ({ evidence }) => evidence);
  const judged = new Map<Attestation, JudgedAttestation>();
  const evidence = [...guide.evidence.values()]
    .filter(({ polarity }) => polarity === 'for')
    .map((entry) => {
      const own = said.get(entry.id) ?? [];
      const ground = { observations: seen.get(entry.id) ?? [], traits, attestations: own, today };
      const result = assessEvidence(entry, ground);
      result.attestations.forEach((one, at) => {
        const given = own[at];
        if (given) judged.set(given, one);
      });
      return result.assessed;
    });
  return {
    evidence,
    attestations: attestations.map((one) => judged.get(one) ?? { ...one, state: 'refused' }),
  };
}

function assessDimension(
  { id, asks, cappedBy }: MaturityDimension,
  states: ReadonlyMap<string, AssessedEvidence>,
  against: readonly Contradiction[],
  steps: NextSteps,
  guide: AssessRequest['guide'],
): AssessedDimension {
  const numberOf = (level: string): number => guide.maturityLevels.get(level)?.number ?? 0;
  const assessed = asks
    .map(({ level, anyOf }): AssessedAsk => ({ level, anyOf, state: stateOf(anyOf, states) }))
    .sort((a, b) => numberOf(a.level) - numberOf(b.level));
  if (assessed.every(({ state }) => state === 'not-applicable'))
    return {
      id,
      level: undefined,
      earned: undefined,
      complete: true,
      asks: assessed,
      caps: [],
      confidence: { observed: 0, observable: 0 },
      next: [],
    };
  const caps = against.flatMap((one): readonly Cap[] => {
    const limit = LIMITS[one.severity];
    return one.counts && limit !== undefined && cappedBy.includes(one.id)
      ? [{ evidence: one.id, level: levelId(guide, limit) }]
      : [];
  });
  const { earned, level, complete } = dimensionLevel(assessed, caps, numberOf);
  return {
    id,
    level: levelId(guide, level),
    earned: levelId(guide, earned),
    complete,
    asks: assessed,
    caps,
    confidence: confidenceOf(assessed),
    next: complete ? [] : steps.of({ id, target: level + 1, asks: assessed, caps }),
  };
}

function stateOf(anyOf: readonly string[], states: ReadonlyMap<string, AssessedEvidence>): EvidenceState {
  const all = new Set(anyOf.map((id) => states.get(id)?.state ?? 'not-observable'));
  return BEST.find((state) => all.has(state)) ?? 'not-observable';
}

function confidenceOf(judged: readonly { readonly state: EvidenceState }[]): Confidence {
  const applying = judged.filter(({ state }) => state !== 'not-applicable');
  return {
    observed: applying.filter(({ state }) => state !== 'not-observable').length,
    observable: applying.length,
  };
}

function levelId(guide: AssessRequest['guide'], number: number): string {
  return [...guide.maturityLevels.values()].find((level) => level.number === number)?.id ?? `L${number}`;
}
