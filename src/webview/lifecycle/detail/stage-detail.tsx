import type { Stage } from '../../../catalog/schema/lifecycle';
import { GoodPractice } from '../entry/good-practice';
import { PageFoot } from '../entry/page-foot';
import { RelationGroups } from '../entry/relation-groups';
import { StageOverlayGroups } from '../overlay/stage-overlay-groups';
import { usePanel } from '../panel-context';
import { CodeText } from '../parts/code-text';
import { Section } from '../parts/section';
import { StatusTag } from '../parts/status-tag';
import { StageArtifacts } from './stage-artifacts';
import { StageAttacks } from './stage-attacks';
import { StageChecks } from './stage-checks';
import { StageFlows } from './stage-flows';
import { StageFindings } from './stage-findings';
import { StageControls, StageRoles, StageTools } from './stage-references';
import { StageRisks } from './stage-risks';
import { StageSigning } from './stage-signing';

/** Headings of relations that this page shows in its own way. */
const SHOWN = ['Lifecycle', 'Led by', 'Supported by', 'Risks', 'Controls', 'Tools', 'Stages', 'Attacks at'];

/** All about one stage: first what concerns this workspace and the overlay, then what to do, then the reference. */
export function StageDetail({ stage }: { readonly stage: Stage }) {
  const { snapshot } = usePanel();
  const here = snapshot.editor?.stages.includes(stage.id) ?? false;
  return (
    <>
      <p class="eyebrow">
        Stage {stage.number} · {stage.domain} <StatusTag status={stage.status} />
        {stage.mappingStatus && stage.mappingStatus !== stage.status && (
          <StatusTag status={stage.mappingStatus} of="mappings" />
        )}
      </p>
      <h2 tabIndex={-1}>{stage.title}</h2>
      {here && (
        <p class="here-line">
          You are here: <strong>{snapshot.editor?.name}</strong>
        </p>
      )}
      <p class="lead">
        <CodeText text={stage.summary} />
      </p>
      <StageOverlayGroups stage={stage} />
      <StageFindings stage={stage} />
      {stage.guidance.length > 0 && (
        <Section title="What to do here">
          <ul class="text-list">
            {stage.guidance.map((line) => (
              <li key={line}>
                <CodeText text={line} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <GoodPractice id={`stages/${stage.id}`} folded />
      <StageChecks stage={stage} />
      <StageFlows stage={stage} />
      <StageArtifacts stage={stage} />
      <StageSigning stage={stage} />
      <StageAttacks stage={stage} />
      <StageRisks stage={stage} />
      <StageControls stage={stage} />
      <StageRoles stage={stage} />
      <StageTools stage={stage} />
      <RelationGroups kind="stages" id={stage.id} without={SHOWN} />
      <PageFoot
        links={stage.links}
        source={stage.source}
        status={stage.status}
        mappingStatus={stage.mappingStatus}
      />
    </>
  );
}
