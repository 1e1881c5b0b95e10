import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { checkpoint } from '../support/models/editor-samples';
import { keyPair, pemOf } from '../support/signing/certificates';
import { bundleOf, sha256, statementOf } from '../support/signing/oms';
import { EditorSession } from './support/editor-session';

const key = keyPair();

/** Writes a folder of models with its signature, and the key beside it. */
function plant(folder: string): void {
  const files = { 'weights.pt': Buffer.from(checkpoint()), 'config.json': Buffer.from('{}\n') };
  const resources = Object.entries(files).map(([name, content]) => ({
    name,
    digest: sha256(content),
    algorithm: 'sha256',
  }));
  mkdirSync(join(folder, 'signed'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, 'signed', name), content);
  const signature = JSON.stringify(bundleOf({ statement: statementOf(resources), key }));
  writeFileSync(join(folder, 'signed/model.sig'), signature);
  writeFileSync(join(folder, 'unsigned.pt'), files['weights.pt']);
  writeFileSync(join(folder, 'release.pub'), pemOf(key));
}

describe('the signature of a model, in a folder that is trusted', () => {
  let session: EditorSession;
  const card = (): Locator => session.workbench.panel().getByRole('region', { name: 'Signature' });
  const row = (name: string): Locator =>
    session.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
  /** With its tooltip, which is where a mark says what it means. */
  const mark = async (): Promise<string> => row('weights.pt').evaluate((element) => element.outerHTML);
  const policy = (file: string, models: string): void =>
    writeFileSync(join(session.folder, file), `models:\n  must-be-signed: [${models}]\n`);

  beforeAll(async () => {
    session = await EditorSession.open({ trustEverything: true, webHost: false });
    plant(session.folder);
    policy('.mlsecops.yaml', '{ path: signed/, key: release.pub }');
  });
  afterAll(async () => {
    await session.close();
  });

  it('is not called good before it was verified', async () => {
    onTestFailed(() => console.error(session.log().slice(-3000)));
    await session.workbench.open('unsigned.pt');
    await expect.poll(async () => card().innerText()).toBe('No signature lies beside it.');
    await session.picture('signature-none');
    await session.workbench.open('weights.pt');
    await expect.poll(async () => card().innerText()).toMatch(/model\.sig\)\. It has not been verified/u);
    await session.picture('signature-unverified');
  });

  it('is verified by the policy of the project, on request', async () => {
    onTestFailed(() => session.picture('signature-verified-failed'));
    await card().getByRole('button', { name: 'Verify Signature' }).click();
    await expect.poll(async () => card().innerText()).toMatch(/^Signed and verified/u);
    expect(await card().innerText()).toMatch(
      /Signed with the key [0-9a-f]{64}.*Demanded by .*\.mlsecops\.yaml/su,
    );
    await session.workbench.command('View: Show Explorer');
    await expect.poll(mark).toMatch(/signed, and verified/u);
    await session.picture('signature-verified');
  });

  it('is nothing any more when one byte of the file has changed, and does not hold', async () => {
    onTestFailed(() => session.picture('signature-changed-failed'));
    const weights = join(session.folder, 'signed/weights.pt');
    const bytes = readFileSync(weights);
    bytes[bytes.indexOf(Buffer.alloc(64, 7))] = 8;
    writeFileSync(weights, bytes);
    await expect.poll(mark).not.toMatch(/signed, and verified/u);
    await expect.poll(async () => card().innerText()).toMatch(/has not been verified/u);
    await card().getByRole('button', { name: 'Verify Signature' }).click();
    await expect.poll(async () => card().innerText()).toMatch(/does not hold/u);
    expect(await card().innerText()).toContain('weights.pt: Its content is not what was signed.');
    await expect.poll(mark).toMatch(/signature does not hold/u);
    await session.picture('signature-failed');
  });

  it('of a folder is verified from the explorer, and told', async () => {
    onTestFailed(() => session.picture('signature-folder-failed'));
    await row('signed').click({ button: 'right' });
    await session.page.getByRole('menuitem', { name: 'Verify Model Signature' }).hover();
    await session.page.keyboard.press('Enter');
    await expect
      .poll(async () => (await session.workbench.notifications()).join('\n'))
      .toMatch(/signature of signed does not hold/u);
    await session.picture('signature-folder');
    await session.page.getByRole('button', { name: 'Show Details' }).click();
    const lines = session.page.locator('.monaco-editor .view-line');
    await expect.poll(async () => (await lines.allInnerTexts()).join('\n')).toMatch(/Not.verified/u);
    await session.picture('signature-report');
  });
});

describe('the signature of a model, in a folder that is not trusted', () => {
  let session: EditorSession;

  beforeAll(async () => {
    const settings = { 'workbench.colorTheme': 'Default Dark Modern' };
    session = await EditorSession.open({ trustEverything: false, webHost: false, settings });
    plant(session.folder);
    writeFileSync(
      join(session.folder, '.mlsecops.yaml'),
      'models: { must-be-signed: [{ path: signed/, key: release.pub }] }',
    );
  });
  afterAll(async () => {
    await session.close();
  });

  it('is verified with the key that the user chooses, whatever the project file says', async () => {
    onTestFailed(() => session.picture('signature-restricted-failed'));
    await session.workbench.open('weights.pt');
    const card = session.workbench.panel().getByRole('region', { name: 'Signature' });
    await card.getByRole('button', { name: 'Verify Signature' }).click();
    const input = session.page
      .locator('.quick-input-widget input[type="text"], .quick-input-widget .input')
      .first();
    await input.waitFor();
    await session.picture('signature-ask');
    await input.fill(join(session.folder, 'release.pub'));
    // The dialog looks the typed path up; until then the button stands for the folder it shows.
    await session.page.locator('.quick-input-list').getByText('release.pub').first().waitFor();
    await session.page.getByRole('button', { name: 'Trust This Key' }).click();
    await input.waitFor({ state: 'hidden' });
    await expect.poll(async () => card.innerText()).toMatch(/^Signed and verified.*You named the key/su);
    expect(await card.getByRole('button', { name: /Remember/u }).count()).toBe(0);
    await session.picture('signature-restricted');
  });
});
