import type * as v from 'valibot';

/** A tool as the protocol server offers it. */
export interface OfferedTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: v.GenericSchema;
}

/** What is served over the Model Context Protocol. */
export interface McpService {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly instructions: string;
  readonly tools: readonly OfferedTool[];
  /** Answers a call with text. An `Error` it throws is told to the agent by its message. */
  call(name: string, input: unknown, signal: AbortSignal): Promise<string>;
}

/** What the bundle with the protocol gives; see `mcp-bundle.ts`. */
export interface McpModule {
  /** Serves one client over standard input and output. Settles when the client goes away. */
  serveStdio(service: McpService): Promise<void>;
}
