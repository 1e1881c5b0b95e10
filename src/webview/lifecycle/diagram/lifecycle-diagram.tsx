import { useImperativeHandle, useMemo, useRef, useState } from 'preact/hooks';
import type { Ref } from 'preact';
import type { Lifecycle, Stage } from '../../../catalog/schema/lifecycle';
import { Backdrop, FlowEdges, Stores } from '../../../diagram/backdrop';
import { columnGeometry } from '../../../diagram/column-geometry';
import type { DiagramGeometry } from '../../../diagram/geometry';
import { layoutFor } from '../../../diagram/layouts';
import { loopGeometry } from '../../../diagram/loop-geometry';
import { placeOfRef } from '../model/place-of-ref';
import { usePanel } from '../panel-context';
import { countOfWorkspace } from '../model/findings';
import { stageViews } from '../model/stage-view';
import { useSize } from '../parts/use-size';
import { FlowLabels } from './flow-labels';
import { Hub } from './hub';
import { markWishes } from './mark-wishes';
import { paperSize } from './paper-size';
import { SpokenMap } from './spoken-map';
import { StageNode } from './stage-node';
import { useRovingFocus } from './use-roving-focus';
import { useZoom } from './use-zoom';

const ASSUMED = { width: 600, height: 620 };

export interface DiagramHandle {
  focus(): void;
}

interface LifecycleDiagramProps {
  readonly lifecycle: Lifecycle;
  /** Stages the page in the detail pane touches; undefined when nothing dims the others. */
  readonly lit: ReadonlySet<string> | undefined;
  readonly onOpen: (stage: string, byKeyboard: boolean) => void;
  readonly handle: Ref<DiagramHandle>;
}

/** The lifecycle as a drawing: one tab stop, arrow keys along the stages, Enter opens. */
export function LifecycleDiagram({ lifecycle, lit, onOpen, handle }: LifecycleDiagramProps) {
  const { state, snapshot, index, overlay, go } = usePanel();
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box, ASSUMED);
  const [hovered, setHovered] = useState<string>();
  const stages = useMemo(() => index.stagesOf(lifecycle), [index, lifecycle]);
  const views = useMemo(() => stageViews(stages, snapshot, overlay), [stages, snapshot, overlay]);
  const paper = paperSize(size, overlay !== undefined);
  const { narrow } = paper;
  const geometry = useMemo(() => {
    const layout = layoutFor(lifecycle);
    // Beside a loop the marks take the room of the name of the file; the head of the overlay has it then.
    const wishes = overlay && markWishes(overlay, narrow);
    return narrow
      ? columnGeometry(lifecycle, stages, layout, paper.width, wishes)
      : loopGeometry(lifecycle, stages, layout, paper, wishes);
  }, [lifecycle, stages, paper.width, paper.height, narrow, overlay]);
  const scale = useZoom(box, paper.fit);
  const roving = useRovingFocus(lifecycle.stages, state.stage);
  useImperativeHandle(handle, () => ({ focus: roving.focusStop }), [roving.focusStop]);
  const active = stages.find((stage) => stage.id === (hovered ?? state.stage));
  const loop = geometry.orientation === 'loop';

  return (
    <div class={loop ? 'diagram around-loop' : 'diagram'} ref={box}>
      <div class="sheet" style={{ width: geometry.width * scale, height: geometry.height * scale }}>
        <div
          class="paper"
          style={{ width: geometry.width, height: geometry.height, transform: `scale(${scale})` }}
        >
          <svg
            class={`drawing ${geometry.orientation}`}
            width={geometry.width}
            height={geometry.height}
            viewBox={`0 0 ${geometry.width} ${geometry.height}`}
            role="group"
            aria-label={`${lifecycle.title}, ${stages.length} stages. Arrow keys move along them, Enter opens one.`}
            onKeyDown={roving.onKeyDown}
          >
            <Backdrop geometry={geometry} ringActive={touchesRing(lifecycle, geometry, active)} />
            <FlowEdges flows={geometry.flows} active={active?.id} />
            <Stores geometry={geometry} />
            {!active && <FlowLabels geometry={geometry} />}
            {geometry.nodes.map((node, at) => {
              const view = views[at];
              const id = node.stage.id;
              return (
                view && (
                  <StageNode
                    key={id}
                    node={node}
                    view={view}
                    fileName={view.here && (narrow || !overlay) ? snapshot.editor?.name : undefined}
                    selected={id === state.stage}
                    emphasis={lit && (lit.has(id) ? 'lit' : 'dimmed')}
                    tabStop={id === roving.stop}
                    register={roving.register(id)}
                    onFocus={() => roving.onFocus(id)}
                    onHover={(over) => setHovered(over ? id : undefined)}
                    onOpen={(byKeyboard) => onOpen(id, byKeyboard)}
                    onOpenMark={(ref) => go(placeOfRef(ref, { ...state, stage: id }, index))}
                  />
                )
              );
            })}
          </svg>
          <Hub geometry={geometry} active={active} count={countOfWorkspace(snapshot)} />
        </div>
      </div>
      <SpokenMap lifecycle={lifecycle} stages={stages} overlay={overlay} />
    </div>
  );
}

/** Whether the active stage is the one around the loop, or exchanges something with it. */
function touchesRing(lifecycle: Lifecycle, geometry: DiagramGeometry, active: Stage | undefined): boolean {
  const ring = geometry.around?.stage;
  if (ring === undefined || !active) return false;
  const ends = lifecycle.flows.map((flow) => [flow.from, flow.to]);
  return active.id === ring || ends.some((pair) => pair.includes(ring) && pair.includes(active.id));
}
