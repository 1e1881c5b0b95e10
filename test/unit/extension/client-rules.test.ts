import { describe, expect, test } from 'vitest';
import { encodeBase64 } from '../../../src/extension/client/base64';
import { documentSelector } from '../../../src/extension/client/document-selector';
import { RestartPolicy } from '../../../src/extension/client/restart-policy';
import { isInFolders } from '../../../src/extension/client/workspace-paths';

describe('files that are given to the server', () => {
  const folder = { scheme: 'vscode-vfs', authority: 'github', path: '/acme/churn' };
  const allows = (path: string, more = {}): boolean => isInFolders({ ...folder, path, ...more }, [folder]);

  test('are those of the workspace', () => {
    expect(allows('/acme/churn')).toBe(true);
    expect(allows('/acme/churn/src/train.py')).toBe(true);
  });

  test.each([
    '/acme',
    '/acme/churn-private/a.py',
    '/etc/passwd',
    '/acme/churn/../other/a.py',
    '/acme/churn/..\\a.py',
    '',
  ])('are not %s', (path) => {
    expect(allows(path)).toBe(false);
  });

  test('are not those of another host or file system', () => {
    expect(allows('/acme/churn/a.py', { authority: 'gitlab' })).toBe(false);
    expect(allows('/acme/churn/a.py', { scheme: 'file' })).toBe(false);
  });

  test('with the root of a file system as the folder are all of it', () => {
    expect(
      isInFolders({ scheme: 'memfs', authority: '', path: '/a.py' }, [
        { scheme: 'memfs', authority: '', path: '/' },
      ]),
    ).toBe(true);
  });

  test('arrive as they are, whatever their length', () => {
    for (const length of [0, 1, 2, 3, 0x6000 - 1, 0x6000, 0x6000 + 1, 200_000]) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 31 + 7) % 256);
      expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    }
  });
});

describe('documents the server looks after', () => {
  const schemes = documentSelector(['vscode-vfs', 'file']).map(({ scheme }) => scheme);

  test('are in files, notebooks, unsaved documents and the schemes of the workspace', () => {
    expect(new Set(schemes)).toEqual(new Set(['file', 'untitled', 'vscode-notebook-cell', 'vscode-vfs']));
  });
});

describe('a server that ends by itself', () => {
  test('is started again a few times, then given up', () => {
    const policy = new RestartPolicy(() => 0);
    expect([1, 2, 3, 4].map(() => policy.allowsRestart())).toEqual([true, true, true, false]);
  });

  test('is started again when its ends lie far apart', () => {
    let now = 0;
    const policy = new RestartPolicy(() => (now += 200_000));
    expect([1, 2, 3, 4, 5].every(() => policy.allowsRestart())).toBe(true);
  });

  test('is started again after the user asked for it', () => {
    const policy = new RestartPolicy(() => 0);
    for (let end = 0; end < 4; end += 1) policy.allowsRestart();
    policy.reset();
    expect(policy.allowsRestart()).toBe(true);
  });
});
