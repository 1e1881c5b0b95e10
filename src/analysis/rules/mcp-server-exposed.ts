import type { Call, Expression } from '../../source/expression';
import type { Rule, RuleContext } from '../rule';
import { riskyCallListeners } from '../rule-support/risky-call';

const AUTH = ['auth', 'auth_server_provider', 'token_verifier', 'middleware'];

export const rule: Rule = {
  id: 'mcp-server-exposed',
  title: 'MCP server open to the network',
  stages: ['llm-deploy', 'llm-operate', 'llm-develop-experiment'],
  risks: [
    'owasp-agentic-2026:ASI03',
    'owasp-agentic-2026:ASI07',
    'owasp-llm-2026:LLM03',
    'owasp-llm-2025:LLM06',
  ],
  cwe: ['CWE-306', 'CWE-862'],
  atlas: ['AML.T0049', 'AML.T0053'],
  controls: ['C34', 'C40'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['mcp', 'exposure', 'authentication'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds MCP servers over HTTP that listen on all interfaces (`host="0.0.0.0"`), in the constructor, in `run`, in `settings` and through uvicorn, while the server is made without authentication in the same file.',
  why: 'The tools of the server then belong to everybody who reaches the port, with the rights and the credentials of the server. A local port is not safe from web pages either.',
  fix: 'Listen on `127.0.0.1`, or use the `stdio` transport, where the client is on the same machine. Otherwise give the server authentication (`auth=`, `token_verifier=`), or put a proxy with authentication in front of it that alone can reach it.',
  references: [
    {
      title: 'Model Context Protocol: authorization',
      url: 'https://modelcontextprotocol.io/specification/2025-06-18/basic/authorization',
    },
    { title: 'FastMCP: authentication', url: 'https://gofastmcp.com/servers/auth/authentication' },
    { title: 'CWE-306: Missing Authentication', url: 'https://cwe.mitre.org/data/definitions/306.html' },
  ],
  examples: {
    bad: [
      {
        title: 'in run',
        code: 'from fastmcp import FastMCP\n\nmcp = FastMCP("shop")\n\nif __name__ == "__main__":\n    mcp.run(transport="sse", host="0.0.0.0", port=8000)\n',
      },
      {
        title: 'in the constructor',
        code: 'from mcp.server.fastmcp import FastMCP\n\nmcp = FastMCP("shop", host="0.0.0.0", port=8000)\nmcp.run(transport="streamable-http")\n',
      },
      {
        title: 'in the settings',
        code: 'from mcp.server.fastmcp import FastMCP\n\nmcp = FastMCP("shop")\nmcp.settings.host = "0.0.0.0"\nmcp.run(transport="sse")\n',
      },
      {
        title: 'asynchronous, through a constant',
        code: 'import asyncio\nfrom fastmcp import FastMCP\n\nHOST = "0.0.0.0"\nmcp = FastMCP(name="shop")\nasyncio.run(mcp.run_async(transport="http", host=HOST))\n',
      },
      {
        title: 'through uvicorn',
        code: 'import uvicorn\nfrom mcp.server.fastmcp import FastMCP\n\nmcp = FastMCP("shop")\nuvicorn.run(mcp.sse_app(), host="0.0.0.0", port=8000)\n',
      },
    ],
    good: [
      {
        title: 'this machine only',
        code: 'from fastmcp import FastMCP\n\nmcp = FastMCP("shop")\nmcp.run(transport="http", host="127.0.0.1", port=8000)\n',
      },
      {
        title: 'over standard input',
        code: 'from mcp.server.fastmcp import FastMCP\n\nmcp = FastMCP("shop")\nmcp.run()\n',
      },
      {
        title: 'with authentication',
        code: 'from fastmcp import FastMCP\nfrom fastmcp.server.auth import BearerAuthProvider\n\nmcp = FastMCP("shop", auth=BearerAuthProvider(public_key=KEY))\nmcp.run(transport="http", host="0.0.0.0", port=8000)\n',
      },
      {
        title: 'authentication of the SDK',
        code: 'from mcp.server.fastmcp import FastMCP\n\nmcp = FastMCP("shop", host="0.0.0.0", token_verifier=verifier, auth=settings)\n',
      },
      {
        title: 'host from the environment',
        code: 'import os\nfrom fastmcp import FastMCP\n\nmcp = FastMCP("shop")\nmcp.run(transport="http", host=os.environ["HOST"])\n',
      },
    ],
  },
  needs: ['risky-call:mcp-server-exposed'],
  on: riskyCallListeners({
    topics: ['mcp-server-exposed'],
    advice: 'Listen on 127.0.0.1, or give the server authentication.',
    weigh: (call, _, context) => (hasAuthentication(call, context) ? 'silent' : {}),
  }),
};

/** Whether the server that a call makes, starts or hands over was made with authentication. */
function hasAuthentication(call: Call, { model }: RuleContext): boolean {
  const handed = call.argument({ keyword: 'app', position: 0 });
  const start = handed.state === 'given' ? handed.argument.value : call.callee;
  const made = [call, ...chain(start).flatMap((one) => [one, model.dereference(one)])];
  return made.some((one) => one.kind === 'call' && AUTH.some((keyword) => isGiven(one, keyword)));
}

/** An expression and what it is an attribute or a result of. */
function chain(expression: Expression): readonly Expression[] {
  if (expression.kind === 'attribute') return [expression, ...chain(expression.object)];
  if (expression.kind === 'call') return [expression, ...chain(expression.callee)];
  return [expression];
}

function isGiven(call: Call, keyword: string): boolean {
  return call.argument({ keyword }).state !== 'absent';
}
