import { chromium as playwright } from 'playwright-core';
import { buildPreview, PREVIEW_FOLDER } from '../preview/build-preview';
import { measureDrawing } from '../preview/measure-drawing';
import { serveFolder } from '../preview/serve-folder';
import { chromium, CHROMIUM_FLAGS } from '../vscode/chromium';

/** Times from the panel's data to its picture, in a real browser, as a Markdown list. The budget is 300 ms. */
export async function panelList(): Promise<string> {
  await buildPreview();
  const server = await serveFolder(PREVIEW_FOLDER);
  const browser = await playwright.launch({ executablePath: await chromium(), args: [...CHROMIUM_FLAGS] });
  try {
    const lines = await measureDrawing(browser, server.address);
    return lines.map((line) => `- ${line}`).join('\n');
  } finally {
    await browser.close();
    server.stop();
  }
}
