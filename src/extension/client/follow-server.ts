import { Disposable } from 'vscode';
import type { FindingsStore } from '../findings/findings-store';
import type { FindingsView } from '../findings/findings-view';
import { CONTEXT_KEYS } from '../names/context-keys';
import { setContext } from '../support/set-context';
import type { LensClient } from './lens-client';

/** Puts what the server tells into the store, and forgets it when the server is stopped. */
export function followServer(client: LensClient, store: FindingsStore, findings: FindingsView): Disposable {
  return Disposable.from(
    client.onFindings((message) => store.replace(message.uri, message.findings)),
    client.onDidChangeCatalog(() => findings.redraw()),
    client.onDidChangeState((state) => {
      setContext(CONTEXT_KEYS.serverFailed, state === 'failed');
      if (state === 'stopped') store.clear();
    }),
  );
}
