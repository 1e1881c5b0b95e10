import type { ApiOf } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { Rule, RuleContext } from '../rule';
import { calleeName } from '../rule-support/call-text';
import { findArgument } from '../rule-support/find-argument';
import { isExampleHost, isOwnHost, plainHttpHost } from '../rule-support/own-host';

export const rule: Rule = {
  id: 'mcp-plain-http',
  title: 'MCP server over plain http',
  stages: ['llm-develop-experiment', 'llm-deploy', 'llm-operate'],
  risks: [
    'owasp-agentic-2026:ASI07',
    'owasp-agentic-2026:ASI04',
    'owasp-llm-2026:LLM04',
    'owasp-llm-2025:LLM03',
  ],
  cwe: ['CWE-319'],
  atlas: ['AML.T0010.005', 'AML.T0055'],
  controls: ['C40'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['mcp', 'transport', 'supply-chain'],
  languages: ['python'],
  what: 'Finds clients of MCP servers that are given an `http://` address of another machine, in the call, in a dictionary of servers or through a constant. Addresses of this machine and of private networks are not reported.',
  why: 'Whoever sits on the way reads the tokens and the data of every call, and can change the descriptions and results of the tools: instructions that the model follows.',
  fix: 'Use `https://`. Where the server has no certificate, reach it through a tunnel or a proxy that has one.',
  references: [
    {
      title: 'Model Context Protocol: authorization, communication security',
      url: 'https://modelcontextprotocol.io/specification/2025-06-18/basic/authorization',
    },
    { title: 'CWE-319: Cleartext Transmission', url: 'https://cwe.mitre.org/data/definitions/319.html' },
  ],
  examples: {
    bad: [
      {
        title: 'client of the SDK',
        code: 'from mcp.client.sse import sse_client\n\nasync def connect():\n    async with sse_client("http://mcp.acme.io/sse") as streams:\n        return streams\n',
      },
      {
        title: 'through a constant',
        code: 'from mcp.client.streamable_http import streamablehttp_client\n\nURL = "http://203.0.113.7:8000/mcp"\n\nasync def connect():\n    async with streamablehttp_client(url=URL) as streams:\n        return streams\n',
      },
      {
        title: 'dictionary of servers',
        code: 'from langchain_mcp_adapters.client import MultiServerMCPClient\n\nclient = MultiServerMCPClient({"math": {"transport": "sse", "url": "http://math.acme.io/sse"}})\n',
      },
      {
        title: 'parameters of the Agents SDK',
        code: 'from agents.mcp import MCPServerSse\n\nserver = MCPServerSse(params={"url": "http://tools.acme.io/sse"}, name="tools")\n',
      },
      {
        title: 'hosted tool',
        code: 'from agents import HostedMCPTool\n\ntool = HostedMCPTool(tool_config={"type": "mcp", "server_label": "shop", "server_url": "http://shop.acme.io/mcp"})\n',
      },
      {
        title: 'FastMCP and Pydantic AI',
        code: 'from fastmcp import Client\nfrom pydantic_ai.mcp import MCPServerSSE\n\nclient = Client("http://tools.acme.io/mcp")\nserver = MCPServerSSE(url="http://tools.acme.io/sse")\n',
        findings: 2,
      },
    ],
    good: [
      {
        title: 'https, this machine, the private network',
        code: 'from fastmcp import Client\nfrom mcp.client.sse import sse_client\n\na = sse_client("https://mcp.acme.io/sse")\nb = sse_client("http://localhost:8000/sse")\nc = Client("http://127.0.0.1:8000/mcp")\nd = Client("http://tools:8000/mcp")\ne = Client("http://10.0.0.8/mcp")\n',
      },
      {
        title: 'address from elsewhere',
        code: 'from mcp.client.sse import sse_client\n\ndef connect(url):\n    return sse_client(url)\n',
      },
      {
        title: 'no client of MCP',
        code: 'from http_tools import Client\n\nclient = Client("http://tools.acme.io/mcp")\n',
      },
    ],
  },
  needs: ['risky-call'],
  on: { api: { 'risky-call': check } },
};

function check(call: Call, api: ApiOf<'risky-call'>, context: RuleContext): void {
  if (api.topic !== 'mcp-client' || !api.input) return;
  const found = findArgument(call, api.input, context.model);
  const host = found.state === 'given' ? foreignHost(found.value, context) : undefined;
  if (host === undefined) return;
  context.report({
    at: call,
    message: `\`${calleeName(call, context.model)}\` talks to the MCP server at ${host} over plain http, where tokens can be read and tools changed on the way. Use https.`,
    subject: host,
  });
}

/** The host of the first plain address in a value: the value itself, or an entry of a dictionary or list. */
function foreignHost(value: Expression, context: RuleContext, depth = 0): string | undefined {
  const { model } = context;
  const known = model.evaluate(value);
  if (known.known) return typeof known.value === 'string' ? hostOf(known.value) : undefined;
  const written = model.dereference(value);
  if (depth > 3) return undefined;
  for (const part of partsOf(written)) {
    const host = foreignHost(part, context, depth + 1);
    if (host !== undefined) return host;
  }
  return undefined;
}

function partsOf(written: Expression): readonly Expression[] {
  if (written.kind === 'dict') return written.entries.map(({ value }) => value);
  if (written.kind === 'collection') return written.elements;
  if (written.kind === 'call') return written.arguments.map(({ value }) => value);
  return [];
}

function hostOf(address: string): string | undefined {
  const host = plainHttpHost(address);
  return host === undefined || isOwnHost(host) || isExampleHost(host) ? undefined : host;
}
