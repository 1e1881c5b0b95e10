import { chromium as playwright } from 'playwright-core';
import { chromium, CHROMIUM_FLAGS } from '../vscode/chromium';
import { axeViolations } from './check-axe';
import { buildPreview, PREVIEW_FOLDER } from './build-preview';
import { measureDrawing } from './measure-drawing';
import { openScene } from './open-scene';
import { SCENES, THEMES } from './scenes';
import { serveFolder } from './serve-folder';

/**
 * Runs axe over every scene in every theme, in a real browser, and measures the first drawing with 2,000 findings. Arguments
 * narrow the scenes down, as for the screenshots. Fails when axe finds something.
 */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  await buildPreview();
  const server = await serveFolder(PREVIEW_FOLDER);
  const browser = await playwright.launch({ executablePath: await chromium(), args: [...CHROMIUM_FLAGS] });
  let pages = 0;
  let problems = 0;
  try {
    for (const theme of Object.keys(THEMES)) {
      for (const [name, scene] of Object.entries(SCENES)) {
        if (!wanted.every((word) => `${name}-${theme}`.includes(word))) continue;
        if (wanted.length === 0 && isOneOfMany(name)) continue;
        const page = await openScene(browser, server.address, scene, theme, [1100, 800]);
        const violations = await axeViolations(page);
        await page.close();
        pages += 1;
        problems += violations.length;
        for (const violation of violations) console.log(`${name}-${theme}: ${violation}`);
      }
    }
    console.log(`axe: ${pages} pages in ${Object.keys(THEMES).length} themes, ${problems} violations`);
    for (const line of await measureDrawing(browser, server.address)) console.log(line);
  } finally {
    await browser.close();
    server.stop();
  }
  if (problems > 0) process.exitCode = 1;
}

/** Overlays differ in their marks alone, so that a few of them stand for all; name one to look at it. */
function isOneOfMany(name: string): boolean {
  return (
    name.includes('overlay-') &&
    !/overlay-(?:artifacts|roles|as-DS|owasp-llm-2026|open-closed|maturity)$/u.test(name)
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
