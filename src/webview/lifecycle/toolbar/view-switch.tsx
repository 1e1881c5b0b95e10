import type { PanelView } from '../../../protocol/panel';
import { usePanel } from '../panel-context';
import { ToolGroup } from '../parts/tool-group';

const VIEWS: readonly (readonly [view: PanelView, name: string, title: string])[] = [
  ['diagram', 'Diagram', 'The lifecycle as a drawing'],
  ['compare', 'Compare', 'What changes for LLMs, stage by stage'],
  ['crosswalk', 'Crosswalk', 'Two frameworks side by side'],
  ['lineage', 'Lineage', 'From data to training to models to services, in this workspace'],
];

/** Turns between the views. */
export function ViewSwitch() {
  const { state, turn } = usePanel();
  return (
    <ToolGroup label="View" class="switch">
      {VIEWS.map(([view, name, title]) => (
        <button
          key={view}
          type="button"
          aria-pressed={state.view === view}
          title={title}
          onClick={() => turn({ view })}
        >
          {name}
        </button>
      ))}
    </ToolGroup>
  );
}
