import type { Guide } from '../../catalog/catalog';
import { coverageOf } from '../../supplychain/coverage/coverage-of';
import {
  COVERED_FRAMEWORKS,
  type Coverage,
  type CoveredItem,
  type CoverageState,
} from '../../supplychain/coverage/coverage';
import type { Assessment } from '../../supplychain/maturity/assessment';

/** What is known of an item of a framework: a sign that needs no colour, and words. */
export const COVERAGE_WORDS: Readonly<Record<CoverageState, readonly [sign: string, words: string]>> = {
  evidence: ['✓', 'evidence found'],
  both: ['◐', 'evidence, and findings against it'],
  against: ['✗', 'findings against it'],
  silent: ['–', 'nothing found'],
};

export const COVERAGE_STATES = Object.keys(COVERAGE_WORDS) as readonly CoverageState[];

/** The frameworks that people ask for first, with what the workspace shows of their items. */
export function coverages(assessment: Assessment, guide: Guide): Coverage[] {
  return COVERED_FRAMEWORKS.flatMap((id) => coverageOf(id, assessment, guide) ?? []);
}

/** `✓ 3 · ◐ 1 · ✗ 2 · – 4`. */
export function coverageCounts({ counts }: Pick<Coverage, 'counts'>): string {
  return COVERAGE_STATES.map((state) => `${COVERAGE_WORDS[state][0]} ${counts[state]}`).join(' · ');
}

/** What speaks for an item and what against it, by their titles. */
export function coverageReasons(
  { found, attested, against, outside }: CoveredItem,
  { evidence }: Pick<Guide, 'evidence'>,
): { readonly speaks: string; readonly against: string } {
  const title = (id: string) => evidence.get(id)?.title ?? id;
  const speaks = [...found.map(title), ...attested.map((id) => `${title(id)} (attested)`)];
  return {
    speaks: speaks.join('; ') || (outside ?? ''),
    against: against.map(({ id, count }) => `${title(id)} (${count})`).join('; '),
  };
}
