import type * as v from 'valibot';
import type { AgentWorkspace } from './agent-workspace';
import type { AgentToolName } from './tool-names';
import type { ToolAnswer } from './write-answer';

/** Something a coding agent can ask. It reads and never writes. */
export interface AgentTool<S extends v.GenericSchema = v.GenericSchema> {
  readonly name: AgentToolName;
  readonly title: string;
  /** For the model that chooses the tool: what comes back and when to ask. */
  readonly description: string;
  readonly input: S;
  /** @throws ToolError when the question cannot be answered as asked */
  run(input: v.InferOutput<S>, workspace: AgentWorkspace, signal: AbortSignal): Promise<ToolAnswer>;
}
