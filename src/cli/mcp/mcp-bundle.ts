import { createRequire } from 'node:module';
import type { McpModule } from './mcp-service';

/** The bundle's name, beside the command. */
const MCP_BUNDLE = './mcp.js';

/** Loads the official SDK and what serves with it: large, and of no use to any other command. */
export function loadMcpBundle(): McpModule {
  return createRequire(__filename)(MCP_BUNDLE) as McpModule;
}
