import type { Browser } from 'playwright-core';
import { openScene } from './open-scene';
import type { Scene } from './scenes';

const RUNS = 7;
const PLACE = { lifecycle: 'mlsecops', followEditor: false } as const;

const CASES: Readonly<Record<string, Scene>> = {
  'lifecycle, 2,000 findings': { state: PLACE, query: { snapshot: '2000' } },
  'stage, 2,000 findings': { state: { ...PLACE, stage: 'experimentation' }, query: { snapshot: '2000' } },
  'overlay, 2,000 findings': { state: { ...PLACE, overlay: 'owasp-ml-2023' }, query: { snapshot: '2000' } },
  'lifecycle, 10,000 findings': { state: PLACE, query: { snapshot: '10000' } },
  'crosswalk, ATLAS and AI RMF': {
    state: { ...PLACE, view: 'crosswalk', crosswalk: { rows: 'mitre-atlas', columns: 'nist-ai-rmf' } },
    query: { snapshot: '2000' },
  },
};

/** Time from the catalog and the snapshot to the picture on the screen, in several fresh pages each. */
export async function measureDrawing(browser: Browser, address: string): Promise<string[]> {
  const lines: string[] = [];
  for (const [name, scene] of Object.entries(CASES)) {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const page = await openScene(browser, address, scene, 'dark', [1100, 800]);
      const drawn = await page.waitForFunction(
        () => (window as unknown as { preview: { drawn?: number } }).preview.drawn,
      );
      times.push(Number(await drawn.jsonValue()));
      await page.close();
    }
    times.sort((a, b) => a - b);
    const show = (at: number) => `${Math.round(times[at] ?? 0)} ms`;
    lines.push(`first drawing, ${name}: median ${show(RUNS >> 1)}, worst ${show(RUNS - 1)}`);
  }
  return lines;
}
