import type { CancellationToken } from 'vscode-languageserver';

/** The cancellation of a request, as what knows nothing of LSP takes it. */
export function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
