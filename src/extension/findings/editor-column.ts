import { TabInputWebview, ViewColumn, window } from 'vscode';

/**
 * Where to open a file that a finding is in: where the user works, but never over a panel. Coming from the lifecycle panel
 * that is the group beside it.
 */
export function editorColumn(): ViewColumn {
  const { activeTabGroup, all } = window.tabGroups;
  if (!(activeTabGroup.activeTab?.input instanceof TabInputWebview)) return ViewColumn.Active;
  const other = all.find(
    (group) => group !== activeTabGroup && !(group.activeTab?.input instanceof TabInputWebview),
  );
  return other?.viewColumn ?? ViewColumn.Beside;
}
