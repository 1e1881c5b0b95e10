import { usePanel } from '../panel-context';
import { Icon } from '../parts/icon';
import { ToolGroup } from '../parts/tool-group';
import { SearchBox } from '../search/search-box';
import { followsEditor } from '../state/follow-editor';
import { ExportMenu } from './export-menu';
import { ViewSwitch } from './view-switch';

/** What holds for every view: which view, the search, following the editor, the scan, exports. */
export function Toolbar({ onFollow }: { readonly onFollow: () => void }) {
  const { snapshot, state, post } = usePanel();
  return (
    <header class="toolbar">
      <ViewSwitch />
      <SearchBox />
      <ToolGroup label="Workspace" class="toolbar-actions">
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
        <ExportMenu />
      </ToolGroup>
      {snapshot.scanning && <div class="progress" role="progressbar" aria-label="Scanning the workspace" />}
    </header>
  );
}
