import { Disposable, type LogOutputChannel, type TreeView } from 'vscode';
import type { WorkspaceScan } from './workspace-scan';

/** Scans the workspace when one of the views is first looked at: not before anybody is interested. */
export function scanWhenVisible(
  views: readonly TreeView<unknown>[],
  scan: WorkspaceScan,
  log: LogOutputChannel,
): Disposable {
  const scanOnce = (visible: boolean): void => {
    if (!visible) return;
    // Nobody asked for this scan, so nobody is told of its failure but the log.
    scan
      .runOnce()
      .catch((error: unknown) => log.error(`The workspace could not be scanned: ${String(error)}`));
  };
  for (const view of views) scanOnce(view.visible);
  return Disposable.from(
    ...views.map((view) => view.onDidChangeVisibility(({ visible }) => scanOnce(visible))),
  );
}
