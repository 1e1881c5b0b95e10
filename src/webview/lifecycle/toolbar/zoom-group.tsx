import { usePanel } from '../panel-context';
import { Icon } from '../parts/icon';
import { ToolGroup } from '../parts/tool-group';
import { ZOOM } from '../state/panel-state';
import { zoomBy } from '../state/zoom-by';

/** Smaller, as large as there is room, larger. */
export function ZoomGroup() {
  const { state, zoom } = usePanel();
  const size = state.zoom ?? 1;
  return (
    <ToolGroup label="Zoom" class="zoom-group">
      <button
        type="button"
        class="icon-button"
        aria-label="Zoom out"
        title="Zoom out (Ctrl+wheel)"
        disabled={size <= ZOOM.least}
        onClick={() => zoom(zoomBy(size, -1))}
      >
        <Icon name="zoomOut" />
      </button>
      <button
        type="button"
        class="icon-button zoom-fit"
        aria-label={state.zoom === undefined ? 'Fit to the panel' : `Fit to the panel, now ${percent(size)}`}
        title="Fit to the panel"
        aria-pressed={state.zoom === undefined}
        onClick={() => zoom(undefined)}
      >
        {state.zoom === undefined ? <Icon name="fit" /> : percent(size)}
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Zoom in"
        title="Zoom in (Ctrl+wheel)"
        disabled={size >= ZOOM.most}
        onClick={() => zoom(zoomBy(size, 1))}
      >
        <Icon name="zoomIn" />
      </button>
    </ToolGroup>
  );
}

function percent(size: number): string {
  return `${Math.round(size * 100)}%`;
}
