import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import type { EditorOptions } from '../../scripts/vscode/editor-server';
import { EditorSession } from './support/editor-session';

/**
 * What a person does with the extension, in order; the same in every host.
 *
 * @param host name for pictures and titles
 */
export function journey(host: string, options: Omit<EditorOptions, 'vsix'>): void {
  describe(`a first session in ${host}`, () => {
    let session: EditorSession;
    let step = 0;

    beforeAll(async () => {
      session = await EditorSession.open(options);
    });
    afterEach(async () => {
      step += 1;
      await session.picture(`${host}-${String(step).padStart(2, '0')}`);
    });
    afterAll(async () => {
      await session.close();
    });

    it('underlines risky lines of a file that is opened', async () => {
      onTestFailed(() => console.error(session.log().slice(-3000)));
      const editor = await session.workbench.openFile('load_models.py');
      await editor.squiggles('warning').first().waitFor();
      expect(await editor.squiggles('warning').count()).toBeGreaterThan(0);
    });

    it('explains a flag on hover: what, stage, risk', async () => {
      const line = session.lineOf('load_models.py', 'AutoModelForCausalLM.from_pretrained');
      const editor = await session.workbench.openFile('load_models.py', line);
      const hover = await editor.hover('from_pretrained');
      await expect.poll(async () => hover.innerText()).toMatch(/revision/u);
      // The editor's own text on the marker is there first; ours joins it.
      await expect.poll(async () => hover.innerText()).toMatch(/ML06|LLM04/u);
    });

    it('offers the real fix first and ignoring last, and pins a revision', async () => {
      const editor = session.workbench.editor('load_models.py');
      await session.page.keyboard.press('Escape');
      await editor.placeCursor('from_pretrained');
      const fixes = await editor.quickFixes();
      expect(fixes[0]).toMatch(/revision/iu);
      expect(fixes.findIndex((label) => label.startsWith('Ignore'))).toBeGreaterThan(0);
      await session.picture(`${host}-quick-fixes`);
      await editor.applyQuickFix(fixes[0] ?? '');
      await expect.poll(async () => editor.text()).toMatch(/revision=/u);
    });

    it('ignores a finding with a comment when asked', async () => {
      const editor = await session.workbench.openFile('train.py');
      await editor.squiggles('warning').or(editor.squiggles('error')).first().waitFor();
      await session.page.keyboard.press('F8');
      await session.page.keyboard.press('Escape');
      const fixes = await editor.quickFixes();
      const ignore = fixes.find((label) => label.startsWith('Ignore'));
      expect(ignore).toBeDefined();
      await editor.applyQuickFix(ignore ?? '');
      await expect.poll(async () => editor.text()).toMatch(/# mlsecops: ignore\[/u);
    });

    it('scans the workspace when its view is opened and lists findings by stage', async () => {
      await session.workbench.showContainer();
      const findings = session.workbench.view('Findings');
      await findings.rows().first().waitFor({ timeout: 30_000 });
      await session.workbench.command('MLSecOps: Group Findings by Stage');
      await expect.poll(async () => (await findings.labels()).join('\n')).toMatch(/Experimentation/u);
      await expect.poll(async () => Number(await session.workbench.badge())).toBeGreaterThan(10);
    });

    it('groups findings by rule, risk and file', async () => {
      const findings = session.workbench.view('Findings');
      await session.workbench.command('MLSecOps: Group Findings by Risk');
      await expect.poll(async () => (await findings.labels()).join('\n')).toMatch(/Supply Chain/u);
      await session.workbench.command('MLSecOps: Group Findings by File');
      await expect.poll(async () => (await findings.labels()).join('\n')).toMatch(/agent\.py, \d+ findings/u);
      await session.workbench.command('MLSecOps: Group Findings by Stage');
    });

    it('opens the lifecycle panel, and a click on a stage shows its detail', async () => {
      await session.workbench.command('MLSecOps: Open Lifecycle');
      const panel = session.workbench.panel();
      await panel
        .getByRole('button', { name: /Data engineering/u })
        .first()
        .click();
      await panel
        .getByRole('heading', { name: /Data engineering/u })
        .first()
        .waitFor();
      expect(await panel.locator('body').innerText()).toMatch(/Checks/u);
    });

    it('marks the stage of the file in front', async () => {
      await session.workbench.openFile('serve.py');
      await session.workbench.command('MLSecOps: Open Lifecycle');
      const panel = session.workbench.panel();
      await expect.poll(async () => panel.locator('body').innerText()).toMatch(/serve\.py/u);
    });

    it('puts an overlay over the lifecycle from the palette', async () => {
      await session.workbench.commandAndPick('MLSecOps: Show Overlay', 'Sign and verify');
      const panel = session.workbench.panel();
      await expect
        .poll(async () => panel.locator('body').innerText())
        .toMatch(/Where does model signing fit/u);
    });

    it('finds an entry of the catalog by its id and opens its page', async () => {
      await session.workbench.commandAndType('MLSecOps: Search Catalog', 'LLM04');
      const first = session.page.locator('.quick-input-list .monaco-list-row').first();
      await expect.poll(async () => first.innerText()).toMatch(/LLM04:2026 Supply Chain/u);
      await first.click();
      const panel = session.workbench.panel();
      await panel.getByRole('heading', { name: 'Supply Chain', exact: true }).waitFor();
    });

    it('shows the panel as it was after a reload of the window', async () => {
      const before = session.workbench.panel();
      await before.getByRole('button', { name: 'MLSecOps', exact: true }).click();
      await before
        .getByRole('button', { name: /Monitoring/u })
        .first()
        .click();
      await before
        .getByRole('heading', { name: /Monitoring/u })
        .first()
        .waitFor();
      await session.reload();
      await session.workbench.tab(/^MLSecOps Lifecycle/u).click();
      const after = session.workbench.panel();
      await after
        .getByRole('heading', { name: /Monitoring/u })
        .first()
        .waitFor({ timeout: 30_000 });
      expect(await after.getByRole('combobox', { name: /^Overlay/u }).inputValue()).toBe('signing');
    });

    it('has said nothing that was not asked for', async () => {
      const ours = (await session.workbench.notifications()).filter((text) => /mlsecops/iu.test(text));
      expect(ours).toEqual([]);
    });
  });
}
