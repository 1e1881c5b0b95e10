import { join } from 'node:path';
import { EditorSession } from '../../test/e2e/support/editor-session';
import { packExtension } from '../vscode/pack-extension';

const root = join(__dirname, '../..');

void main();

/** Takes the README's picture in a real VS Code: the example project, its findings, and the lifecycle beside the code. */
async function main(): Promise<void> {
  await packExtension(root);
  const session = await EditorSession.open({
    trustEverything: true,
    webHost: false,
    settings: {
      'editor.minimap.enabled': false,
      'workbench.layoutControl.enabled': false,
      'window.commandCenter': false,
    },
  });
  try {
    const { page, workbench } = session;
    await page.setViewportSize({ width: 1600, height: 900 });
    const editor = await workbench.openFile('train.py', 39);
    await editor.squiggles('warning').first().waitFor();
    await workbench.showContainer();
    await workbench.view('Findings').rows().first().waitFor();
    await workbench.command('MLSecOps: Open Lifecycle');
    const stage = workbench
      .panel()
      .getByRole('button', { name: /Experimentation/u })
      .first();
    await stage.click();
    await workbench.panel().getByRole('heading', { name: 'Experimentation' }).first().waitFor();
    await page.mouse.move(5, 5);
    // The panel's short transition ends before the picture is taken.
    await page.waitForTimeout(800);
    await page.screenshot({ path: join(root, 'docs/images/overview.png') });
  } finally {
    await session.close();
  }
}
