import { rangeAt } from '../../source/content/text-place';
import type { Rule, RuleContext } from '../rule';
import { commandLine, mcpServerListener, type McpServer } from '../rule-support/mcp-servers';
import { hostOf, isForeign } from '../rule-support/remote-address';

function check(server: McpServer, context: RuleContext): void {
  const url =
    server.url?.kind === 'scalar' && typeof server.url.value === 'string'
      ? [{ ...server.url, value: server.url.value }]
      : [];
  for (const { value, place } of [...url, ...commandLine(server)]) {
    const match = /(?:^|=)(http:\/\/\S+)/iu.exec(value);
    const host = match?.[1] === undefined ? undefined : hostOf(match[1]);
    if (!match?.[1] || host === undefined || !isForeign(host)) continue;
    const start = value.indexOf(match[1]);
    const range = rangeAt(place, { start, end: start + match[1].length });
    const scheme = rangeAt(place, { start, end: start + 'http'.length });
    context.report({
      at: range,
      subject: host,
      message: `The MCP server \`${server.name}\` is reached at \`${host}\` over plain http. Anybody on the way can read its keys and results and put instructions into them; use https.`,
      fixes: [{ title: 'Use https', safe: false, edits: [{ range: scheme, newText: 'https' }] }],
    });
  }
}

export const rule: Rule = {
  id: 'mcp-plain-http',
  title: 'Remote MCP server over plain http',
  stages: ['llm-develop-experiment', 'llm-deploy', 'llm-operate'],
  risks: ['owasp-agentic-2026:ASI07', 'owasp-llm-2026:LLM02', 'owasp-llm-2025:LLM02'],
  cwe: ['CWE-319'],
  atlas: ['AML.T0055', 'AML.T0051.001'],
  controls: ['C40', 'C42'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['mcp', 'agents', 'transport', 'configuration'],
  languages: ['json', 'yaml', 'toml'],
  what: 'Finds MCP servers in the configuration of agents whose address begins with `http://` and is not this machine or a private network, also as an argument of a bridge such as `mcp-remote`.',
  why: 'Tokens, the texts an agent works on and the results of tools go over the network in the clear. Whoever changes them on the way gives the agent instructions that look like the answer of a trusted tool.',
  fix: 'Use the `https` address of the server. For a server of your own, put a proxy with a certificate before it, or reach it through a tunnel on `localhost`.',
  references: [
    {
      title: 'MCP: transports',
      url: 'https://modelcontextprotocol.io/specification/2025-06-18/basic/transports',
    },
  ],
  examples: {
    bad: [
      {
        title: 'a remote server',
        code: '{"mcpServers": {"x": {"url": "http://mcp.example.org/sse"}}}\n',
        file: '.cursor/mcp.json',
      },
      {
        title: 'VS Code',
        code: '{"servers": {"x": {"type": "http", "url": "http://203.0.113.7:8080/mcp"}}}\n',
        file: '.vscode/mcp.json',
      },
      {
        title: 'through a bridge',
        code: '{"mcpServers": {"x": {"command": "npx", "args": ["mcp-remote@0.1.18", "http://mcp.example.org/sse", "--allow-http"]}}}\n',
        file: '.mcp.json',
      },
      {
        title: 'Codex',
        code: '[mcp_servers.x]\nurl = "http://mcp.example.org/mcp"\n',
        file: '.codex/config.toml',
      },
    ],
    good: [
      {
        title: 'https, this machine, the own network, a variable',
        code: '{"mcpServers": {"a": {"url": "https://mcp.example.org/mcp"}, "b": {"url": "http://localhost:3000/sse"}, "c": {"url": "http://127.0.0.1:8000"}, "d": {"url": "http://192.168.1.4/mcp"}, "e": {"url": "http://${HOST}/mcp"}, "f": {"url": "http://tools:8080/mcp"}}}\n',
        file: '.mcp.json',
      },
    ],
  },
  on: { data: mcpServerListener(check) },
};
