import type { FromPanel, PanelState } from '../../protocol/panel';

/** The editor as the panel sees it: where messages go, and the webview's own small memory. */
export interface PanelHost {
  readonly post: (message: FromPanel) => void;
  /** Whatever was stored last; unchecked. */
  readonly readState: () => unknown;
  readonly writeState: (state: PanelState) => void;
}

interface VsCodeApi {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: PanelState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The host inside VS Code. The editor allows one call per page. */
export function acquireHost(): PanelHost {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    readState: () => api.getState(),
    writeState: (state) => api.setState(state),
  };
}
