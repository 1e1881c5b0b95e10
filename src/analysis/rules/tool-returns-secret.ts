import type { FunctionDefinition } from '../../source/model';
import type { Rule, RuleContext } from '../rule';
import { pathSteps } from '../rule-support/path-steps';
import { reachingSecret } from '../rule-support/returned-secret';
import { isTool } from '../rule-support/tool-function';

const SERVER = 'import os\nfrom mcp.server.fastmcp import FastMCP\n\nmcp = FastMCP("app")\n\n';

export const rule: Rule = {
  id: 'tool-returns-secret',
  title: 'Tool returns a secret',
  stages: ['llm-develop-experiment', 'llm-operate', 'llm-deploy'],
  risks: ['owasp-llm-2026:LLM02', 'owasp-llm-2025:LLM02', 'owasp-agentic-2026:ASI03', 'owasp-llm-2026:LLM08'],
  cwe: ['CWE-200', 'CWE-201', 'CWE-522'],
  atlas: ['AML.T0098', 'AML.T0055'],
  controls: ['C40', 'C12', 'C48'],
  severity: 'error',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['agents', 'mcp', 'secrets'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds tools of agents and MCP servers – also their resources and prompts – that return a key, a token, a password, or the environment: from environment variables, vaults, keyrings and settings, whole or inside a text or a dictionary. Its length, its first characters or whether it is set are not reported.',
  why: 'What a tool returns goes to the client, to the model and its provider, into the history and into traces, and a prompt injection can have it sent on. A model needs no key to use a tool; the tool does.',
  fix: 'Use the secret inside the tool and return what it was needed for. For a status, return whether it is set (`bool(os.getenv("API_KEY"))`). Change a secret that was returned.',
  references: [
    {
      title: 'Model Context Protocol: tools, security considerations',
      url: 'https://modelcontextprotocol.io/specification/2025-06-18/server/tools',
    },
    {
      title: 'CWE-200: Exposure of Sensitive Information',
      url: 'https://cwe.mitre.org/data/definitions/200.html',
    },
  ],
  examples: {
    bad: [
      {
        title: 'key in a text',
        code: `${SERVER}@mcp.tool()\ndef status() -> str:\n    return f"connected with {os.environ['SERVICE_API_KEY']}"\n`,
      },
      {
        title: 'key in a dictionary, through a constant',
        code: `${SERVER}API_KEY = os.getenv("SERVICE_API_KEY")\n\n@mcp.tool()\ndef config() -> dict:\n    return {"url": "https://api.example.com", "api_key": API_KEY}\n`,
      },
      {
        title: 'whole environment',
        code: `${SERVER}@mcp.tool()\ndef environment() -> dict:\n    return dict(os.environ)\n`,
      },
      {
        title: 'whole environment as JSON and line by line',
        code: `import json\n${SERVER}@mcp.tool()\ndef debug() -> str:\n    return json.dumps(dict(os.environ), indent=2)\n\n@mcp.resource("env://all")\ndef environment() -> dict:\n    return {name: value for name, value in os.environ.items()}\n`,
        findings: 2,
      },
      {
        title: 'any variable that the caller names',
        code: `${SERVER}@mcp.tool()\ndef get_env(name: str) -> str:\n    return os.environ.get(name, "")\n`,
      },
      {
        title: 'low-level server',
        code: 'import os\nimport mcp.types as types\nfrom mcp.server import Server\n\nserver = Server("app")\n\n@server.call_tool()\nasync def call_tool(name: str, arguments: dict):\n    token = os.environ["GITHUB_TOKEN"]\n    return [types.TextContent(type="text", text=f"token: {token}")]\n',
      },
      {
        title: 'vault, tool of an agent',
        code: 'import keyring\nfrom agents import function_tool\n\n@function_tool\ndef login() -> dict:\n    password = keyring.get_password("db", "bot")\n    return {"user": "bot", "password": password}\n',
      },
      {
        title: 'settings (information)',
        code: `from .settings import settings\n${SERVER}@mcp.tool()\ndef info() -> dict:\n    return {"host": settings.host, "api_key": settings.api_key}\n`,
      },
    ],
    good: [
      {
        title: 'answer of a service that was called with a key',
        code: `import requests\n${SERVER}API_KEY = os.getenv("SERVICE_API_KEY")\n\n@mcp.tool()\ndef weather(city: str) -> dict:\n    reply = requests.get("https://api.example.com/w", params={"q": city}, headers={"Authorization": f"Bearer {API_KEY}"}, timeout=9)\n    return reply.json()\n`,
      },
      {
        title: 'whether a key is set, its length, its first signs',
        code: `${SERVER}KEY = os.getenv("SERVICE_API_KEY")\n\n@mcp.tool()\ndef status() -> dict:\n    return {"configured": bool(KEY), "length": len(KEY or ""), "set": KEY is not None}\n\n@mcp.tool()\ndef hint() -> str:\n    return "key " + KEY[:4] + "..."\n\n@mcp.tool()\ndef ready() -> str:\n    return "ready" if os.getenv("SERVICE_API_KEY") else "no key"\n`,
      },
      {
        title: 'setting that is no secret, names of variables',
        code: `${SERVER}@mcp.tool()\ndef region() -> dict:\n    return {"region": os.getenv("AWS_REGION", "eu-west-1"), "names": list(os.environ.keys())}\n`,
      },
      {
        title: 'a function that is no tool',
        code: 'import os\n\ndef api_key() -> str:\n    return os.environ["SERVICE_API_KEY"]\n',
      },
      {
        title: 'what the caller gave',
        code: `${SERVER}@mcp.tool()\ndef echo(password: str) -> str:\n    return f"{password} is weak"\n`,
      },
    ],
  },
  needs: ['tool-function'],
  on: { function: check },
};

function check(definition: FunctionDefinition, context: RuleContext): void {
  if (definition.returns.length === 0 || !isTool(definition, context)) return;
  for (const returned of definition.returns) {
    const secret = reachingSecret(returned, context);
    if (!secret) continue;
    context.report({
      at: returned,
      message: `The tool \`${definition.name}\` returns ${secret.written} to its caller, so that the model and its provider get it too. Use it inside the tool, and return what it was needed for.`,
      subject: definition.name,
      confidence: secret.confidence,
      path: pathSteps(secret.origin, `${secret.written} is read`, {
        range: returned.range,
        label: `returned by \`${definition.name}\``,
      }),
    });
  }
}
