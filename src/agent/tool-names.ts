/** Names of the tools for coding agents. They are a contract: agents are told of them in instructions of people. */
export const AGENT_TOOL_NAMES = [
  'scan',
  'explain',
  'inspect_model',
  'inventory',
  'lifecycle_guidance',
] as const;

export type AgentToolName = (typeof AGENT_TOOL_NAMES)[number];

/** Name among the tools of an editor, which come from many extensions. */
export function editorToolName(name: AgentToolName): string {
  return `mlsecops_${name}`;
}
