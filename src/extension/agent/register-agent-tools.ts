import * as vscode from 'vscode';
import { AGENT_TOOL_NAMES, editorToolName, type AgentToolName } from '../../agent/tool-names';
import type { LensClient } from '../client/lens-client';
import { Owner } from '../support/owner';

/** What the editor shows while a tool works. */
const DOING: Readonly<Record<AgentToolName, string>> = {
  scan: 'Scanning for risky ML and LLM code',
  explain: 'Reading the MLSecOps catalog',
  inspect_model: 'Inspecting a model file',
  inventory: 'Listing the AI supply chain',
  lifecycle_guidance: 'Reading the MLSecOps catalog',
};

/** Offers our tools to the editor's coding agents; to none where the editor has no such thing. */
export function registerAgentTools(client: LensClient): Owner {
  const owner = new Owner();
  if (!hasTools(vscode)) return owner;
  for (const name of AGENT_TOOL_NAMES) {
    owner.own(
      vscode.lm.registerTool<unknown>(editorToolName(name), {
        prepareInvocation: () => ({ invocationMessage: DOING[name] }),
        invoke: async ({ input }, token) => {
          await client.start();
          const { text, failed } = await client.agentTool(name, input, token);
          // The editor tells the agent of a failure by the message of an error.
          if (failed) throw new Error(text);
          return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
        },
      }),
    );
  }
  return owner;
}

/** Editors made from VS Code's sources need not have it, whatever the version they name. */
function hasTools(editor: { readonly lm?: { readonly registerTool?: unknown } }): boolean {
  return typeof editor.lm?.registerTool === 'function';
}
