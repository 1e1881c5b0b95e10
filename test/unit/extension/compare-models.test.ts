import type { LogOutputChannel } from 'vscode';
import { beforeEach, expect, test, vi } from 'vitest';
import { checkpoint, maliciousPickle } from '../../support/models/editor-samples';
import { serveModels } from '../../../src/extension/model-editor/serve-models';
import type { ModelHost } from '../../../src/extension/model-editor/model-host';

class FakeUri {
  readonly scheme: string;
  readonly path: string;
  readonly query: string;

  constructor({ scheme = 'file', path, query = '' }: { scheme?: string; path: string; query?: string }) {
    [this.scheme, this.path, this.query] = [scheme, path, query];
  }

  static from(parts: { scheme: string; path: string; query: string }): FakeUri {
    return new FakeUri(parts);
  }

  static joinPath(base: FakeUri, ...parts: string[]): FakeUri {
    return new FakeUri({
      scheme: base.scheme,
      path: new URL(parts.join('/'), `file://${base.path}/`).pathname,
    });
  }

  toString(): string {
    return `${this.scheme}:${this.path}${this.query === '' ? '' : `?${encodeURIComponent(this.query)}`}`;
  }
}

interface Provider {
  provideTextDocumentContent(uri: FakeUri): string;
}

const files = new Map<string, Uint8Array>();
const editor = {
  providers: new Map<string, Provider>(),
  closed: [] as ((document: { uri: FakeUri }) => void)[],
  diffs: [] as [FakeUri, FakeUri, string][],
  told: [] as string[],
  asked: [] as { title?: string }[],
  answer: undefined as FakeUri[] | undefined,
  cancel: false,
  tab: undefined as object | undefined,
};

class CancellationError extends Error {}

vi.mock('vscode', () => ({
  Uri: FakeUri,
  CancellationError,
  EventEmitter: class {
    readonly event = (): void => undefined;
    fire(): void {
      // Nobody listens to changes here.
    }
    dispose(): void {
      // Nothing to give back.
    }
  },
  ProgressLocation: { Notification: 15 },
  FileType: { File: 1, Directory: 2 },
  commands: {
    executeCommand: (_: string, left: FakeUri, right: FakeUri, title: string) =>
      Promise.resolve(editor.diffs.push([left, right, title])),
  },
  window: {
    tabGroups: {
      get activeTabGroup() {
        return { activeTab: { input: editor.tab } };
      },
    },
    showInformationMessage: (text: string) => Promise.resolve(editor.told.push(text)),
    showOpenDialog: (options: { title?: string }) => {
      editor.asked.push(options);
      return Promise.resolve(editor.answer);
    },
    withProgress: (_: unknown, work: (progress: unknown, token: unknown) => unknown) =>
      work(
        { report: () => undefined },
        {
          isCancellationRequested: editor.cancel,
          onCancellationRequested: (stop: () => void) => (editor.cancel ? queueMicrotask(stop) : undefined),
        },
      ),
  },
  workspace: {
    asRelativePath: ({ path }: FakeUri) => path.slice(1),
    fs: {
      stat: ({ path }: FakeUri) => Promise.resolve({ size: files.get(path)?.length ?? 0 }),
      readFile: ({ path }: FakeUri) => {
        const bytes = files.get(path);
        return bytes ? Promise.resolve(bytes) : Promise.reject(new Error('There is no such file.'));
      },
    },
    registerTextDocumentContentProvider: (scheme: string, provider: Provider) => {
      editor.providers.set(scheme, provider);
      return { dispose: () => undefined };
    },
    onDidCloseTextDocument: (listener: (document: { uri: FakeUri }) => void) => {
      editor.closed.push(listener);
      return { dispose: () => undefined };
    },
  },
}));
const { modelCommands } = await import('../../../src/extension/commands/model-commands');
const { ModelVerdicts } = await import('../../../src/extension/model-editor/model-verdicts');
const { ModelSignatures } = await import('../../../src/extension/model-editor/signatures/model-signatures');
const { VirtualTexts } = await import('../../../src/extension/model-editor/virtual-texts');

/** A virtual file system: the worker is given the bytes. */
const host: ModelHost = {
  startThread: ({ onMessage }) => {
    const take = serveModels({ post: (message) => onMessage(structuredClone(message)), open: undefined });
    return Promise.resolve({
      post: (message) => queueMicrotask(() => take(structuredClone(message))),
      dispose: () => undefined,
    });
  },
  startVerifier: undefined,
  pathOf: () => undefined,
  huggingFaceCache: undefined,
};

const uri = (path: string): FakeUri => new FakeUri({ scheme: 'vscode-vfs', path });

function compare(argument?: unknown, selection?: unknown): Promise<void> {
  const input = {
    host,
    verdicts: new ModelVerdicts(),
    reports: new VirtualTexts('mlsecops-model-report'),
    signatures: new ModelSignatures(host),
    log: {} as LogOutputChannel,
  };
  return Promise.resolve(modelCommands(input).compareModels(argument, selection));
}

const textOf = (document: FakeUri): string =>
  editor.providers.get(document.scheme)?.provideTextDocumentContent(document) ?? '';

beforeEach(() => {
  files.clear();
  editor.closed.length = editor.diffs.length = editor.told.length = editor.asked.length = 0;
  Object.assign(editor, { answer: undefined, cancel: false, tab: undefined });
  files.set('/a/model.pt', checkpoint());
  files.set('/b/model.pt', maliciousPickle('/tmp/marker'));
  files.set('/c/copy.pt', checkpoint());
});

test('two files that are selected in the explorer are compared in their order', async () => {
  const selection = [uri('/a/model.pt'), uri('/b/model.pt')];
  await compare(selection[1], selection);
  const [[left, right, title] = []] = editor.diffs;
  if (!left || !right) throw new Error('nothing was shown');
  expect(title).toBe('a/model.pt ↔ b/model.pt');
  expect(textOf(left)).toMatch(/^Safe\./u);
  expect(textOf(right)).toMatch(/^Malicious\./u);
  expect(left.path).toBe('/model.pt.txt');
  expect([editor.asked, editor.told]).toEqual([[], []]);
});

test('for an open model the other file is asked for; nothing happens without an answer', async () => {
  await compare(uri('/a/model.pt'), { groupId: 0 });
  expect(editor.diffs).toEqual([]);
  editor.answer = [uri('/c/copy.pt')];
  await compare(uri('/a/model.pt'), { groupId: 0 });
  expect(editor.asked.map(({ title }) => title)).toEqual(Array(2).fill('Compare model.pt With'));
  expect(editor.diffs.map(([, , title]) => title)).toEqual(['model.pt ↔ copy.pt']);
});

test('from the palette the open model is compared, and no other file that happens to be open', async () => {
  editor.answer = [uri('/c/copy.pt')];
  editor.tab = { uri: uri('/b/model.pt'), viewType: 'mlsecops.modelFile' };
  await compare();
  editor.tab = { uri: uri('/train.py') };
  await expect(compare()).rejects.toThrow(/but one/u);
  expect(editor.asked.map(({ title }) => title)).toEqual([
    'Compare model.pt With',
    'Compare Model File',
    'Compare copy.pt With',
  ]);
  expect(editor.diffs.map(([, , title]) => title)).toEqual(['model.pt ↔ copy.pt']);
});

test('reports that are the same are said to be, and that numbers were not looked at', async () => {
  await compare(undefined, [uri('/a/model.pt'), uri('/c/copy.pt')]);
  expect(editor.told).toEqual([expect.stringMatching(/are the same.*numbers.*not compared/u)]);
});

test('a report is kept while it is open', async () => {
  await compare(undefined, [uri('/a/model.pt'), uri('/b/model.pt')]);
  const [[left] = []] = editor.diffs;
  if (!left) throw new Error('nothing was shown');
  for (const close of editor.closed) close({ uri: left });
  expect(textOf(left)).toBe('');
});

test('a file that cannot be read is named, and nothing is shown', async () => {
  await expect(compare(undefined, [uri('/a/model.pt'), uri('/gone.pt')])).rejects.toThrow(
    'gone.pt: There is no such file.',
  );
  expect(editor.diffs).toEqual([]);
});

test('a file is not compared with itself', async () => {
  await expect(compare(undefined, [uri('/a/model.pt'), uri('/a/model.pt')])).rejects.toThrow(/but one/u);
});

test('to stop it is no error that is told', async () => {
  editor.cancel = true;
  await expect(compare(undefined, [uri('/a/model.pt'), uri('/b/model.pt')])).rejects.toThrow(
    CancellationError,
  );
  expect(editor.diffs).toEqual([]);
});
