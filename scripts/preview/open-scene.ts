import type { Browser, Page } from 'playwright-core';
import { THEMES, type Scene } from './scenes';

/** A scene at a size and in a theme, drawn and ready to be looked at. */
export async function openScene(
  browser: Browser,
  address: string,
  scene: Scene,
  theme: string,
  [width, height]: readonly [number, number],
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height } });
  page.on('pageerror', (error) => console.error(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(`${page.url()}: ${message.text()}`);
  });
  const query = new URLSearchParams({ theme, body: THEMES[theme] ?? '', ...scene.query });
  const state = scene.state ? `#${encodeURIComponent(JSON.stringify(scene.state))}` : '';
  await page.goto(`${address}?${query.toString()}${state}`);
  await page
    .locator(scene.query?.loading === undefined ? 'main h2' : '.loading')
    .first()
    .waitFor();
  if (scene.search !== undefined) {
    await page.locator('.search input').fill(scene.search);
    await page.waitForTimeout(400);
  }
  if (scene.click !== undefined) await page.locator(scene.click).first().click();
  return page;
}
