import type { Locator, Page } from 'playwright-core';

/** One of our tree views. */
export class TreeView {
  readonly tree: Locator;

  constructor(
    private readonly page: Page,
    private readonly name: string,
  ) {
    this.tree = page.getByRole('tree', { name: new RegExp(`^${name}`, 'u') });
  }

  row(text: string | RegExp): Locator {
    return this.tree.getByRole('treeitem', { name: text }).first();
  }

  rows(): Locator {
    return this.tree.getByRole('treeitem');
  }

  async labels(): Promise<readonly string[]> {
    return this.rows().evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
  }

  /** A button in the title bar of the view; the bar shows on hover. */
  async titleAction(label: string): Promise<void> {
    const header = this.page.locator('.pane-header', { hasText: this.name }).first();
    await header.hover();
    await header.getByRole('button', { name: label }).first().click();
  }
}
