import type { OpcodeRow } from '../../report/model/view/model-view';
import {
  parseFromModelWorker,
  type FromModelWorker,
  type ToModelWorker,
} from '../../protocol/model/worker-messages';
import type { ModelHost, ModelThread } from './model-host';

type Question = ToModelWorker extends infer Each ? (Each extends unknown ? Omit<Each, 'id'> : never) : never;
export type ViewMessage = Extract<FromModelWorker, { type: 'view' }>;

export type ReportMessage = Extract<FromModelWorker, { type: 'report' }>;

export interface InspectEvents {
  readonly onPreview?: (view: ViewMessage) => void;
  readonly onProgress?: (read: number, size: number) => void;
}

interface Waiting {
  readonly events: InspectEvents;
  readonly resolve: (answer: FromModelWorker) => void;
  readonly reject: (error: Error) => void;
}

/** Asks a worker about model files. It is started with the first question, and anew after it was stopped. */
export class ModelClient {
  #thread: Promise<ModelThread> | undefined;
  #waiting = new Map<number, Waiting>();
  #lastId = 0;

  constructor(private readonly host: Pick<ModelHost, 'startThread'>) {}

  /** @throws Error when the file cannot be read, or the worker was stopped */
  async inspect(name: string, file: string | Uint8Array, events: InspectEvents = {}): Promise<ViewMessage> {
    return expect(await this.#ask({ type: 'inspect', name, file }, events), 'view');
  }

  /**
   * The report of a file as a text that can be compared. The worker keeps nothing of the file.
   *
   * @throws Error when the file cannot be read, or the worker was stopped
   */
  async report(name: string, file: string | Uint8Array, events: InspectEvents = {}): Promise<ReportMessage> {
    return expect(await this.#ask({ type: 'report', name, file }, events), 'report');
  }

  /** @throws Error when the file cannot be read any more, or the worker was stopped */
  async opcodes(
    pickle: number,
    page: number,
  ): Promise<{ readonly rows: readonly OpcodeRow[]; readonly total: number }> {
    return expect(await this.#ask({ type: 'opcodes', pickle, page }), 'opcodes');
  }

  /** @throws Error when the file cannot be read any more, or the worker was stopped */
  async locate(pickle: number, offset: number): Promise<number> {
    return expect(await this.#ask({ type: 'locate', pickle, offset }), 'located').row;
  }

  /** Ends the worker and everything that it was asked. */
  stop(): void {
    this.#lose('The inspection was stopped.');
  }

  async #ask(question: Question, events: InspectEvents = {}): Promise<FromModelWorker> {
    const id = (this.#lastId += 1);
    const answer = new Promise<FromModelWorker>((resolve, reject) => {
      this.#waiting.set(id, { events, resolve, reject });
    });
    this.#start().then(
      (thread) => {
        if (this.#waiting.has(id)) thread.post({ ...question, id });
      },
      (error: unknown) => this.#lose(String(error)),
    );
    return answer;
  }

  #start(): Promise<ModelThread> {
    if (this.#thread) return this.#thread;
    const starting: Promise<ModelThread> = this.host.startThread({
      onMessage: (message) => {
        if (this.#thread === starting) this.#receive(message);
      },
      onLost: (reason) => {
        if (this.#thread === starting) this.#lose(`The inspection ended unexpectedly (${reason}).`);
      },
    });
    return (this.#thread = starting);
  }

  #receive(raw: unknown): void {
    let message: FromModelWorker;
    try {
      message = parseFromModelWorker(raw);
    } catch {
      return this.#lose('The inspection answered in a shape that is not known.');
    }
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    if (message.type === 'progress') return waiting.events.onProgress?.(message.read, message.size);
    if (message.type === 'view' && !message.complete) return waiting.events.onPreview?.(message);
    this.#waiting.delete(message.id);
    if (message.type === 'failed') waiting.reject(new Error(message.message));
    else waiting.resolve(message);
  }

  #lose(reason: string): void {
    const [thread, waiting] = [this.#thread, [...this.#waiting.values()]];
    this.#thread = undefined;
    this.#waiting.clear();
    for (const { reject } of waiting) reject(new Error(reason));
    thread?.then(
      (each) => each.dispose(),
      () => undefined,
    );
  }
}

function expect<T extends FromModelWorker['type']>(
  answer: FromModelWorker,
  type: T,
): Extract<FromModelWorker, { type: T }> {
  if (answer.type !== type) throw new Error(`The worker answered ${answer.type} where ${type} was asked.`);
  return answer as Extract<FromModelWorker, { type: T }>;
}
