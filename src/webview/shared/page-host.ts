/** The editor as a page sees it: where messages go, and the webview's own small memory. */
export interface PageHost<Message, State> {
  readonly post: (message: Message) => void;
  /** Whatever was stored last; unchecked. */
  readonly readState: () => unknown;
  readonly writeState: (state: State) => void;
}

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

/** The host inside VS Code. The editor allows one call per page. */
export function acquireHost<Message, State>(): PageHost<Message, State> {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    readState: () => api.getState(),
    writeState: (state) => api.setState(state),
  };
}
