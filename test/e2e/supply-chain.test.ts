import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { EditorSession } from './support/editor-session';
import type { TreeView } from './support/tree-view';

describe('the views of the AI supply chain and of maturity', () => {
  let session: EditorSession;
  let chain: TreeView;
  let maturity: TreeView;
  let step = 0;

  beforeAll(async () => {
    session = await EditorSession.open({ trustEverything: true, webHost: false });
    chain = session.workbench.view('AI Supply Chain');
    maturity = session.workbench.view('Maturity');
    await session.workbench.showContainer();
  });
  afterEach(async () => {
    step += 1;
    await session.picture(`supply-chain-${String(step).padStart(2, '0')}`);
  });
  afterAll(async () => {
    await session.close();
  });

  const text = async (view: TreeView): Promise<string> => (await view.labels()).join('\n');

  it('lists the parts of the workspace by kind, with what is to be minded about them', async () => {
    await session.workbench.showOnly('AI Supply Chain');
    await chain.rows().first().waitFor({ timeout: 60_000 });
    await expect.poll(() => text(chain)).toMatch(/^Models, \d+ parts$/mu);
    expect(await text(chain)).toMatch(/^model mistralai\/Mistral-7B-Instruct-v0\.3.*not pinned/mu);
  });

  it('groups them by trust and shows only those that are not pinned', async () => {
    await session.workbench.command('MLSecOps: Group Parts by Trust');
    await expect.poll(() => text(chain)).toMatch(/^Pinned: Not pinned \d+/mu);
    await session.workbench.command('MLSecOps: Group Parts by Kind');
    await session.workbench.commandAndPick('MLSecOps: Filter AI Supply Chain', 'Not pinned');
    await session.page.keyboard.press('Enter');
    await expect.poll(() => text(chain)).not.toMatch(/, pinned/u);
    await session.workbench.command('MLSecOps: Clear Filter of AI Supply Chain');
    await expect.poll(() => text(chain)).toMatch(/, pinned/u);
  });

  it('goes from a part to the place that uses it', async () => {
    const part = chain.row(/^model facebook\/bart-large-cnn/u);
    await part.hover();
    await part.getByRole('button', { name: 'Go to First Use of Part' }).click();
    await session.workbench.tab(/\.py/u).first().waitFor();
  });

  it('opens a template unsaved where the cheapest step asks for a file', async () => {
    await session.workbench.showOnly('Maturity');
    const next = maturity.row(/^Next: add security policy file/u);
    await next.waitFor({ timeout: 30_000 });
    await next.hover();
    await next.getByRole('button', { name: 'Create File from Template…' }).click();
    await session.page.locator('.quick-input-widget .quick-input-box input').waitFor();
    await session.page.keyboard.press('Enter');
    await session.workbench.editor('SECURITY.md').ready();
    expect(existsSync(join(session.folder, 'SECURITY.md'))).toBe(false);
  });

  it('writes an attestation into the project file, and shows it as attested', async () => {
    await maturity.row(/^Monitoring and response/u).click();
    const drift = maturity.row(/^Drift monitoring/u);
    await drift.hover();
    await drift.getByRole('button', { name: 'Attest…' }).click();
    const input = session.page.locator('.quick-input-widget .quick-input-box input');
    await input.fill('Jo Doe');
    await session.page.keyboard.press('Enter');
    await expect.poll(async () => input.inputValue()).toBe('');
    await session.page.keyboard.press('Enter');
    await maturity.row(/^Drift monitoring, .*: attested$/u).waitFor({ timeout: 30_000 });
    expect(readFileSync(join(session.folder, '.mlsecops.yaml'), 'utf8')).toMatch(
      /^preset: recommended$[\s\S]+evidence: EV-DRIFT\n {4}by: Jo Doe\n/mu,
    );
  });
});
