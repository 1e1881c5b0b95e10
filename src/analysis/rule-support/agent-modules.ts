import type { SourceModel } from '../../source/model';
import type { DocumentQuestion } from '../../source/section';

const AGENT_MODULES = new Set(
  (
    'agent_framework agents agno anthropic arcade_mcp_server ag2 autogen autogen_agentchat autogen_core autogen_ext browser_use camel ' +
    'claude_agent_sdk claude_code_sdk composio crewai crewai_tools deepagents dspy fastmcp google_adk haystack interpreter ' +
    'langchain langchain_community langchain_core langchain_experimental langgraph langroid litellm llama_index mcp mcp_agent ' +
    'metagpt openai openhands phi pydantic_ai qwen_agent semantic_kernel smolagents strands swarm swarms'
  ).split(' '),
);

/** Whether a program uses a library for agents, models or MCP. */
export function usesAgents(model: SourceModel): boolean {
  return model.ask(USES_AGENTS);
}

const USES_AGENTS: DocumentQuestion<boolean> = {
  id: 'agents',
  ask: ({ imports }) =>
    imports.some(
      ({ module }) => AGENT_MODULES.has(module.split('.', 1)[0] ?? '') || module.startsWith('google.adk'),
    ),
};
