import { afterEach, expect, test } from 'vitest';
import { ModelChanges } from '../../src/server/sync/model-changes';
import { EditableFiles } from './support/editable-files';
import { ROOT, TestClient } from './support/test-client';

let client: TestClient | undefined;
afterEach(() => {
  client?.stop();
  client = undefined;
});

const EVIL = "cos\nsystem\n(S'id'\ntR.";
const GOOD = '(lp0\nF0.5\na.';
const MODEL = `${ROOT}/model.pkl`;

test('the findings of a model follow its file, without a scan of the rest', async () => {
  const files = new EditableFiles({ '/project/model.pkl': GOOD });
  client = await TestClient.start({ files });
  const server = client;
  const changed = (type: number): void =>
    server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: MODEL, type }] });
  await server.request('mlsecops/scanWorkspace', {});
  files.write('/project/model.pkl', EVIL);
  changed(2);
  const { findings } = await server.findings(({ uri, findings: found }) => uri === MODEL && found.length > 0);
  expect(findings).toMatchObject([{ ruleId: 'model-file-malicious' }]);
  files.remove('/project/model.pkl');
  changed(3);
  expect(
    await server.findings(({ uri, findings: found }) => uri === MODEL && found.length === 0),
  ).toBeDefined();
});

/** A clock that a test turns on. */
function clock(): {
  readonly host: ConstructorParameters<typeof ModelChanges>[0];
  readonly pass: (milliseconds: number) => void;
} {
  let [now, due, task]: [number, number, (() => void) | undefined] = [0, 0, undefined];
  return {
    host: {
      now: () => now,
      delay: (milliseconds, given) => {
        [due, task] = [now + milliseconds, given];
        return () => (task = undefined);
      },
    },
    pass: (milliseconds) => {
      now += milliseconds;
      if (!task || now < due) return;
      const run = task;
      task = undefined;
      run();
    },
  };
}

test('a model that is being written is looked into once, when it is done; other files at once', () => {
  const seen: (readonly string[])[] = [];
  const { host, pass } = clock();
  const changes = new ModelChanges(host, (uris) => seen.push(uris));
  expect(changes.take(['file:///a.py', 'file:///a.pt', 'file:///model.sig'])).toEqual([
    'file:///a.py',
    'file:///model.sig',
  ]);
  for (let step = 0; step < 5; step++) {
    pass(1000);
    changes.take(['file:///a.pt', 'file:///b.bin']);
  }
  expect(seen).toEqual([]);
  pass(1500);
  expect(seen).toEqual([['file:///a.pt', 'file:///b.bin']]);
});

test('a model that never comes to rest is looked into meanwhile', () => {
  const seen: (readonly string[])[] = [];
  const { host, pass } = clock();
  const changes = new ModelChanges(host, (uris) => seen.push(uris));
  for (let second = 0; second < 40; second++) {
    changes.take(['file:///a.pt']);
    pass(1000);
  }
  expect(seen).toEqual([['file:///a.pt']]);
});
