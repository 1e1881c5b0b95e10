import type { Stage } from '../../../catalog/schema/lifecycle';
import { usePanel } from '../panel-context';
import { LinkList } from '../parts/entry-disclosure';
import { Section } from '../parts/section';
import { SourceNote, StatusTag } from '../parts/status-tag';
import { StageArtifacts } from './stage-artifacts';
import { StageChecks } from './stage-checks';
import { StageFlows } from './stage-flows';
import { StageFindings } from './stage-findings';
import { StageControls, StageRoles, StageTools } from './stage-references';
import { StageRisks } from './stage-risks';

/** All about one stage: first what concerns this workspace, then what to do, then the reference. */
export function StageDetail({ stage }: { readonly stage: Stage }) {
  const { snapshot } = usePanel();
  const here = snapshot.editor?.stages.includes(stage.id) ?? false;
  return (
    <>
      <p class="eyebrow">
        Stage {stage.number} · {stage.domain} <StatusTag status={stage.status} />
      </p>
      <h2 tabIndex={-1}>{stage.title}</h2>
      {here && (
        <p class="here-line">
          You are here: <strong>{snapshot.editor?.name}</strong>
        </p>
      )}
      <p class="lead">{stage.summary}</p>
      <StageFindings stage={stage} />
      {stage.guidance.length > 0 && (
        <Section title="What to do here">
          <ul>
            {stage.guidance.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Section>
      )}
      <StageChecks stage={stage} />
      <StageFlows stage={stage} />
      <StageArtifacts stage={stage} />
      <StageRisks stage={stage} />
      <StageControls stage={stage} />
      <StageRoles stage={stage} />
      <StageTools stage={stage} />
      <footer class="foot">
        <LinkList links={stage.links} />
        <SourceNote source={stage.source} status={stage.status} />
      </footer>
    </>
  );
}
