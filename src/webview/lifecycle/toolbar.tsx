import type { Lifecycle } from '../../catalog/schema/lifecycle';
import { shortName } from './model/lifecycle-name';
import { usePanel } from './panel-context';
import { Icon } from './parts/icon';
import { followsEditor } from './state/follow-editor';
import { INITIAL_STATE } from './state/panel-state';

interface ToolbarProps {
  readonly onLifecycle: (id: string) => void;
  readonly onFollow: () => void;
}

/** Which lifecycle, whether the panel follows the editor, and the scan. */
export function Toolbar({ onLifecycle, onFollow }: ToolbarProps) {
  const { snapshot, state, post } = usePanel();
  return (
    <header class="toolbar">
      <div class="switch" role="group" aria-label="Lifecycle">
        {initialFirst(snapshot.catalog.lifecycles).map((lifecycle) => (
          <button
            key={lifecycle.id}
            type="button"
            aria-pressed={lifecycle.id === state.lifecycle}
            onClick={() => onLifecycle(lifecycle.id)}
          >
            {shortName(lifecycle)}
          </button>
        ))}
      </div>
      <div class="toolbar-actions">
        <button
          type="button"
          class="tool-button"
          aria-pressed={followsEditor(state, snapshot)}
          title="Turn to the stage of the file in front"
          onClick={onFollow}
        >
          <Icon name="follow" /> <span class="tool-text">Follow editor</span>
        </button>
        <button
          type="button"
          class="tool-button"
          disabled={snapshot.scanning}
          title="Analyse every file of the workspace"
          onClick={() => post({ type: 'scan' })}
        >
          <Icon name="scan" />{' '}
          <span class="tool-text">{snapshot.scanning ? 'Scanning' : 'Scan workspace'}</span>
        </button>
      </div>
      {snapshot.scanning && <div class="progress" role="progressbar" aria-label="Scanning the workspace" />}
    </header>
  );
}

/** The lifecycle the panel starts with comes first, the others as the catalog has them. */
function initialFirst(lifecycles: readonly Lifecycle[]): Lifecycle[] {
  const rank = (lifecycle: Lifecycle) => Number(lifecycle.id !== INITIAL_STATE.lifecycle);
  return [...lifecycles].sort((a, b) => rank(a) - rank(b));
}
