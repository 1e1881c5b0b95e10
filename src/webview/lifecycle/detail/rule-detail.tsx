import type { RuleSummary } from '../../../protocol/panel-catalog';
import { resolve } from '../model/catalog-index';
import { findingsWhere } from '../model/findings';
import { Markdown } from '../markdown/markdown';
import { usePanel } from '../panel-context';
import { LinkList } from '../parts/entry-disclosure';
import { EntryLinks } from '../parts/entry-links';
import { Section } from '../parts/section';
import { SeverityIcon } from '../parts/severity-label';
import { RiskLinks, StageChips } from './chips';
import { FindingsList } from './findings-list';

/** All about one rule: what it checks, why it matters, how to fix it, and where it belongs. */
export function RuleDetail({ rule }: { readonly rule: RuleSummary }) {
  const { snapshot, index } = usePanel();
  const findings = findingsWhere(snapshot.findings, (finding) => finding.ruleId === rule.id);
  const related = [
    ...rule.controls.map((id) => `controls/${id}`),
    ...rule.cwe.map((id) => `weaknesses/${id}`),
    ...rule.atlas.map((id) => `techniques/${id}`),
  ].filter((ref) => index.entry(ref));
  return (
    <>
      <p class="eyebrow">
        <SeverityIcon severity={rule.severity} /> <code>{rule.id}</code>
        <span class="tag">{rule.preset}</span>
        {rule.hasFix && <span class="tag">quick fix</span>}
      </p>
      <h2 tabIndex={-1}>{rule.title}</h2>
      <Section title="What it checks">
        <Markdown text={rule.what} />
      </Section>
      <Section title="Why it matters">
        <Markdown text={rule.why} />
      </Section>
      <Section title="How to fix it">
        <Markdown text={rule.fix} />
      </Section>
      <Section title="Findings" count={findings.length}>
        {findings.length > 0 ? (
          <FindingsList key={rule.id} findings={findings} />
        ) : (
          <p class="quiet">None in what has been analysed so far.</p>
        )}
      </Section>
      <Section title="Where it hurts">
        <StageChips stages={resolve(rule.stages, index.stage)} />
      </Section>
      <Section title="Risks it opens">
        <RiskLinks risks={resolve(rule.risks, index.risk)} />
      </Section>
      {related.length > 0 && (
        <Section title="Controls, weaknesses and techniques" count={related.length}>
          <EntryLinks refs={related} />
        </Section>
      )}
      {rule.references.length > 0 && (
        <Section title="References">
          <LinkList links={rule.references} />
        </Section>
      )}
    </>
  );
}
