import type { DataNode } from '../../source/content/data-node';
import { mcpServers, type McpServer } from '../../source/data/content/mcp-servers';
import type { RuleContext } from '../rule';

export type { McpServer };

/** A listener for each MCP server of a configuration file. */
export function mcpServerListener(
  check: (server: McpServer, context: RuleContext) => void,
): (root: DataNode, context: RuleContext) => void {
  return (root, context) => {
    for (const server of mcpServers(root, context.role)) check(server, context);
  };
}

/** The texts of a server's command line, with their places. */
export function commandLine({ program, arguments: args }: McpServer): readonly (DataNode & {
  readonly kind: 'scalar';
  readonly value: string;
})[] {
  return [program, ...args].flatMap((node) =>
    node?.kind === 'scalar' && typeof node.value === 'string' ? [{ ...node, value: node.value }] : [],
  );
}
