import { afterEach, expect, test } from 'vitest';
import type { AgentToolResult } from '../../src/protocol/messages';
import type { FileStat } from '../../src/workspace/file-system';
import { EditableFiles } from './support/editable-files';
import { TestClient } from './support/test-client';

let client: TestClient;
afterEach(() => client.stop());

const RISKY = 'import pickle\npickle.load(open("x", "rb"))\n';
const ask = (name: string, input?: object): Promise<AgentToolResult> =>
  client.request('mlsecops/agentTool', { name, input });

/** Files of an editor of which one is a link. */
class WithLink extends EditableFiles {
  override async stat(path: string): Promise<FileStat> {
    const stat = await super.stat(path);
    return path === '/project/link.py' ? { ...stat, type: 'link' } : stat;
  }
}

test('an agent of the editor scans the workspace, with the project file as it is now', async () => {
  const files = new EditableFiles({ '/project/a.py': RISKY });
  client = await TestClient.start({ files });
  const { text, failed } = await ask('scan', { paths: ['/project/a.py'] });
  expect(failed).toBe(false);
  expect(JSON.parse(text)).toMatchObject({
    findings: [{ rule: 'unsafe-pickle-load', path: 'a.py', line: 2 }],
  });
  files.write('/project/.mlsecops.yaml', 'rules:\n  unsafe-pickle-load: off\n');
  expect(JSON.parse((await ask('scan')).text)).toMatchObject({ count: 0 });
});

test('it asks the catalog', async () => {
  client = await TestClient.start();
  const { text } = await ask('explain', { id: 'LLM01:2026' });
  expect(JSON.parse(text)).toMatchObject({ kind: 'risk' });
  expect(JSON.parse((await ask('lifecycle_guidance', { id: 'C26' })).text)).toMatchObject({
    kind: 'control',
  });
});

test.each([
  ['a path outside', 'scan', { paths: ['/etc'] }, /outside of the workspace/u],
  ['a path that climbs out', 'scan', { paths: ['../other'] }, /outside of the workspace/u],
  ['a link, where links cannot be followed', 'scan', { paths: ['link.py'] }, /leads out of it/u],
  ['a tool that is not there', 'run', {}, /No tool is named "run"/u],
  ['a parameter that does not fit', 'explain', { id: 7 }, /id: /u],
])('%s is refused, and the agent is told why', async (_what, name, input, message) => {
  client = await TestClient.start({ files: new WithLink({ '/project/link.py': RISKY }) });
  expect(await ask(name, input)).toMatchObject({
    failed: true,
    text: expect.stringMatching(message) as string,
  });
});
