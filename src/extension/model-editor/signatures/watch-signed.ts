import { RelativePattern, Uri, workspace } from 'vscode';
import { NAMES_IN_FOLDER, namesBeside } from '../../../models/signing/signature-names';
import type { Disposable } from '../../support/emitter';
import { Owner } from '../../support/owner';
import { fileName } from '../file-name';

/**
 * Watches a model and the files that may be its signature.
 *
 * @param onChange called at once when one of them is created, changed or removed
 */
export function watchSigned(uri: Uri, isFolder: boolean, onChange: () => void): Disposable {
  const owner = new Owner();
  const name = fileName(uri);
  const beside = [...namesBeside(name), ...(isFolder ? [] : [name, ...NAMES_IN_FOLDER])];
  const patterns = [
    new RelativePattern(Uri.joinPath(uri, '..'), `{${beside.map(escapeGlob).join(',')}}`),
    ...(isFolder ? [new RelativePattern(uri, '**')] : []),
  ];
  for (const pattern of patterns) {
    const watcher = owner.own(workspace.createFileSystemWatcher(pattern));
    owner.own(watcher.onDidCreate(onChange));
    owner.own(watcher.onDidChange(onChange));
    owner.own(watcher.onDidDelete(onChange));
  }
  return owner;
}

/** A name as a pattern that fits it alone. */
export function escapeGlob(name: string): string {
  return name.replace(/[[\]{}*?,]/gu, '[$&]');
}
