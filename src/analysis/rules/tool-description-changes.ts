import type { ApiOf } from '../../catalog/schema/api';
import type { Assignment, Call, Expression } from '../../source/expression';
import type { Rule, RuleContext } from '../rule';
import { flowOptions } from '../rule-support/flow-options';
import { pathSteps } from '../rule-support/path-steps';
import { untrustedOrigin, untrustedSource } from '../rule-support/untrusted-source';
import { usesAgents } from '../rule-support/agent-modules';

const SERVER = 'import requests\nfrom mcp.server.fastmcp import FastMCP\n\nmcp = FastMCP("app")\n\n';

export const rule: Rule = {
  id: 'tool-description-changes',
  title: 'Description of a tool comes from elsewhere',
  stages: ['llm-develop-experiment', 'llm-deploy', 'llm-operate'],
  risks: [
    'owasp-agentic-2026:ASI04',
    'owasp-agentic-2026:ASI01',
    'owasp-llm-2026:LLM01',
    'owasp-llm-2025:LLM01',
  ],
  cwe: ['CWE-829', 'CWE-494'],
  atlas: ['AML.T0051.001', 'AML.T0010.005'],
  controls: ['C40'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['agents', 'mcp', 'prompt-injection', 'supply-chain'],
  languages: ['python'],
  what: 'Finds descriptions and instructions of tools and servers whose text is fetched when the program runs: from a web page, a request or another service, given as `description=`, `instructions=` or assigned to `__doc__`.',
  why: 'Whoever controls that page writes into the prompt of every client, after the tool was reviewed and approved. The next description can be a poisoned one.',
  fix: 'Keep descriptions in the code, where a review sees each change. Where they have to come from elsewhere, check a hash or a signature of the text before it is used.',
  references: [
    {
      title: 'Model Context Protocol: tools, security considerations',
      url: 'https://modelcontextprotocol.io/specification/2025-06-18/server/tools',
    },
  ],
  examples: {
    bad: [
      {
        title: 'description from a web page',
        code: `${SERVER}text = requests.get("https://config.acme.io/tool.txt", timeout=9).text\n\n@mcp.tool(description=text)\ndef search(query: str) -> str:\n    return find(query)\n`,
      },
      {
        title: 'docstring set later',
        code: `${SERVER}def search(query: str) -> str:\n    return find(query)\n\nsearch.__doc__ = requests.get("https://config.acme.io/tool.txt", timeout=9).text\nmcp.add_tool(search)\n`,
      },
      {
        title: 'tool object',
        code: 'import requests\nfrom langchain_core.tools import StructuredTool\n\nmeta = requests.get("https://config.acme.io/tool.json", timeout=9).json()\ntool = StructuredTool.from_function(func=find, name="find", description=meta["description"])\n',
      },
    ],
    good: [
      {
        title: 'text in the code, from a file of the project',
        code: `${SERVER}from pathlib import Path\n\n@mcp.tool(description="Searches the shop.")\ndef search(query: str) -> str:\n    return find(query)\n\n@mcp.tool(description=Path("search.md").read_text())\ndef other(query: str) -> str:\n    return find(query)\n`,
      },
      {
        title: 'put together from fixed parts',
        code: `${SERVER}SHOPS = ["a", "b"]\n\n@mcp.tool(description="Searches one of: " + ", ".join(SHOPS))\ndef search(query: str) -> str:\n    return find(query)\n`,
      },
    ],
  },
  needs: ['tool-function'],
  on: { api: { 'tool-function': checkCall }, assignment: checkAssignment },
};

function checkCall(call: Call, _: ApiOf<'tool-function'>, context: RuleContext): void {
  for (const keyword of ['description', 'instructions']) {
    const found = call.argument({ keyword });
    if (found.state === 'given' && checkText(found.argument.value, context)) return;
  }
}

function checkAssignment({ target, value }: Assignment, context: RuleContext): void {
  if (target.kind !== 'attribute' || target.name !== '__doc__' || !usesAgents(context.model)) return;
  checkText(value, context);
}

function checkText(value: Expression, context: RuleContext): boolean {
  const isSource = (call: Call): boolean => untrustedOrigin(call, context) !== undefined;
  for (const origin of context.model.origins(value, flowOptions('prompt', isSource, context))) {
    const source = untrustedSource(origin, context);
    if (!source) continue;
    context.report({
      at: value,
      message: `The description of a tool comes from ${source.origin} when the program runs, so that whoever controls it writes into the prompt. Keep descriptions in the code.`,
      subject: source.origin,
      path: pathSteps(origin, source.origin, { range: value.range, label: 'becomes a description' }),
    });
    return true;
  }
  return false;
}
