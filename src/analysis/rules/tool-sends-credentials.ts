import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import type { Rule, RuleContext } from '../rule';
import { calleeName } from '../rule-support/call-text';
import { isGuarded } from '../rule-support/guards';
import { modelOutput } from '../rule-support/model-output';
import { pathSteps } from '../rule-support/path-steps';
import { sentAlong } from '../rule-support/request-call';
import { reachingSecret } from '../rule-support/returned-secret';
import { sinkInputs } from '../rule-support/sink-inputs';

const SERVER =
  'import os\nimport httpx\nimport requests\nfrom mcp.server.fastmcp import FastMCP\n\nmcp = FastMCP("app")\nTOKEN = os.environ["SERVICE_TOKEN"]\n\n';

export const rule: Rule = {
  id: 'tool-sends-credentials',
  title: 'Tool sends a credential to a server of its caller',
  stages: ['llm-develop-experiment', 'llm-operate', 'llm-deploy'],
  risks: [
    'owasp-agentic-2026:ASI03',
    'owasp-llm-2026:LLM02',
    'owasp-llm-2025:LLM02',
    'owasp-agentic-2026:ASI02',
  ],
  cwe: ['CWE-522', 'CWE-918', 'CWE-201'],
  atlas: ['AML.T0086', 'AML.T0098'],
  controls: ['C40', 'C39', 'C12'],
  severity: 'error',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['agents', 'mcp', 'secrets', 'ssrf'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds requests in tools of agents and MCP servers that carry a key, a token or a password of the server, in a header, as login, cookie or parameter, while a parameter of the tool chooses the host.',
  why: 'One call with an address of an attacker is enough: the tool itself delivers the credential. A model makes that call when a text that it read asks for it.',
  fix: 'Fix the host in the code, or compare it with a list before the credential is added. Keep one client with credentials for the service they belong to, and another one without for everything else.',
  references: [
    {
      title: 'Model Context Protocol: security best practices',
      url: 'https://modelcontextprotocol.io/specification/2025-06-18/basic/security_best_practices',
    },
    {
      title: 'CWE-522: Insufficiently Protected Credentials',
      url: 'https://cwe.mitre.org/data/definitions/522.html',
    },
  ],
  examples: {
    bad: [
      {
        title: 'token in a header',
        code: `${SERVER}@mcp.tool()\ndef call_api(url: str) -> str:\n    return requests.get(url, headers={"Authorization": f"Bearer {TOKEN}"}, timeout=9).text\n`,
      },
      {
        title: 'host from a parameter',
        code: `${SERVER}@mcp.tool()\nasync def query(host: str, text: str) -> dict:\n    async with httpx.AsyncClient() as client:\n        reply = await client.post(f"https://{host}/query", json={"q": text}, headers={"X-Key": os.getenv("API_KEY")})\n        return reply.json()\n`,
      },
      {
        title: 'client with a token',
        code: `${SERVER}@mcp.tool()\nasync def fetch(url: str) -> str:\n    async with httpx.AsyncClient(headers={"Authorization": "Bearer " + TOKEN}) as client:\n        return (await client.get(url)).text\n`,
      },
      {
        title: 'login',
        code: `${SERVER}@mcp.tool()\ndef ping(base_url: str) -> int:\n    return requests.get(base_url + "/ping", auth=("bot", os.environ["DB_PASSWORD"]), timeout=9).status_code\n`,
      },
      {
        title: 'headers put together before',
        code: `${SERVER}@mcp.tool()\ndef call_api(url: str) -> str:\n    headers = {"Accept": "application/json"}\n    headers["Authorization"] = f"Bearer {TOKEN}"\n    return requests.post(url, headers=headers, timeout=9).text\n`,
      },
    ],
    good: [
      {
        title: 'token for a fixed host',
        code: `${SERVER}@mcp.tool()\ndef call_api(path: str) -> str:\n    return requests.get(f"https://api.example.com/{path}", headers={"Authorization": f"Bearer {TOKEN}"}, timeout=9).text\n`,
      },
      {
        title: 'any host without a token',
        code: `${SERVER}@mcp.tool()\ndef fetch(url: str) -> str:\n    return requests.get(url, headers={"Accept": "text/html"}, timeout=9).text\n`,
      },
      {
        title: 'host compared with a list',
        code: `from urllib.parse import urlparse\n${SERVER}@mcp.tool()\ndef call_api(url: str) -> str:\n    host = urlparse(url).hostname\n    if host != "api.example.com":\n        raise ValueError(host)\n    return requests.get(url, headers={"Authorization": f"Bearer {TOKEN}"}, timeout=9).text\n`,
      },
      {
        title: 'credential of the caller',
        code: `${SERVER}@mcp.tool()\ndef call_api(url: str, key: str) -> str:\n    return requests.get(url, headers={"X-Key": key}, timeout=9).text\n`,
      },
    ],
  },
  needs: ['tool-function'],
  on: { api: { 'execution-sink': check } },
};

function check(call: Call, api: ApiOf<'execution-sink'>, context: RuleContext): void {
  if (api.sink !== 'url') return;
  const carried = sentAlong(call, context.model);
  if (carried.length === 0) return;
  for (const { expression } of sinkInputs(call, api, context)) {
    const chosen = modelOutput(expression, 'url', context);
    if (!chosen?.origin.parameter || isGuarded(expression, chosen.origin, 'url', context.model)) continue;
    for (const { value } of carried) {
      const secret = reachingSecret(value, context);
      if (!secret) continue;
      const callee = calleeName(call, context.model);
      context.report({
        at: call,
        message: `\`${callee}\` sends ${secret.written} to a host that ${chosen.written}. Fix the host, or compare it with a list before the credential is added.`,
        subject: callee,
        confidence:
          secret.confidence === 'certain' && chosen.confidence === 'certain' ? 'certain' : 'probable',
        path: pathSteps(secret.origin, `${secret.written} is read`, {
          range: call.range,
          label: 'sent to a host of the caller',
        }),
      });
      return;
    }
  }
}
