import type { FrameLocator, Locator, Page } from 'playwright-core';
import { EditorPart } from './editor-part';
import { TreeView } from './tree-view';

/** The parts of VS Code's window that tests use, by role where VS Code gives one. */
export class Workbench {
  constructor(readonly page: Page) {}

  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
    await this.page.locator('[id="workbench.parts.statusbar"] .statusbar-item').first().waitFor();
  }

  /** Runs a command from the palette by its whole label, `MLSecOps: Scan Workspace`. */
  async command(label: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget .quick-input-box input');
    // Another part may take the focus while the window starts; the palette is then asked for again.
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await this.page.keyboard.press('F1');
      if (await appears(input, 3000)) break;
    }
    await input.fill(`>${label}`);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first().click();
  }

  /** Chooses an entry of a quick pick that is open. */
  async pick(label: string): Promise<void> {
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first().click();
  }

  /** Opens a file by its name through quick open, at a line (from 1) when one is given. */
  async openFile(name: string, line?: number): Promise<EditorPart> {
    const input = this.page.locator('.quick-input-widget .quick-input-box input');
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await this.page.keyboard.press('Control+P');
      if (await appears(input, 3000)) break;
    }
    await input.fill(line === undefined ? name : `${name}:${line}`);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
    const editor = this.editor(name);
    await editor.ready();
    return editor;
  }

  editor(name: string): EditorPart {
    return new EditorPart(this.page, name);
  }

  /** Shows our view container. */
  async showContainer(): Promise<void> {
    const icon = this.page.locator('[id="workbench.parts.activitybar"] [role=tab][aria-label^="MLSecOps"]');
    if ((await icon.getAttribute('aria-selected')) !== 'true') await icon.click();
  }

  view(name: string): TreeView {
    return new TreeView(this.page, name);
  }

  /** The badge of our activity-bar icon; empty without one. */
  async badge(): Promise<string> {
    const badge = this.page.locator(
      '[id="workbench.parts.activitybar"] .action-item:has([aria-label^="MLSecOps"]) .badge-content',
    );
    return (await badge.count()) > 0 ? badge.first().innerText() : '';
  }

  /** The content of the webview that is shown. */
  panel(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
  }

  tab(name: string | RegExp): Locator {
    return this.page.getByRole('tab', { name });
  }

  statusItem(id: string): Locator {
    return this.page.locator(`.statusbar-item[id="${id}"]`);
  }

  /** Texts of the notifications that are shown. */
  async notifications(): Promise<readonly string[]> {
    return this.page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();
  }
}

async function appears(locator: Locator, timeout: number): Promise<boolean> {
  return locator.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}
