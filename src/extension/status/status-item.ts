import { StatusBarAlignment, window, type Disposable } from 'vscode';
import { countText } from '../findings/finding-text';
import type { FindingsStore } from '../findings/findings-store';
import { VIEWS } from '../names/views';
import type { WorkspaceScan } from '../scan/workspace-scan';
import { coalesce } from '../support/coalesce';
import { Owner } from '../support/owner';
import { scanText } from './status-text';

const REDRAW_MS = 200;

/** Status bar: how many findings there are; a click goes to them. Hidden while there is nothing to say. */
export class StatusItem implements Disposable {
  private readonly owner = new Owner();

  constructor(store: FindingsStore, scan: WorkspaceScan) {
    const item = this.owner.own(window.createStatusBarItem('mlsecops.findings', StatusBarAlignment.Left, 40));
    item.name = 'MLSecOps findings';
    item.command = `${VIEWS.findings}.focus`;
    const draw = (): void => {
      const count = store.all().length;
      const { progress } = scan;
      item.text = progress ? `$(sync~spin) ${scanText(progress)}` : `$(shield) ${count}`;
      item.tooltip = `MLSecOps: ${progress ? scanText(progress) : countText(count)}`;
      item.accessibilityInformation = { label: item.tooltip };
      if (progress || scan.done || count > 0) item.show();
      else item.hide();
    };
    const redraw = this.owner.own(coalesce(draw, REDRAW_MS));
    this.owner.own(store.onDidChange(redraw));
    this.owner.own(scan.onDidChange(redraw));
  }

  dispose(): void {
    this.owner.dispose();
  }
}
