import type { Lifecycle } from '../../../catalog/schema/lifecycle';
import { shortName } from '../model/lifecycle-name';
import { usePanel } from '../panel-context';
import { ToolGroup } from '../parts/tool-group';
import { INITIAL_STATE } from '../state/panel-state';

/** Turns between the lifecycles; view and overlay stay. */
export function LifecycleSwitch() {
  const { state, index, turn } = usePanel();
  return (
    <ToolGroup label="Lifecycle" class="switch">
      {initialFirst(index.catalog.lifecycles).map((lifecycle) => (
        <button
          key={lifecycle.id}
          type="button"
          aria-pressed={lifecycle.id === state.lifecycle}
          onClick={() => turn({ lifecycle: lifecycle.id })}
        >
          {shortName(lifecycle)}
        </button>
      ))}
    </ToolGroup>
  );
}

/** The lifecycle the panel starts with comes first, the others as the catalog has them. */
function initialFirst(lifecycles: readonly Lifecycle[]): Lifecycle[] {
  const rank = (lifecycle: Lifecycle) => Number(lifecycle.id !== INITIAL_STATE.lifecycle);
  return [...lifecycles].sort((a, b) => rank(a) - rank(b));
}
