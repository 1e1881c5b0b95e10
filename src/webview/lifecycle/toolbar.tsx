import { usePanel } from './panel-context';
import { Icon } from './parts/icon';

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
        {snapshot.catalog.lifecycles.map((lifecycle) => (
          <button
            key={lifecycle.id}
            type="button"
            aria-pressed={lifecycle.id === state.lifecycle}
            onClick={() => onLifecycle(lifecycle.id)}
          >
            {lifecycle.title}
          </button>
        ))}
      </div>
      <div class="toolbar-actions">
        <button
          type="button"
          class="tool-button"
          aria-pressed={state.followEditor}
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
