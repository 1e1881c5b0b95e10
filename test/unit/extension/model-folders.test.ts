import { posix } from 'node:path';
import { expect, test, vi } from 'vitest';

vi.mock('vscode', () => ({ FileType: { File: 1, Directory: 2, SymbolicLink: 64 }, Uri: {}, workspace: {} }));
const { cacheFolder } = await import('../../../src/extension/model-editor/hugging-face-cache');
const { folderItems, folderSummary } = await import('../../../src/extension/model-editor/folder-items');
const { isModelName } = await import('../../../src/extension/model-editor/find-models');

type Entry = Parameters<typeof folderItems>[0][number];

test.each([
  [{}, '/home/me/.cache/huggingface/hub'],
  [{ XDG_CACHE_HOME: '/x' }, '/x/huggingface/hub'],
  [{ HF_HOME: '~/hf', XDG_CACHE_HOME: '/x' }, '/home/me/hf/hub'],
  [{ HUGGINGFACE_HUB_CACHE: '/old', HF_HOME: '/hf' }, '/old'],
  [{ HF_HUB_CACHE: '/hub', HUGGINGFACE_HUB_CACHE: '/old', HF_HOME: '/hf' }, '/hub'],
  [{ HF_HUB_CACHE: '' }, '/home/me/.cache/huggingface/hub'],
])('the cache of Hugging Face with %j is %s', (variables, folder) => {
  expect(cacheFolder(variables, '/home/me', (...parts) => posix.join(...parts))).toBe(folder);
});

test('files are taken for models by their ending, in either case, and configurations by their name', () => {
  for (const name of ['a.pkl', 'MODEL.PT', 'pytorch_model.bin', 'config.json', 'chat_template.jinja'])
    expect(isModelName(name), name).toBe(true);
  for (const name of ['package.json', 'train.py', 'pkl', 'README.md'])
    expect(isModelName(name), name).toBe(false);
});

test('a folder is listed with the worst first, and summed up', () => {
  const entry = (path: string, rest: object) => ({ uri: { path }, ...rest }) as unknown as Entry;
  const entries = [
    entry('ok.pt', { verdict: 'safe', format: 'PyTorch' }),
    entry('gone.pt', { error: 'It is gone.' }),
    entry('half.zip', { verdict: 'incomplete', format: 'ZIP' }),
    entry('evil.pkl', { verdict: 'malicious', format: 'pickle' }),
  ];
  const items = folderItems(entries, ({ uri }) => uri.path);
  expect(items.map(({ description }) => description.split(' ')[0])).toEqual([
    'evil.pkl',
    'half.zip',
    'gone.pt',
    'ok.pt',
  ]);
  expect(folderSummary({ entries, more: true })).toBe(
    '1 malicious, 1 not fully analysed, 1 safe, 1 not read, not all were looked at',
  );
});
