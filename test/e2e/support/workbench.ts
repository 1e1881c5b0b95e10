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
    await this.quickInput('F1', `>${label}`, label);
  }

  /** Runs a command that opens a quick pick, and chooses an entry of it. */
  async commandAndPick(label: string, choice: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: choice }).first();
    await this.anew(async (timeout) => {
      await this.command(label);
      await row.click({ timeout });
    });
  }

  /** Runs a command that opens a quick pick, and types into it. */
  async commandAndType(label: string, typed: string): Promise<void> {
    await this.anew(async (timeout) => {
      await this.command(label);
      await this.quickInputBox.fill(typed, { timeout });
    });
  }

  /** Confirms the dialog for saving a file with the name that it proposes. */
  async saveAsProposed(name: string): Promise<void> {
    await this.page.waitForFunction(
      (end) =>
        document
          .querySelector<HTMLInputElement>('.quick-input-widget .quick-input-box input')
          ?.value.endsWith(end),
      name,
    );
    await this.page.keyboard.press('Enter');
  }

  /** Opens a file by its name through quick open, at a line (from 1) when one is given. */
  async openFile(name: string, line?: number): Promise<EditorPart> {
    await this.quickInput('Control+P', line === undefined ? name : `${name}:${line}`, name);
    const editor = this.editor(name);
    await editor.ready();
    return editor;
  }

  /** Opens a file by its name through quick open, in whatever editor shows it. */
  async open(name: string): Promise<void> {
    await this.quickInput('Control+P', name, name);
  }

  /** Types into the quick input and takes the first row with a text. */
  private async quickInput(key: string, typed: string, row: string): Promise<void> {
    await this.anew(async (timeout) => {
      await this.page.keyboard.press(key);
      await this.quickInputBox.fill(typed, { timeout });
      await this.page
        .locator('.quick-input-list .monaco-list-row', { hasText: row })
        .first()
        .click({ timeout });
    });
  }

  private get quickInputBox(): Locator {
    return this.page.locator('.quick-input-widget .quick-input-box input');
  }

  /** Another part may take the focus, which closes a quick input; the whole is then done anew. */
  private async anew(way: (timeout: number) => Promise<void>): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await way(5000);
        return;
      } catch (error) {
        if (attempt === 5) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  editor(name: string): EditorPart {
    return new EditorPart(this.page, name);
  }

  /** Shows our view container. */
  async showContainer(): Promise<void> {
    // A click on the icon of a container that is shown would close it. Its headers are there when its views are closed, too.
    if (await this.page.locator('.pane-header', { hasText: 'AI Supply Chain' }).first().isVisible()) return;
    // The label stands on the link inside the item; the tab itself has none until it was focused.
    await this.page
      .locator('[id="workbench.parts.activitybar"] .action-item:has([aria-label^="MLSecOps"])')
      .first()
      .click();
  }

  /** Opens one view of our container and closes the others, so that all its rows are on screen. */
  async showOnly(shown: string): Promise<void> {
    await this.showContainer();
    for (const name of ['Lifecycle', 'Findings', 'AI Supply Chain', 'Maturity']) {
      const header = this.page.locator('.pane-header', { hasText: name }).first();
      if ((await header.getAttribute('aria-expanded')) !== String(name === shown))
        // At its begin: its buttons show when the mouse is over it.
        await header.click({ position: { x: 12, y: 10 } });
    }
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
    return this.page
      .locator('iframe.webview.ready')
      .last()
      .contentFrame()
      .frameLocator('iframe#active-frame');
  }

  tab(name: string | RegExp): Locator {
    return this.page.getByRole('tab', { name });
  }

  statusItem(id: string): Locator {
    return this.page.locator(`.statusbar-item[id="${id}"]`);
  }

  /** A notification that holds a text. */
  notification(text: string | RegExp): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item', { hasText: text }).first();
  }

  /** Texts of the notifications that are shown. */
  async notifications(): Promise<readonly string[]> {
    return this.page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();
  }
}
