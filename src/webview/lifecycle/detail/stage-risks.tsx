import type { Stage } from '../../../catalog/schema/lifecycle';
import type { Risk } from '../../../catalog/schema/reference';
import { resolve, type CatalogIndex } from '../model/catalog-index';
import { listName } from '../model/list-name';
import { usePanel } from '../panel-context';
import { Section } from '../parts/section';
import { RiskLinks } from './chips';

/** The risks of a stage, grouped by the list they come from. */
export function StageRisks({ stage }: { readonly stage: Stage }) {
  const { index, snapshot } = usePanel();
  const risks = resolve(stage.risks, index.risk);
  if (risks.length === 0) return null;
  const counts = new Map<string, number>();
  for (const finding of snapshot.findings[stage.id]?.shown ?? []) {
    for (const risk of finding.risks) counts.set(risk, (counts.get(risk) ?? 0) + 1);
  }
  return (
    <Section title="Risks" count={risks.length}>
      {[...byList(risks, index)].map(([list, members]) => (
        <div key={list}>
          <h4>{list}</h4>
          <RiskLinks risks={members} counts={counts} />
        </div>
      ))}
    </Section>
  );
}

function byList(risks: readonly Risk[], index: CatalogIndex): Map<string, Risk[]> {
  const lists = new Map<string, Risk[]>();
  for (const risk of risks) {
    const name = listName(risk, index);
    lists.set(name, [...(lists.get(name) ?? []), risk]);
  }
  return lists;
}
