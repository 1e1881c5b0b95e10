import type { Risk } from '../../../catalog/schema/reference';
import { GoodPractice } from '../entry/good-practice';
import { PageFoot } from '../entry/page-foot';
import { RelationGroups } from '../entry/relation-groups';
import { resolve } from '../model/catalog-index';
import { findingsWhere } from '../model/findings';
import { listName } from '../model/list-name';
import { rolesOfRisk } from '../model/risk-roles';
import { rulesOfRisk, sameRisk, stagesOfRisk } from '../model/risk-relations';
import { usePanel } from '../panel-context';
import { CodeText } from '../parts/code-text';
import { EntryDisclosure } from '../parts/entry-disclosure';
import { EntryLinks } from '../parts/entry-links';
import { Section } from '../parts/section';
import { StatusTag } from '../parts/status-tag';
import { RiskLinks, StageChips } from './chips';
import { FindingsList } from './findings-list';
import { OfficialMapping } from './official-mapping';
import { RuleLinks } from './rule-links';

/** Headings of relations that this page shows in its own way. */
const SHOWN = [
  'Stages it touches',
  'The same risk elsewhere',
  'Controls that close it',
  'OpenSSF tools that help',
  'Mapped by the list itself',
  'Attacks at',
];

/** All about one risk: what of it was found, how to close it and who does, where it hurts, what it is called elsewhere. */
export function RiskDetail({ risk }: { readonly risk: Risk }) {
  const { snapshot, index } = usePanel();
  const same = sameRisk(risk.id, index);
  const findings = findingsWhere(snapshot.findings, (finding) => finding.risks.some((id) => same.has(id)));
  const editions = resolve([...same], index.risk).filter((other) => other.id !== risk.id);
  const controls = resolve(risk.controls, index.control);
  const roles = rolesOfRisk(risk, index);
  return (
    <>
      <p class="eyebrow">
        <span class="code-label">{risk.label}</span> {listName(risk, index)}{' '}
        <StatusTag status={risk.status} />
        {risk.mappingStatus && risk.mappingStatus !== risk.status && (
          <StatusTag status={risk.mappingStatus} of="mappings" />
        )}
      </p>
      <h2 tabIndex={-1}>{risk.title}</h2>
      <p class="lead">
        <CodeText text={risk.summary} />
      </p>
      <Section title="Findings" count={findings.length}>
        {findings.length > 0 ? (
          <FindingsList key={risk.id} findings={findings} />
        ) : (
          <p class="quiet">None in what has been analysed so far.</p>
        )}
      </Section>
      <GoodPractice id={`risks/${risk.id}`} title="How to mitigate it" folded />
      {controls.length > 0 && (
        <Section title="Controls that close it" count={controls.length}>
          {controls.map((control) => (
            <EntryDisclosure key={control.id} kind="controls" entry={control} label={control.id} />
          ))}
        </Section>
      )}
      {(risk.tools.length > 0 || risk.unhelped !== undefined) && (
        <Section title="OpenSSF tools that help" count={risk.tools.length}>
          <EntryLinks refs={risk.tools.map((id) => `tools/${id}`)} />
          {risk.unhelped !== undefined && (
            <p class="quiet">
              No OpenSSF tool helps with: <CodeText text={risk.unhelped} />
            </p>
          )}
        </Section>
      )}
      {roles.length > 0 && (
        <Section title="Who acts against it" count={roles.length}>
          <EntryLinks refs={roles.map((id) => `roles/${id}`)} />
        </Section>
      )}
      <Section title="Stages it touches">
        <StageChips stages={stagesOfRisk(risk.id, index)} />
      </Section>
      {editions.length > 0 && (
        <Section title="The same risk elsewhere" count={editions.length}>
          <RiskLinks risks={editions} />
        </Section>
      )}
      <RuleLinks rules={rulesOfRisk(risk.id, index)} />
      <OfficialMapping risk={risk} />
      <RelationGroups kind="risks" id={risk.id} without={SHOWN} />
      <PageFoot
        links={risk.links}
        source={risk.source}
        status={risk.status}
        mappingStatus={risk.mappingStatus}
      />
    </>
  );
}
