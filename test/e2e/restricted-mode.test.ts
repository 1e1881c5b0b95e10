import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EditorSession } from './support/editor-session';

describe('a folder that is not trusted', () => {
  let session: EditorSession;
  let marker: string;

  beforeAll(async () => {
    session = await EditorSession.open({ trustEverything: false, webHost: false });
    marker = join(session.folder, 'executed');
    // Anything that imported, loaded or ran these would leave the marker behind.
    writeFileSync(
      join(session.folder, 'planted.py'),
      `import pickle\nopen(${JSON.stringify(marker)}, "w")\npickle.load(open("planted.pkl", "rb"))\n`,
    );
    writeFileSync(join(session.folder, 'planted.pkl'), `cos\nsystem\n(S'touch ${marker}'\ntR.`);
    writeFileSync(
      join(session.folder, '.mlsecops.yaml'),
      `preset: !!python/object/apply:os.system ["touch ${marker}"]\n`,
    );
  });
  afterAll(async () => {
    await session.close();
  });

  it('is opened in Restricted Mode', async () => {
    await expect
      .poll(async () => session.page.locator('[id="workbench.parts.statusbar"]').innerText())
      .toMatch(/Restricted Mode/u);
  });

  it('is checked all the same', async () => {
    const editor = await session.workbench.openFile('planted.py');
    await editor
      .squiggles('warning')
      .or(editor.squiggles('error'))
      .or(editor.squiggles('info'))
      .first()
      .waitFor();
    await session.workbench.showContainer();
    // The whole project has been read once findings of other files are there.
    const findings = session.workbench.view('Findings');
    await expect.poll(async () => (await findings.labels()).join('\n')).toMatch(/Experimentation/u);
    await session.picture('restricted-mode');
  });

  it('has had nothing executed', () => {
    expect(existsSync(marker)).toBe(false);
  });
});
