import type { RuleExample } from '../../rule';

/** JavaScript for `tool-parameter-to-url`. */
export const JAVASCRIPT: { readonly bad: readonly RuleExample[]; readonly good: readonly RuleExample[] } = {
  bad: [
    {
      title: 'TypeScript: tool of an MCP server',
      file: 'src/app.ts',
      code: "import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';\n\nconst server = new McpServer({ name: 'web', version: '1.0.0' });\nserver.registerTool('get', { inputSchema }, async ({ url }) => ({ content: [{ type: 'text', text: await (await fetch(url)).text() }] }));\n",
    },
  ],
  good: [
    {
      title: 'TypeScript: host compared with a list',
      file: 'src/app.ts',
      code: "import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';\n\nconst server = new McpServer({ name: 'web', version: '1.0.0' });\nserver.registerTool('get', { inputSchema }, async ({ url }) => {\n  if (!ALLOWED.has(new URL(url).hostname)) throw new Error('host');\n  return { content: [{ type: 'text', text: await (await fetch(url)).text() }] };\n});\n",
    },
  ],
};
