import { expect, test } from 'vitest';
import { maliciousPickle } from '../../support/models/editor-samples';
import { ModelClient } from '../../../src/extension/model-editor/model-client';
import type { ModelHost, ModelThreadEvents } from '../../../src/extension/model-editor/model-host';
import { serveModels } from '../../../src/extension/model-editor/serve-models';

/** The worker's own code, behind the copying that a border between threads does. */
const honest: Pick<ModelHost, 'startThread'> = {
  startThread: ({ onMessage }) => {
    const take = serveModels({ post: (message) => onMessage(structuredClone(message)), open: undefined });
    return Promise.resolve({
      post: (message) => queueMicrotask(() => take(structuredClone(message))),
      dispose: () => undefined,
    });
  },
};

function silent(): { readonly host: Pick<ModelHost, 'startThread'>; readonly started: ModelThreadEvents[] } {
  const started: ModelThreadEvents[] = [];
  return {
    started,
    host: {
      startThread: (events) => {
        started.push(events);
        return Promise.resolve({ post: () => undefined, dispose: () => undefined });
      },
    },
  };
}

test('a file is inspected, then its opcodes are asked for', async () => {
  const client = new ModelClient(honest);
  const { verdict, view } = await client.inspect('evil.pkl', maliciousPickle('/tmp/marker'));
  expect([verdict, view.format]).toEqual(['malicious', 'pickle']);
  const { rows, total } = await client.opcodes(0, 0);
  expect(rows).toHaveLength(total);
  const row = await client.locate(0, rows.find(({ name }) => name === 'REDUCE')?.offset ?? 0);
  expect(rows[row]?.name).toBe('REDUCE');
});

test('a path is refused where there is no file system', async () => {
  await expect(new ModelClient(honest).inspect('a.pkl', '/a.pkl')).rejects.toThrow(/no file system/u);
});

test('what waits for an answer is told when the inspection is stopped, and the next question starts anew', async () => {
  const { host, started } = silent();
  const client = new ModelClient(host);
  const waiting = client.inspect('a.pkl', new Uint8Array(1));
  client.stop();
  await expect(waiting).rejects.toThrow(/stopped/u);
  void client.opcodes(0, 0).catch(() => undefined);
  expect(started).toHaveLength(2);
});

test('a thread that is lost, or speaks in riddles, ends the question with a reason', async () => {
  const { host, started } = silent();
  const client = new ModelClient(host);
  const first = client.inspect('a.pkl', new Uint8Array(1));
  started[0]?.onLost('exit code 5');
  await expect(first).rejects.toThrow(/exit code 5/u);
  const second = client.inspect('a.pkl', new Uint8Array(1));
  started[1]?.onMessage({ type: 'view', id: 'x' });
  await expect(second).rejects.toThrow(/not known/u);
});
