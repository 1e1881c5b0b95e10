import * as v from 'valibot';
import {
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
} from 'vscode-languageserver';

export interface RequestOptions {
  /** The answer says itself that it was cut short, and is worth having. */
  readonly answersWhenCancelled?: boolean;
}

/** Registers handlers whose parameters are checked before they are used, and whose failures never reach the transport. */
export class Handlers {
  constructor(private readonly connection: Connection) {}

  /** Answers a request. Wrong parameters are answered with `InvalidParams`, an unexpected failure with `InternalError`. */
  request<S extends v.GenericSchema, R>(
    method: string,
    schema: S,
    answer: (params: v.InferOutput<S>, token: CancellationToken) => R | Promise<R>,
    options: RequestOptions = {},
  ): void {
    this.connection.onRequest(method, async (params: unknown, token: CancellationToken) => {
      const input = checked(method, schema, params);
      try {
        const result = await answer(input, token);
        // A client that gave up must not take a late answer for a current one.
        if (!options.answersWhenCancelled && isCancelled(token))
          throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
        return result;
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        this.log(method, error);
        throw new ResponseError(ErrorCodes.InternalError, `${method} failed: ${messageOf(error)}`);
      }
    });
  }

  /** Takes a notification. What is wrong with it goes to the log, because nobody waits for an answer. */
  notification<S extends v.GenericSchema>(
    method: string,
    schema: S,
    take: (params: v.InferOutput<S>) => void | Promise<void>,
  ): void {
    this.connection.onNotification(method, (params: unknown) => {
      const parsed = v.safeParse(schema, params);
      if (!parsed.success) this.connection.console.warn(describe(method, parsed.issues));
      else void this.settle(method, () => take(parsed.output));
    });
  }

  private async settle(method: string, work: () => void | Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.log(method, error);
    }
  }

  private log(method: string, error: unknown): void {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.connection.console.error(`${method} failed: ${detail}`);
  }
}

/** @throws ResponseError `InvalidParams` */
export function checked<S extends v.GenericSchema>(
  method: string,
  schema: S,
  params: unknown,
): v.InferOutput<S> {
  const parsed = v.safeParse(schema, params);
  if (!parsed.success) throw new ResponseError(ErrorCodes.InvalidParams, describe(method, parsed.issues));
  return parsed.output;
}

/** The token of a request without parameters stands where the parameters would. */
function isCancelled(token: CancellationToken | undefined): boolean {
  return token?.isCancellationRequested === true;
}

function describe(method: string, issues: readonly v.BaseIssue<unknown>[]): string {
  const first = issues[0];
  const path = first && v.getDotPath(first);
  return `${method}: ${path ? `${path}: ` : ''}${first?.message ?? 'wrong parameters'}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
