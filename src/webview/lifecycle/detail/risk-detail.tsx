import type { Risk } from '../../../catalog/schema/reference';
import { resolve } from '../model/catalog-index';
import { findingsWhere } from '../model/findings';
import { rulesOfRisk, sameRisk, stagesOfRisk } from '../model/risk-relations';
import { usePanel } from '../panel-context';
import { EntryDisclosure, LinkList } from '../parts/entry-disclosure';
import { Section } from '../parts/section';
import { SourceNote, StatusTag } from '../parts/status-tag';
import { RiskLinks, StageChips } from './chips';
import { FindingsList } from './findings-list';
import { RuleLinks } from './rule-links';
import { listName } from './stage-risks';

/** All about one risk: where it hurts, what of it was found, what closes it. */
export function RiskDetail({ risk }: { readonly risk: Risk }) {
  const { snapshot, index } = usePanel();
  const same = sameRisk(risk.id, index);
  const findings = findingsWhere(snapshot.findings, (finding) => finding.risks.some((id) => same.has(id)));
  const editions = resolve([...same], index.risk).filter((other) => other.id !== risk.id);
  const controls = resolve(risk.controls, index.control);
  const weaknesses = resolve(risk.cwe, index.weakness);
  const techniques = resolve(risk.atlas, index.technique);
  return (
    <>
      <p class="eyebrow">
        {risk.label} · {listName(risk)} <StatusTag status={risk.status} />
      </p>
      <h2 tabIndex={-1}>{risk.title}</h2>
      <p class="lead">{risk.summary}</p>
      <Section title="Findings" count={findings.length}>
        {findings.length > 0 ? (
          <FindingsList key={risk.id} findings={findings} />
        ) : (
          <p class="quiet">None in what has been analysed so far.</p>
        )}
      </Section>
      <Section title="Stages it touches">
        <StageChips stages={stagesOfRisk(risk.id, index)} />
      </Section>
      {editions.length > 0 && (
        <Section title="The same risk elsewhere">
          <RiskLinks risks={editions} />
        </Section>
      )}
      <RuleLinks rules={rulesOfRisk(risk.id, index)} />
      {controls.length > 0 && (
        <Section title="Controls that close it" count={controls.length}>
          {controls.map((control) => (
            <EntryDisclosure key={control.id} entry={control} label={control.id} />
          ))}
        </Section>
      )}
      {weaknesses.length + techniques.length > 0 && (
        <Section title="Weaknesses and techniques">
          {[...weaknesses, ...techniques].map((entry) => (
            <EntryDisclosure key={entry.id} entry={entry} label={entry.id} />
          ))}
        </Section>
      )}
      <footer class="foot">
        <LinkList links={risk.links} />
        <SourceNote source={risk.source} status={risk.status} />
      </footer>
    </>
  );
}
