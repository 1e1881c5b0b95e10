import type { DataNode } from '../../content/data-node';
import type { ShellCommand } from '../../content/shell-command';
import type { DocumentRole } from '../../document-kind';
import { hookCommands } from './agent-hooks';
import { commandWithArguments } from './command-of';
import { mcpServers } from './mcp-servers';

/** What an agent runs by its settings: MCP servers and hooks. */
export function agentCommands(root: DataNode, role: DocumentRole | undefined): readonly ShellCommand[] {
  const servers = mcpServers(root, role).flatMap(({ program, arguments: args }) =>
    program ? commandWithArguments(program, args, 'configuration') : [],
  );
  return role === 'agent-settings' ? [...servers, ...hookCommands(root)] : servers;
}
