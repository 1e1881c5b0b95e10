import type { PanelSnapshot, ToPanel } from '../../src/protocol/panel';

/**
 * Runs in the preview page before the panel: plays the editor. The state comes from the address (`#{"stage":"..."}`), the
 * snapshot from `snapshot.json` beside the page.
 */
function acquireVsCodeApi() {
  const parameters = new URLSearchParams(location.search);
  document.documentElement.dataset['theme'] = parameters.get('theme') ?? 'dark';
  document.body.className = parameters.get('body') ?? 'vscode-dark';
  const answer = (message: ToPanel) => window.postMessage(message, '*');
  return {
    postMessage(message: { type: string }) {
      console.log(JSON.stringify(message));
      if (message.type !== 'ready' || parameters.has('loading')) return;
      void fetch(parameters.get('snapshot') ?? 'snapshot.json')
        .then((response) => response.json() as Promise<PanelSnapshot>)
        .then((snapshot) => answer({ type: 'snapshot', snapshot }));
    },
    getState: (): unknown =>
      location.hash ? JSON.parse(decodeURIComponent(location.hash.slice(1))) : undefined,
    setState: () => undefined,
  };
}

Object.assign(window, { acquireVsCodeApi });
