import type { Locator, Page } from 'playwright-core';

/** One text editor. */
export class EditorPart {
  private readonly root: Locator;

  constructor(
    private readonly page: Page,
    name: string,
  ) {
    this.root = page.locator(`.monaco-editor[data-uri$="${name}"]`).first();
  }

  async ready(): Promise<void> {
    await this.root.locator('.view-line').first().waitFor();
  }

  /** Squiggles of a severity that are on screen. */
  squiggles(severity: 'error' | 'warning' | 'info'): Locator {
    return this.root.locator(`.squiggly-${severity}`);
  }

  /** The line that holds a text and is on screen. */
  line(text: string): Locator {
    return this.root.locator('.view-line', { hasText: text }).first();
  }

  /** Puts the cursor into the first word of a line that holds `text`. */
  async placeCursor(text: string): Promise<void> {
    await this.root
      .locator('.view-line span span', { hasText: text })
      .first()
      .click({ position: { x: 4, y: 8 } });
  }

  /** Rests the mouse on a text and gives the hover. */
  async hover(text: string): Promise<Locator> {
    const target = this.root.locator('.view-line span span', { hasText: text }).first();
    const hover = this.page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').first();
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await target.hover();
      const shown = await hover.waitFor({ timeout: 4000 }).then(
        () => true,
        () => false,
      );
      if (shown) return hover;
      await this.page.mouse.move(5, 5);
    }
    throw new Error(`no hover on ${text}`);
  }

  /** Labels of the quick fixes at the cursor; leaves the menu open. */
  async quickFixes(): Promise<readonly string[]> {
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await this.page.keyboard.press('Control+.');
      const shown = await rows
        .first()
        .waitFor({ timeout: 3000 })
        .then(
          () => true,
          () => false,
        );
      if (shown) return rows.allInnerTexts();
      await this.page.keyboard.press('Escape');
    }
    return [];
  }

  async applyQuickFix(label: string): Promise<void> {
    await this.page.locator('.action-widget .monaco-list-row.action', { hasText: label }).first().click();
  }

  /** What is on screen, line by line. */
  async text(): Promise<string> {
    const lines = await this.root.locator('.view-line').allInnerTexts();
    return lines.map((line) => line.replaceAll('\u00a0', ' ')).join('\n');
  }
}
