import { JAVASCRIPT } from '../rule-examples/javascript/tool-parameter-to-url';
import type { Rule } from '../rule';
import { modelOutputListeners } from '../rule-support/model-output-rule';

const SERVER = 'from mcp.server.fastmcp import FastMCP\n\nmcp = FastMCP("web")\n\n';

export const rule: Rule = {
  id: 'tool-parameter-to-url',
  title: 'Tool asks a server that its caller names',
  stages: ['llm-develop-experiment', 'llm-operate', 'llm-deploy'],
  risks: [
    'owasp-agentic-2026:ASI02',
    'owasp-llm-2026:LLM03',
    'owasp-llm-2025:LLM06',
    'owasp-agentic-2026:ASI04',
  ],
  cwe: ['CWE-918'],
  atlas: ['AML.T0053', 'AML.T0086'],
  controls: ['C39', 'C40'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['agents', 'mcp', 'network', 'ssrf'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds tools of agents and MCP servers that send a request to an address from their parameters: the whole address or its host, through any HTTP client, a browser or a page loader. A parameter in the path or the query of a fixed host is not reported, nor one that was compared with a list.',
  why: 'The request leaves from where the tool runs: `http://169.254.169.254/` gives cloud credentials, `http://localhost` the services that trust the machine. The parameter is filled by a model, and so by whoever wrote what the model read.',
  fix: 'Compare scheme and host with a list before the request (`urlparse(url).hostname in ALLOWED`). Where any page is the purpose, refuse private, loopback and link-local addresses after the name is resolved, follow redirects only with the same check, and send no credentials.',
  references: [
    {
      title: 'OWASP: server-side request forgery prevention',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html',
    },
    {
      title: 'Model Context Protocol: security best practices',
      url: 'https://modelcontextprotocol.io/specification/2025-06-18/basic/security_best_practices',
    },
    { title: 'CWE-918: SSRF', url: 'https://cwe.mitre.org/data/definitions/918.html' },
  ],
  examples: {
    bad: [
      {
        title: 'MCP tool with requests',
        code: `import requests\n${SERVER}@mcp.tool()\ndef fetch(url: str) -> str:\n    return requests.get(url, timeout=10).text\n`,
      },
      {
        title: 'asynchronous client',
        code: `import httpx\n${SERVER}@mcp.tool()\nasync def fetch(url: str) -> str:\n    async with httpx.AsyncClient() as client:\n        response = await client.get(url)\n        return response.text\n`,
      },
      {
        title: 'host of an address',
        code: `import urllib.request\n${SERVER}@mcp.tool()\ndef status(host: str, port: int) -> str:\n    return urllib.request.urlopen(f"http://{host}:{port}/status").read().decode()\n`,
      },
      {
        title: 'low-level server',
        code: 'import httpx\nfrom mcp.server import Server\n\napp = Server("web")\n\n@app.call_tool()\nasync def call_tool(name: str, arguments: dict):\n    if name == "fetch":\n        async with httpx.AsyncClient(follow_redirects=True) as client:\n            reply = await client.get(arguments["url"])\n            return [reply.text]\n    raise ValueError(name)\n',
      },
      {
        title: 'tool class of LangChain',
        code: 'import requests\nfrom langchain_core.tools import BaseTool\n\nclass Fetch(BaseTool):\n    name: str = "fetch"\n    description: str = "Fetches a page"\n\n    def _run(self, url: str) -> str:\n        return requests.get(url, timeout=10).text\n',
      },
      {
        title: 'through a helper, posted to',
        code: `import requests\n${SERVER}def send(target, body):\n    return requests.post(target, json=body, timeout=10).status_code\n\n@mcp.tool()\ndef notify(webhook: str, text: str) -> int:\n    return send(webhook, {"text": text})\n`,
      },
      {
        title: 'function given to an agent',
        code: 'import aiohttp\nfrom agents import Agent, function_tool\n\n@function_tool\nasync def fetch(url: str) -> str:\n    async with aiohttp.ClientSession() as session:\n        async with session.get(url) as reply:\n            return await reply.text()\n',
      },
      ...JAVASCRIPT.bad,
    ],
    good: [
      {
        title: 'parameter in the query of a fixed host',
        code: `import requests\n${SERVER}@mcp.tool()\ndef weather(city: str) -> str:\n    requests.get(f"https://api.example.com/v1/{city}", timeout=10)\n    return requests.get("https://api.example.com/weather", params={"q": city}, timeout=10).text\n`,
      },
      {
        title: 'host compared with a list',
        code: `from urllib.parse import urlparse\nimport requests\n${SERVER}ALLOWED = {"docs.example.com"}\n\n@mcp.tool()\ndef fetch(url: str) -> str:\n    if urlparse(url).hostname not in ALLOWED:\n        raise ValueError("host is not allowed")\n    return requests.get(url, timeout=10).text\n`,
      },
      {
        title: 'address checked by a validator',
        code: `import requests\nfrom .net import assert_public_url\n${SERVER}@mcp.tool()\ndef fetch(url: str) -> str:\n    assert_public_url(url)\n    return requests.get(url, timeout=10).text\n`,
      },
      {
        title: 'a function that is no tool',
        code: 'import requests\n\ndef fetch(url: str) -> str:\n    return requests.get(url, timeout=10).text\n',
      },
      {
        title: 'one of a few addresses',
        code: `from typing import Literal\nimport requests\n${SERVER}SITES = {"a": "https://a.example/", "b": "https://b.example/"}\n\n@mcp.tool()\ndef fetch(site: Literal["a", "b"]) -> str:\n    return requests.get(SITES[site], timeout=10).text\n`,
      },
      ...JAVASCRIPT.good,
    ],
  },
  needs: ['tool-function'],
  on: modelOutputListeners({
    sink: 'url',
    does: (text) => `asks the server that ${text.replace(/^what /u, '')} names`,
    advice:
      'From where the tool runs that can be any internal service; compare scheme and host with a list first.',
    parametersOnly: true,
    certainFlowOnly: true,
  }),
};
