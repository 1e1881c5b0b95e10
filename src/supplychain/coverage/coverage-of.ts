import { answeringControls } from '../../catalog/answering-controls';
import type { Guide } from '../../catalog/catalog';
import { frameworkMembers } from '../../catalog/framework-members';
import { Relations } from '../../catalog/relations';
import type { Assessment } from '../maturity/assessment';
import type { Coverage, CoveredItem, CoverageState } from './coverage';

/**
 * What a workspace shows of each item of a framework: evidence through the controls that answer the item, and what speaks against one of
 * them. Headings, which are answered by their parts, are left out.
 *
 * @returns undefined when the guide knows no such framework
 */
export function coverageOf(framework: string, assessment: Assessment, guide: Guide): Coverage | undefined {
  const entry = guide.frameworks.get(framework);
  if (!entry) return undefined;
  const relations = new Relations(guide);
  const headings = new Set([...guide.items.values()].flatMap(({ parent }) => parent ?? []));
  const found = ofState(assessment, 'found');
  const attested = ofState(assessment, 'attested');
  const against = assessment.against.filter(({ counts }) => counts);
  const items = frameworkMembers(guide, framework)
    .filter(({ kind, id }) => kind !== 'items' || !headings.has(id))
    .map(({ kind, id }): CoveredItem => {
      const controls = answeringControls(relations, kind, id);
      const answers = (evidence: string): boolean =>
        guide.evidence.get(evidence)?.controls.some((control) => controls.includes(control)) ?? false;
      const direct = (evidence: string): boolean => guide.evidence.get(evidence)?.risks.includes(id) ?? false;
      const speaking = against
        // What speaks against a risk is named by the evidence itself; for other items the controls have to do.
        .filter((one) => (kind === 'risks' ? direct(one.id) : answers(one.id)))
        .map((one) => ({ id: one.id, count: one.count }));
      const own = { found: found.filter(answers), attested: attested.filter(answers), against: speaking };
      const item = kind === 'items' ? guide.items.get(id) : undefined;
      return {
        kind,
        id,
        label: item?.label ?? id.slice(id.indexOf(':') + 1),
        title: titleOf(guide, kind, id),
        controls,
        state: stateOf(own),
        ...own,
        ...(item?.outside === undefined ? {} : { outside: item.outside }),
      };
    });
  return { framework, title: entry.title, edition: entry.edition, items, counts: countsOf(items) };
}

function ofState({ evidence }: Assessment, wanted: 'found' | 'attested'): readonly string[] {
  return evidence.filter(({ state }) => state === wanted).map(({ id }) => id);
}

function stateOf({
  found,
  attested,
  against,
}: Pick<CoveredItem, 'found' | 'attested' | 'against'>): CoverageState {
  const hasEvidence = found.length + attested.length > 0;
  if (against.length > 0) return hasEvidence ? 'both' : 'against';
  return hasEvidence ? 'evidence' : 'silent';
}

function titleOf(guide: Guide, kind: CoveredItem['kind'], id: string): string {
  return guide[kind].get(id)?.title ?? id;
}

function countsOf(items: readonly CoveredItem[]): Coverage['counts'] {
  const counts = { evidence: 0, against: 0, both: 0, silent: 0 };
  for (const { state } of items) counts[state]++;
  return counts;
}
