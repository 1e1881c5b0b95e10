import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import type { Message } from 'vscode-jsonrpc';

type Received = Message & { readonly id?: number; readonly method?: string; readonly result?: unknown };

/** What a web worker has and the server uses: no Node module, no file, no network. */
const WORKER_GLOBALS = {
  TextDecoder,
  TextEncoder,
  AbortController,
  URL,
  setTimeout,
  clearTimeout,
  performance,
  atob,
  console,
};

/** The server as it is built for the web, in a scope that has what a web worker has. */
export class WorkerScope {
  /** The global scope of the worker; the server sets its `onmessage`. */
  private readonly scope: { onmessage?: (event: { data: unknown }) => void } = {};
  private readonly answers = new Map<number, (message: Received) => void>();
  private lastId = 0;

  static async start(entry: string): Promise<WorkerScope> {
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      write: false,
      format: 'iife',
      platform: 'browser',
      mainFields: ['browser', 'module', 'main'],
    });
    const worker = new WorkerScope();
    Object.assign(worker.scope, WORKER_GLOBALS, {
      self: worker.scope,
      addEventListener: () => undefined,
      postMessage: (message: Received) => worker.take(message),
    });
    runInNewContext(outputFiles[0]?.text ?? '', worker.scope);
    return worker;
  }

  notify(method: string, params: unknown): void {
    this.scope.onmessage?.({ data: { jsonrpc: '2.0', method, params } });
  }

  request<R>(method: string, params: unknown): Promise<R> {
    this.lastId += 1;
    const id = this.lastId;
    return new Promise((resolve) => {
      this.answers.set(id, ({ result }) => resolve(result as R));
      this.scope.onmessage?.({ data: { jsonrpc: '2.0', id, method, params } });
    });
  }

  /** Requests of the server are answered as by an editor without files. */
  private take(message: Received): void {
    if (message.id === undefined) return;
    if (message.method === undefined) {
      this.answers.get(message.id)?.(message);
      return;
    }
    const error = { code: -32600, message: 'No such file.', data: { reason: 'missing' } };
    setTimeout(() => this.scope.onmessage?.({ data: { jsonrpc: '2.0', id: message.id, error } }));
  }
}
