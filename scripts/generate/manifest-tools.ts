import { toJsonSchema } from '@valibot/to-json-schema';
import type { AgentTool } from '../../src/agent/agent-tool';
import { editorToolName, type AgentToolName } from '../../src/agent/tool-names';

/** How people name a tool in a prompt, after `#`. */
const REFERENCES: Readonly<Record<AgentToolName, string>> = {
  scan: 'mlsecopsScan',
  explain: 'mlsecopsExplain',
  inspect_model: 'mlsecopsInspectModel',
  inventory: 'mlsecopsInventory',
  lifecycle_guidance: 'mlsecopsGuidance',
};

/** The tools for coding agents as the manifest declares them. */
export function manifestTools(tools: readonly AgentTool[]): readonly object[] {
  return tools.map(({ name, title, description, input }) => {
    const { $schema: _, ...inputSchema } = toJsonSchema(input, { errorMode: 'ignore' });
    return {
      name: editorToolName(name),
      displayName: title,
      toolReferenceName: REFERENCES[name],
      canBeReferencedInPrompt: true,
      icon: '$(shield)',
      tags: ['security', 'machine-learning', 'mlsecops'],
      modelDescription: description,
      userDescription: title,
      inputSchema,
    };
  });
}
