import type { FromModelPage } from '../../protocol/model/from-model-page';
import type { PageState } from './page-state';

/** The editor as the page sees it: where messages go, and the webview's own small memory. */
export interface ModelPageHost {
  readonly post: (message: FromModelPage) => void;
  /** Whatever was stored last; unchecked. */
  readonly readState: () => unknown;
  readonly writeState: (state: PageState) => void;
}

interface VsCodeApi {
  postMessage(message: FromModelPage): void;
  getState(): unknown;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The host inside VS Code. The editor allows one call per page. */
export function acquireHost(): ModelPageHost {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    readState: () => api.getState(),
    writeState: (state) => api.setState(state),
  };
}
