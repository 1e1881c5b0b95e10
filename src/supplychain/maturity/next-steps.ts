import type { Guide } from '../../catalog/catalog';
import { EFFORTS, type Evidence } from '../../catalog/schema/maturity';
import type { AssessedAsk, AssessedEvidence, Cap, EvidenceState, NextStep } from './assessment';
import { isReached } from './dimension-level';
import { groupBy } from './group-by';

/** How many steps are named for the whole project. */
const STEPS = 3;

const KINDS: Partial<Record<EvidenceState, NextStep['kind']>> = {
  missing: 'add',
  contradicted: 'complete',
  'not-observable': 'attest',
};

/** One dimension and what holds it where it is. */
export interface WaitingDimension {
  readonly id: string;
  /** The level it would reach next, by its number. */
  readonly target: number;
  readonly asks: readonly AssessedAsk[];
  readonly caps: readonly Cap[];
}

/** Finds what would bring dimensions to their next level. */
export class NextSteps {
  private readonly order: ReadonlyMap<string, number>;

  constructor(
    private readonly guide: Pick<Guide, 'evidence' | 'maturityLevels' | 'guidance'>,
    private readonly states: ReadonlyMap<string, AssessedEvidence>,
  ) {
    this.order = new Map([...guide.evidence.keys()].map((id, at) => [id, at]));
  }

  /** Everything that stands between a dimension and its next level, the cheapest first. */
  of(dimension: WaitingDimension): readonly NextStep[] {
    const { caps, target } = dimension;
    const open = dimension.asks.filter(({ level }) => this.numberOf(level) <= target);
    const steps = [
      ...caps
        .filter(({ level }) => this.numberOf(level) < target)
        .map((cap) => this.step(cap.evidence, 'remove', dimension)),
      ...open
        .filter((ask) => this.blocks(ask, open))
        .map(({ anyOf, state }) => this.step(this.cheapest(anyOf, state), KINDS[state] ?? 'add', dimension)),
    ];
    return steps.flatMap((step) => step ?? []).sort(this.byCost);
  }

  /** The cheapest steps of several dimensions, each named once with all dimensions that wait for it. */
  cheapestOf(steps: readonly NextStep[]): readonly NextStep[] {
    const joined = [...groupBy(steps, ({ evidence }) => evidence).values()].flatMap(([first, ...more]) =>
      first ? [{ ...first, dimensions: [first, ...more].flatMap(({ dimensions }) => dimensions) }] : [],
    );
    return joined.sort(this.byCost).slice(0, STEPS);
  }

  private blocks(ask: AssessedAsk, asks: readonly AssessedAsk[]): boolean {
    if (ask.state === 'missing' || ask.state === 'contradicted') return true;
    return ask.state === 'not-observable' && !isReached(asks.filter(({ level }) => level === ask.level));
  }

  private step(id: string, kind: NextStep['kind'], dimension: WaitingDimension): NextStep | undefined {
    const evidence = this.guide.evidence.get(id);
    const level = [...this.guide.maturityLevels.values()].find(({ number }) => number === dimension.target);
    if (!evidence || !level) return undefined;
    const page = evidence.controls
      .map((control) => `controls/${control}`)
      .find((each) => this.guide.guidance.has(each));
    return {
      evidence: id,
      kind,
      dimensions: [{ id: dimension.id, level: level.id }],
      effort: effortOf(evidence),
      ...(evidence.template !== undefined && kind !== 'complete' ? { template: evidence.template } : {}),
      ...(page === undefined ? {} : { guidance: page }),
    };
  }

  /** Of what one line asks for, the cheapest that is in the state of the line. */
  private cheapest(anyOf: readonly string[], state: EvidenceState): string {
    const fitting = anyOf.filter((id) => this.states.get(id)?.state === state);
    const entries = (fitting.length > 0 ? fitting : anyOf).flatMap((id) => this.guide.evidence.get(id) ?? []);
    return entries.sort((a, b) => rank(a) - rank(b))[0]?.id ?? anyOf[0] ?? '';
  }

  private readonly byCost = (a: NextStep, b: NextStep): number =>
    EFFORTS.indexOf(a.effort) - EFFORTS.indexOf(b.effort) ||
    b.dimensions.length - a.dimensions.length ||
    (this.order.get(a.evidence) ?? 0) - (this.order.get(b.evidence) ?? 0);

  private numberOf(level: string): number {
    return this.guide.maturityLevels.get(level)?.number ?? 0;
  }
}

function effortOf({ cost }: Evidence): NextStep['effort'] {
  return cost?.effort ?? 'days';
}

function rank(evidence: Evidence): number {
  return EFFORTS.indexOf(effortOf(evidence));
}
