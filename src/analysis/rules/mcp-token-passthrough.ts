import type { Call } from '../../source/expression';
import type { ApiOf } from '../../catalog/schema/api';
import type { Rule, RuleContext } from '../rule';
import { calleeName } from '../rule-support/call-text';
import { callerCredentials } from '../rule-support/caller-credentials';
import { pathSteps } from '../rule-support/path-steps';
import { sentAlong } from '../rule-support/request-call';

const SERVER =
  'import httpx\nimport requests\nfrom fastmcp import Context, FastMCP\n\nmcp = FastMCP("app")\n\n';

export const rule: Rule = {
  id: 'mcp-token-passthrough',
  title: "MCP server passes its client's token on",
  stages: ['llm-develop-experiment', 'llm-deploy', 'llm-operate'],
  risks: [
    'owasp-agentic-2026:ASI03',
    'owasp-llm-2026:LLM03',
    'owasp-llm-2025:LLM06',
    'owasp-agentic-2026:ASI07',
  ],
  cwe: ['CWE-522', 'CWE-285'],
  atlas: ['AML.T0098', 'AML.T0055'],
  controls: ['C42', 'C40'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['mcp', 'authentication', 'secrets'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds tools of MCP servers that take the `Authorization` header, the token or all headers of whoever called them and send them with a request of their own to another service.',
  why: 'The specification forbids it: the token was issued for this server, and the other service cannot tell who uses it. Whoever gets hold of the token of one service uses it at all of them, and no log shows who acted.',
  fix: 'Check that the token was issued for this server, and get one of its own for the other service: token exchange (RFC 8693), the on-behalf-of flow, or credentials of the server.',
  references: [
    {
      title: 'Model Context Protocol: token passthrough',
      url: 'https://modelcontextprotocol.io/specification/2025-06-18/basic/security_best_practices#token-passthrough',
    },
    { title: 'RFC 8693: OAuth 2.0 Token Exchange', url: 'https://www.rfc-editor.org/rfc/rfc8693' },
  ],
  examples: {
    bad: [
      {
        title: 'header of the caller',
        code: `from fastmcp.server.dependencies import get_http_headers\n${SERVER}@mcp.tool()\ndef issues() -> dict:\n    authorization = get_http_headers().get("authorization")\n    return requests.get("https://api.github.com/issues", headers={"Authorization": authorization}, timeout=9).json()\n`,
      },
      {
        title: 'all headers',
        code: `from fastmcp.server.dependencies import get_http_headers\n${SERVER}@mcp.tool()\nasync def issues() -> dict:\n    async with httpx.AsyncClient() as client:\n        return (await client.get("https://api.github.com/issues", headers=get_http_headers())).json()\n`,
      },
      {
        title: 'request of the context',
        code: `${SERVER}@mcp.tool()\nasync def issues(ctx: Context) -> dict:\n    token = ctx.request_context.request.headers["authorization"]\n    async with httpx.AsyncClient(headers={"Authorization": token}) as client:\n        return (await client.get("https://api.github.com/issues")).json()\n`,
      },
      {
        title: 'checked token',
        code: `from fastmcp.server.dependencies import get_access_token\n${SERVER}@mcp.tool()\ndef issues() -> dict:\n    token = get_access_token()\n    headers = {"Authorization": f"Bearer {token.token}"}\n    return requests.get("https://api.github.com/issues", headers=headers, timeout=9).json()\n`,
      },
    ],
    good: [
      {
        title: 'credentials of the server',
        code: `import os\n${SERVER}@mcp.tool()\ndef issues() -> dict:\n    headers = {"Authorization": f"Bearer {os.environ['GITHUB_TOKEN']}"}\n    return requests.get("https://api.github.com/issues", headers=headers, timeout=9).json()\n`,
      },
      {
        title: 'exchanged token',
        code: `from fastmcp.server.dependencies import get_access_token\nfrom .oauth import exchange\n${SERVER}@mcp.tool()\ndef issues() -> dict:\n    headers = {"Authorization": f"Bearer {exchange(get_access_token().token, audience='github')}"}\n    return requests.get("https://api.github.com/issues", headers=headers, timeout=9).json()\n`,
      },
      {
        title: 'another header, the name of the caller',
        code: `from fastmcp.server.dependencies import get_access_token, get_http_headers\n${SERVER}@mcp.tool()\ndef issues() -> dict:\n    headers = {"X-Request-Id": get_http_headers().get("x-request-id", ""), "X-User": get_access_token().client_id}\n    return requests.get("https://api.example.com/issues", headers=headers, timeout=9).json()\n`,
      },
    ],
  },
  needs: ['tool-function'],
  on: { api: { 'execution-sink': check } },
};

function check(call: Call, { sink }: ApiOf<'execution-sink'>, context: RuleContext): void {
  if (sink !== 'url') return;
  for (const { value, keyword } of sentAlong(call, context.model)) {
    const origin =
      keyword === 'headers' || keyword === 'auth' ? callerCredentials(value, context) : undefined;
    if (!origin) continue;
    const callee = calleeName(call, context.model);
    context.report({
      at: call,
      message: `\`${callee}\` sends the credentials with which a client called this MCP server to another service. Get a token of its own for that service instead of passing this one on.`,
      subject: callee,
      path: pathSteps(origin, 'credentials of the client', {
        range: call.range,
        label: 'sent to another service',
      }),
    });
    return;
  }
}
