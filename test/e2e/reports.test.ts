import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { EditorSession } from './support/editor-session';

let session: EditorSession;
const saved = (name: string): string => readFileSync(join(session.folder, name), 'utf8');
const labels = async (view: string): Promise<string> =>
  (await session.workbench.view(view).labels()).join('\n');

/** Saves a report of a kind under the name that is proposed, and waits until the editor says so. */
async function saveReport(kind: string, name: string): Promise<void> {
  await session.workbench.commandAndPick('MLSecOps: Save Report…', kind);
  await session.workbench.saveAsProposed(name);
  await session.workbench.notification(`saved as ${name}`).waitFor({ timeout: 60_000 });
}

async function openSaved(): Promise<void> {
  await session.workbench.notification('saved as').getByRole('button', { name: 'Open' }).click();
}

describe('reports from a folder that is not trusted and whose project file is broken', () => {
  beforeAll(async () => {
    session = await EditorSession.open({ trustEverything: false, webHost: false });
    writeFileSync(
      join(session.folder, '.mlsecops.yaml'),
      'preset: recomended\nexclude: [unterminated\npolicy: 7\n',
    );
  });
  afterAll(async () => {
    await session.close();
  });

  it('lists parts and maturity all the same', async () => {
    await session.workbench.showOnly('AI Supply Chain');
    await expect.poll(() => labels('AI Supply Chain'), { timeout: 60_000 }).toMatch(/^Models, \d+ parts$/mu);
    await session.picture('restricted-parts');
    await session.workbench.showOnly('Maturity');
    await expect.poll(() => labels('Maturity')).toMatch(/^Level \d: /mu);
    await session.picture('restricted-maturity');
  });

  it('saves a page from the button of the view, and opens it in a tab', async () => {
    onTestFailed(() => session.picture('report-page-failed'));
    await session.workbench.view('Maturity').titleAction('Save Report…');
    await session.page.locator('.quick-input-list .monaco-list-row', { hasText: 'HTML page' }).click();
    await session.workbench.saveAsProposed('mlsecops-report.html');
    await session.workbench.notification('saved as mlsecops-report.html').waitFor({ timeout: 60_000 });
    expect(saved('mlsecops-report.html')).toMatch(/^<!doctype html>/u);
    await openSaved();
    const page = session.workbench.panel();
    await page.getByRole('heading', { name: 'examples' }).first().waitFor();
    // What is wrong in the project file is told in it, with the line.
    await expect.poll(() => page.locator('#not-read').innerText()).toMatch(/\.mlsecops\.yaml:\d+: /u);
    await session.picture('report-page');
  });

  it('takes the lineage away as a drawing, and as a picture', async () => {
    onTestFailed(() => session.picture('lineage-export-failed'));
    await session.workbench.command('MLSecOps: Open Lifecycle');
    const panel: FrameLocator = session.workbench.panel();
    await panel.getByRole('button', { name: 'Lineage', exact: true }).click();
    await panel.getByRole('group', { name: /^Lineage of this workspace/u }).waitFor();
    for (const [item, name, begins] of [
      ['Drawing as SVG', 'lineage.svg', '<svg '],
      ['Drawing as PNG', 'lineage.png', '\ufffdPNG'],
    ] as const) {
      await panel.getByRole('button', { name: 'Export', exact: true }).click();
      await panel.getByRole('menuitem', { name: item }).click();
      await session.workbench.saveAsProposed(name);
      await expect.poll(() => existsSync(join(session.folder, name)) && saved(name)).toContain(begins);
    }
    await session.picture('lineage-exported');
  });

  it('writes the bill of materials from the lineage', async () => {
    onTestFailed(() => session.picture('lineage-bom-failed'));
    const panel = session.workbench.panel();
    await panel.getByRole('button', { name: 'Export', exact: true }).click();
    await panel.getByRole('menuitem', { name: /AI-BOM/u }).click();
    await session.page.locator('.quick-input-list .monaco-list-row', { hasText: 'CycloneDX 1.7' }).click();
    await session.workbench.saveAsProposed('ai-bom.cdx.json');
    await expect
      .poll(() => existsSync(join(session.folder, 'ai-bom.cdx.json')) && saved('ai-bom.cdx.json'))
      .toContain('"specVersion": "1.7"');
  });
});

describe('reports in a browser', () => {
  beforeAll(async () => {
    session = await EditorSession.open({ trustEverything: true, webHost: true });
  });
  afterAll(async () => {
    await session.close();
  });

  it('lists parts and maturity', async () => {
    await session.workbench.showOnly('AI Supply Chain');
    await expect.poll(() => labels('AI Supply Chain'), { timeout: 60_000 }).toMatch(/^Models, \d+ parts$/mu);
    await session.workbench.showOnly('Maturity');
    await expect.poll(() => labels('Maturity')).toMatch(/^Level \d: /mu);
    await session.picture('web-maturity');
  });

  it('saves Markdown and shows it as a reader sees it', async () => {
    onTestFailed(() => session.picture('web-report-failed'));
    await saveReport('Markdown', 'mlsecops-report.md');
    expect(saved('mlsecops-report.md')).toMatch(/^# examples: MLSecOps report\n/u);
    await openSaved();
    await session.workbench
      .panel()
      .getByRole('heading', { name: 'examples: MLSecOps report' })
      .waitFor({ timeout: 30_000 });
    await session.picture('web-report-markdown');
  });
});

describe('a folder without AI code', () => {
  beforeAll(async () => {
    session = await EditorSession.open({ trustEverything: true, webHost: false }, (folder) =>
      writeFileSync(join(folder, 'notes.txt'), 'Nothing to see here.\n'),
    );
  });
  afterAll(async () => {
    await session.close();
  });

  it('says in the view what there is not, and what to do', async () => {
    onTestFailed(() => session.picture('empty-parts-failed'));
    await session.workbench.showOnly('AI Supply Chain');
    const welcome = session.page.locator('.welcome-view-content:visible');
    await expect.poll(() => welcome.innerText(), { timeout: 60_000 }).toMatch(/found no models/u);
    await welcome.getByRole('button', { name: 'Open Project File' }).waitFor();
    await session.picture('empty-parts');
  });

  it('has a maturity with a next step', async () => {
    await session.workbench.showOnly('Maturity');
    await expect.poll(() => labels('Maturity')).toMatch(/^Next: /mu);
    await session.picture('empty-maturity');
  });

  it('has a report too', async () => {
    onTestFailed(() => session.picture('empty-report-failed'));
    await saveReport('JSON', 'mlsecops-report.json');
    expect(JSON.parse(saved('mlsecops-report.json'))).toMatchObject({ findings: [], totals: { parts: 0 } });
    await openSaved();
    await session.workbench.editor('mlsecops-report.json').ready();
    await session.picture('empty-report');
  });

  it('says beside the lifecycle what a lineage is drawn from', async () => {
    await session.workbench.command('MLSecOps: Open Lifecycle');
    const panel = session.workbench.panel();
    await panel.getByRole('button', { name: 'Lineage', exact: true }).click();
    await panel.getByText('Nothing in this workspace says what was made from what.').waitFor();
    await session.picture('empty-lineage');
  });
});
