import { mkdir } from 'node:fs/promises';
import { chromium as playwright } from 'playwright-core';
import { chromium, CHROMIUM_FLAGS } from '../vscode/chromium';
import { buildPreview, PREVIEW_FOLDER } from './build-preview';
import { openScene } from './open-scene';
import { SCENES, SIZES, THEMES } from './scenes';
import { serveFolder } from './serve-folder';

/**
 * Takes pictures of the panel into `build/preview/shots`. Arguments narrow them down: each must occur in the name of a
 * picture (`npx tsx scripts/preview/screenshots.ts stage hc-`).
 */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const shots = `${PREVIEW_FOLDER}/shots`;
  await mkdir(shots, { recursive: true });
  await buildPreview();
  const server = await serveFolder(PREVIEW_FOLDER);
  const browser = await playwright.launch({ executablePath: await chromium(), args: [...CHROMIUM_FLAGS] });
  try {
    for (const theme of Object.keys(THEMES)) {
      for (const size of SIZES) {
        for (const [sceneName, scene] of Object.entries(SCENES)) {
          const name = `${sceneName}-${theme}-${size[0]}`;
          if (!wanted.every((word) => name.includes(word))) continue;
          const page = await openScene(browser, server.address, scene, theme, size);
          await page.screenshot({ path: `${shots}/${name}.png` });
          await page.close();
          console.log(`${shots}/${name}.png`);
        }
      }
    }
  } finally {
    await browser.close();
    server.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
