import { Disposable, type LogOutputChannel, type TreeView } from 'vscode';
import type { Kept } from '../support/kept';

export interface ReadWhenVisible<T> {
  readonly view: TreeView<unknown>;
  readonly kept: Kept<T>;
  readonly onRead: () => void;
  readonly log: LogOutputChannel;
}

/** Reads a value that went out of date while its view is looked at, and when it is looked at next. */
export function readWhenVisible<T>({ view, kept, onRead, log }: ReadWhenVisible<T>): Disposable {
  const read = (): void => {
    // Nobody asked for it in words: a server that is not there yet is no news, and the view has a text for one that failed.
    if (view.visible)
      kept
        .get()
        .then(onRead, (error: unknown) => log.debug(`Not read for ${view.title ?? ''}: ${String(error)}`));
    else onRead();
  };
  return Disposable.from(kept.onDidExpire(read), view.onDidChangeVisibility(read));
}
