import * as v from 'valibot';
import { callTool } from '../../agent/call-tool';
import { ToolError } from '../../agent/tool-error';
import { AGENT_TOOL_METHOD, type AgentToolResult } from '../../protocol/messages';
import type { Handlers } from '../connection/handlers';
import { signalOf } from '../connection/signal-of';
import type { Session } from '../session';
import { editorWorkspace } from './editor-workspace';

const params = v.object({ name: v.pipe(v.string(), v.maxLength(100)), input: v.optional(v.unknown()) });

/** Registers what coding agents can ask. A question that cannot be answered is an answer too: the agent asks another one. */
export function registerAgent(handlers: Handlers, session: () => Session): void {
  handlers.request(AGENT_TOOL_METHOD, params, async ({ name, input }, token): Promise<AgentToolResult> => {
    try {
      const workspace = await editorWorkspace(input, session());
      return { text: await callTool(name, input, workspace, signalOf(token)), failed: false };
    } catch (error) {
      if (error instanceof ToolError) return { text: error.message, failed: true };
      throw error;
    }
  });
}
