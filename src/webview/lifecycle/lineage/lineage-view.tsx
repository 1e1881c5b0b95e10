import { useEffect, useMemo, useRef } from 'preact/hooks';
import { LineageBackdrop } from '../../../diagram/lineage/lineage-backdrop';
import { lineageGeometry } from '../../../diagram/lineage/lineage-geometry';
import { linksInWords } from '../../../diagram/lineage/lineage-words';
import type { LineageInput } from '../../../diagram/lineage/lineage-input';
import { OverlayLegend } from '../overlay/overlay-legend';
import { usePanel } from '../panel-context';
import { useRovingFocus } from '../diagram/use-roving-focus';
import { useZoom } from '../diagram/use-zoom';
import { useSize } from '../parts/use-size';
import { ZoomGroup } from '../toolbar/zoom-group';
import { LineageButton } from './lineage-button';
import { NoLineage } from './no-lineage';

/** Smaller than this nothing is legible: then the drawing scrolls. */
const SMALLEST = 0.75;

/** The way from data through training to models and services, as far as the workspace tells. */
export function LineageView() {
  const { supply } = usePanel();
  const lineage = supply?.lineage;
  return (
    <section class="main-pane lineage" aria-label="Lineage">
      {lineage && lineage.nodes.length > 0 ? <Picture lineage={lineage} /> : <NoLineage />}
    </section>
  );
}

function Picture({ lineage }: { readonly lineage: LineageInput }) {
  const { state, go } = usePanel();
  const box = useRef<HTMLDivElement>(null);
  const geometry = useMemo(() => lineageGeometry(lineage), [lineage]);
  const { width, height, nodes } = geometry;
  const pane = useSize(box, { width, height });
  const scale = useZoom(box, Math.max(SMALLEST, Math.min(1, pane.width / width)));
  // It is read from the left, whatever a drawing around a middle would begin with.
  useEffect(() => {
    if (box.current) box.current.scrollLeft = 0;
  }, [box]);
  const roving = useRovingFocus(
    nodes.map(({ node }) => node.id),
    state.part,
  );
  return (
    <>
      <div class="view-bar">
        <OverlayLegend legend={lineage.legend} />
        <ZoomGroup />
      </div>
      <div class="diagram" ref={box}>
        <div class="sheet" style={{ width: width * scale, height: height * scale }}>
          <div class="paper" style={{ width, height, transform: `scale(${scale})` }}>
            <svg
              class="drawing"
              width={width}
              height={height}
              viewBox={`0 0 ${width} ${height}`}
              role="group"
              aria-label={`Lineage of this workspace, ${nodes.length} parts. Arrow keys move along them, Enter opens one.`}
              onKeyDown={roving.onKeyDown}
            >
              <LineageBackdrop geometry={geometry} active={state.part} />
              {nodes.map((placed) => (
                <LineageButton
                  key={placed.node.id}
                  placed={placed}
                  selected={placed.node.id === state.part}
                  tabStop={placed.node.id === roving.stop}
                  register={roving.register(placed.node.id)}
                  onFocus={() => roving.onFocus(placed.node.id)}
                  onOpen={() => go({ part: placed.node.id })}
                />
              ))}
            </svg>
          </div>
        </div>
        <ul class="visually-hidden" aria-label="What flows where">
          {linksInWords(geometry).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    </>
  );
}
