import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema, type Tool } from '@modelcontextprotocol/sdk/types.js';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { McpModule, McpService, OfferedTool } from './mcp-service';

/** Serves one client over standard input and output, with the official SDK. */
export const serveStdio: McpModule['serveStdio'] = async (service) => {
  const transport = new StdioServerTransport();
  const server = serverOf(service);
  const closed = new Promise<void>((resolve) => {
    server.onclose = resolve;
  });
  // The transport does not notice that its client has gone.
  process.stdin.once('end', () => void server.close());
  await server.connect(transport);
  await closed;
};

/**
 * The handlers are set on the server below the SDK's `McpServer`: that one wants schemas of the SDK's own library, while our tools check their
 * input themselves, for every way they are called.
 */
function serverOf(service: McpService): McpServer['server'] {
  const { name, title, version, instructions, tools } = service;
  const { server } = new McpServer({ name, title, version }, { capabilities: { tools: {} }, instructions });
  const offered = tools.map(toolOf);
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: offered }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }) => {
    try {
      return { content: [{ type: 'text', text: await service.call(params.name, params.arguments, signal) }] };
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      return { content: [{ type: 'text', text }], isError: true };
    }
  });
  return server;
}

function toolOf({ name, title, description, input }: OfferedTool): Tool {
  const schema = toJsonSchema(input, { errorMode: 'ignore' }) as Tool['inputSchema'];
  return {
    name,
    title,
    description,
    inputSchema: schema,
    annotations: {
      title,
      readOnlyHint: true,
      idempotentHint: true,
      destructiveHint: false,
      openWorldHint: false,
    },
  };
}
