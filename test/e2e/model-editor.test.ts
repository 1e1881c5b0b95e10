import { existsSync, mkdirSync, ftruncateSync, openSync, closeSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { checkpoint, hostileGguf, maliciousPickle } from '../support/models/editor-samples';
import { EditorSession } from './support/editor-session';

const GIGABYTE = 1024 ** 3;

describe('the editor of model files, in a folder that is not trusted', () => {
  let session: EditorSession;
  let marker: string;

  const open = async (name: string): Promise<Locator> => {
    await session.workbench.open(name);
    const page = session.workbench.panel();
    await page.getByRole('heading', { name, exact: true }).waitFor({ state: 'attached', timeout: 20_000 });
    return page.locator('body');
  };
  const settled = async (page: Locator, answer: RegExp): Promise<void> => {
    await page.getByRole('heading', { name: answer }).waitFor({ timeout: 20_000 });
  };

  beforeAll(async () => {
    session = await EditorSession.open({ trustEverything: false, webHost: false });
    marker = join(session.folder, 'executed');
    const write = (name: string, content: Uint8Array) => writeFileSync(join(session.folder, name), content);
    write('evil.pkl', maliciousPickle(marker));
    write('checkpoint.pt', checkpoint());
    write('chat.gguf', hostileGguf());
    mkdirSync(join(session.folder, 'zoo'));
    write('zoo/a.pt', checkpoint());
    write('zoo/b.pkl', maliciousPickle(marker));
    const large = openSync(join(session.folder, 'large.npy'), 'w');
    const header =
      `{'descr': '<f4', 'fortran_order': False, 'shape': (${GIGABYTE / 4},), }`.padEnd(117) + '\n';
    writeSync(
      large,
      Buffer.concat([Buffer.from('\x93NUMPY\x01\x00\x76\x00', 'latin1'), Buffer.from(header)]),
    );
    ftruncateSync(large, GIGABYTE + 128);
    closeSync(large);
  });
  afterAll(async () => {
    await session.close();
  });

  it('says what a malicious pickle would do, and leads to the opcode that does it', async () => {
    onTestFailed(() => console.error(session.log().slice(-3000)));
    const page = await open('evil.pkl');
    await settled(page, /^Malicious/u);
    expect(await page.innerText()).toMatch(/starts a program or a process: os\.system\('touch/u);
    await session.picture('model-malicious');
    await page
      .getByRole('region', { name: 'Findings' })
      .getByRole('button', { name: /REDUCE/u })
      .first()
      .click();
    const shown = page.getByRole('table', { name: 'Disassembly' }).locator('.row-shown');
    await expect.poll(async () => shown.innerText()).toMatch(/REDUCE/u);
    await session.picture('model-malicious-opcode');
  });

  it('opens the disassembly as text', async () => {
    await session.workbench.panel().getByRole('button', { name: 'Open as text' }).click();
    const lines = session.page.locator('.monaco-editor .view-line');
    await expect.poll(async () => (await lines.allInnerTexts()).join('\n')).toMatch(/PROTO/u);
    // Its grammar gives the parts of a line colours of their own.
    const colours = session.page.locator('.monaco-editor .view-line').first().locator('span span');
    await expect.poll(async () => colours.count()).toBeGreaterThan(1);
    await session.picture('model-opcodes-as-text');
  });

  it('shows a clean checkpoint with its contents', async () => {
    const page = await open('checkpoint.pt');
    await settled(page, /^Safe to load$/u);
    await page.getByRole('tab', { name: /Contents/u }).click();
    await page.getByRole('treeitem', { name: /data\.pkl/u }).waitFor();
    await session.picture('model-clean');
  });

  it('marks the line of a chat template that reaches for Python', async () => {
    const page = await open('chat.gguf');
    await settled(page, /^Malicious/u);
    await page.getByRole('tab', { name: /Texts/u }).click();
    await expect.poll(async () => page.locator('.line-marked').first().innerText()).toMatch(/__globals__/u);
    await session.picture('model-template');
  });

  it('opens a gigabyte', async () => {
    const page = await open('large.npy');
    await settled(page, /^Safe to load$/u);
    expect(await page.innerText()).toMatch(/1\.1 GB/u);
    await session.picture('model-large');
  });

  it('lists the models of a folder, the worst first', async () => {
    await session.workbench.command('View: Show Explorer');
    await session.page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: 'zoo' })
      .first()
      .click({ button: 'right' });
    // A menu takes no click at once after it has opened; the keyboard it takes.
    await session.page.getByRole('menuitem', { name: 'Inspect Folder of Models' }).hover();
    await session.page.keyboard.press('Enter');
    onTestFailed(() => session.picture('model-folder-failed'));
    const title = session.page.locator('.quick-input-widget .quick-input-title');
    await expect.poll(async () => title.innerText()).toBe('Model files: 1 malicious, 1 safe');
    const rows = session.page.locator('.quick-input-list .monaco-list-row:visible');
    expect(await rows.first().innerText()).toMatch(/Malicious[^]*b\.pkl/u);
    await session.picture('model-folder');
    await session.page.keyboard.press('Escape');
  });

  it('marks the file in the explorer, and has had nothing executed', async () => {
    await session.workbench.command('View: Show Explorer');
    const row = session.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'evil.pkl' });
    await expect.poll(async () => row.first().evaluate((element) => element.outerHTML)).toMatch(/malicious/u);
    await session.picture('model-explorer');
    expect(existsSync(marker)).toBe(false);
  });
});

describe('the editor of model files in a browser', () => {
  let session: EditorSession;

  beforeAll(async () => {
    session = await EditorSession.open({ trustEverything: true, webHost: true });
    writeFileSync(join(session.folder, 'evil.pkl'), maliciousPickle('executed'));
  });
  afterAll(async () => {
    await session.close();
  });

  it('inspects a file that it is given as a whole', async () => {
    onTestFailed(() => session.picture('model-web-failed'));
    await session.workbench.open('evil.pkl');
    const page = session.workbench.panel();
    await page.getByRole('heading', { name: /^Malicious/u }).waitFor({ timeout: 40_000 });
    await page.getByRole('tab', { name: /Disassembly/u }).click();
    await page.getByRole('table', { name: 'Disassembly' }).getByText('PROTO').first().waitFor();
    await session.picture('model-web');
  });
});
