import type { Guide } from '../../../catalog/catalog';
import { LifecycleDrawing } from '../../../diagram/static/lifecycle-drawing';
import { Table } from '../../lifecycle/page/table';
import { sourceLine } from '../../lifecycle/source-line';
import { lifecycleStates, totalOf, type LifecycleState } from '../stage-states';
import type { WorkspaceReport } from '../workspace-report';

/** A loop for a screen and for paper, and a column for a telephone. */
const SIZES = [
  { name: 'wide', width: 1200, height: 800 },
  { name: 'narrow', width: 380, height: 800 },
] as const;

/** The lifecycles with the findings of this workspace, as a drawing and as a table. */
export function LifecyclePart({ report }: { readonly report: WorkspaceReport }) {
  return (
    <>
      {lifecycleStates(report).map((state) => (
        <div key={state.lifecycle.id}>
          <figure>
            <Drawings guide={report.guide} state={state} />
          </figure>
          <StageTable state={state} />
        </div>
      ))}
      <p class="note">A finding is counted once in each lifecycle, at the stage where it hurts first.</p>
    </>
  );
}

function Drawings({
  guide,
  state: { lifecycle, stages },
}: {
  readonly guide: Guide;
  readonly state: LifecycleState;
}) {
  const findings = Object.fromEntries(stages.map((one) => [one.stage.id, totalOf(one)]));
  return (
    <>
      {SIZES.map(({ name, width, height }) => (
        <div key={name} class={name}>
          <LifecycleDrawing
            lifecycle={lifecycle}
            stages={stages.map(({ stage }) => stage)}
            overlay={undefined}
            findings={findings}
            width={width}
            height={height}
            source={sourceLine(guide, lifecycle, undefined)}
            style={undefined}
            id={`${lifecycle.id}-${name}`}
          />
        </div>
      ))}
    </>
  );
}

function StageTable({ state: { lifecycle, stages } }: { readonly state: LifecycleState }) {
  return (
    <Table
      caption={`${lifecycle.title}: this workspace, stage by stage`}
      heads={['Stage', 'Errors', 'Warnings', 'Information', 'Parts used']}
      rows={stages.map(({ stage, findings, parts }) => ({
        cells: [
          `${stage.number} ${stage.title}`,
          ...[findings.error, findings.warning, findings.info, parts].map((count) =>
            count === 0 ? '–' : count,
          ),
        ],
      }))}
    />
  );
}
