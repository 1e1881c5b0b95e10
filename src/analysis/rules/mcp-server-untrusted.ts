import type { ApiOf } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { Origin } from '../../source/model';
import type { Rule, RuleContext } from '../rule';
import { calleeName } from '../rule-support/call-text';
import { flowOptions } from '../rule-support/flow-options';
import { findArgument } from '../rule-support/find-argument';
import { isGuarded } from '../rule-support/guards';
import { modelOutput } from '../rule-support/model-output';
import { pathSteps } from '../rule-support/path-steps';
import { untrustedOrigin, untrustedSource } from '../rule-support/untrusted-source';
import type { Confidence } from '../severity';

export const rule: Rule = {
  id: 'mcp-server-untrusted',
  title: 'An outsider chooses the MCP server',
  stages: ['llm-develop-experiment', 'llm-deploy', 'llm-operate'],
  risks: [
    'owasp-agentic-2026:ASI04',
    'owasp-agentic-2026:ASI05',
    'owasp-llm-2026:LLM04',
    'owasp-llm-2025:LLM03',
  ],
  cwe: ['CWE-78', 'CWE-829', 'CWE-918'],
  atlas: ['AML.T0010.005', 'AML.T0011.002'],
  controls: ['C40', 'C39'],
  severity: 'error',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['mcp', 'command-injection', 'supply-chain'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds clients of MCP servers whose program, arguments or address come from a request, a form, a web page or a model: `StdioServerParameters(command=...)`, `sse_client(url)` and the classes of agent libraries. What comes from the command line or the environment of whoever runs the program is not reported.',
  why: 'The program of a local server is started with the rights of this process: choosing it is running any command. A server that somebody else chose brings tools and descriptions that the model trusts.',
  fix: 'Keep a list of servers in the code or in a configuration that only its operators write, and let the outsider choose an entry by name.',
  references: [
    {
      title: 'Model Context Protocol: security best practices',
      url: 'https://modelcontextprotocol.io/specification/2025-06-18/basic/security_best_practices',
    },
    { title: 'CWE-78: OS Command Injection', url: 'https://cwe.mitre.org/data/definitions/78.html' },
  ],
  examples: {
    bad: [
      {
        title: 'program from a request',
        code: 'from fastapi import FastAPI\nfrom mcp import StdioServerParameters\n\napp = FastAPI()\n\n@app.post("/connect")\nasync def connect(command: str, args: list[str]):\n    return await start(StdioServerParameters(command=command, args=["--stdio"]))\n',
      },
      {
        title: 'arguments from a form',
        code: 'import shlex\nfrom flask import Flask, request\nfrom mcp.client.stdio import StdioServerParameters\n\napp = Flask(__name__)\n\n@app.post("/connect")\ndef connect():\n    return start(StdioServerParameters(command="npx", args=["-y", request.form["package"]]))\n',
      },
      {
        title: 'address from a request',
        code: 'from fastapi import FastAPI\nfrom mcp.client.sse import sse_client\n\napp = FastAPI()\n\n@app.get("/tools")\nasync def tools(url: str):\n    async with sse_client(url) as streams:\n        return await names(streams)\n',
      },
      {
        title: 'server chosen by a model',
        code: 'from openai import OpenAI\nfrom mcp import StdioServerParameters\n\nclient = OpenAI()\ncommand = client.responses.create(model="gpt-5", input=question).output_text\nparameters = StdioServerParameters(command=command)\n',
      },
      {
        title: 'dictionary of servers from Streamlit',
        code: 'import json\nimport streamlit as st\nfrom langchain_mcp_adapters.client import MultiServerMCPClient\n\nconfig = json.loads(st.text_area("Servers"))\nclient = MultiServerMCPClient(config)\n',
      },
    ],
    good: [
      {
        title: 'fixed program',
        code: 'from mcp import StdioServerParameters\n\nparameters = StdioServerParameters(command="uvx", args=["mcp-server-git==2025.7.1"])\n',
      },
      {
        title: 'one of a table',
        code: 'from fastapi import FastAPI\nfrom mcp import StdioServerParameters\n\nSERVERS = {"git": ["uvx", "mcp-server-git"]}\napp = FastAPI()\n\n@app.post("/connect")\nasync def connect(name: str):\n    program, *rest = SERVERS[name]\n    return await start(StdioServerParameters(command=program, args=rest))\n',
      },
      {
        title: 'from the command line',
        code: 'import sys\nfrom mcp import StdioServerParameters\n\nparameters = StdioServerParameters(command="python", args=[sys.argv[1]])\n',
      },
      {
        title: 'from a parameter of a function',
        code: 'from mcp import StdioServerParameters\n\ndef parameters(script: str) -> StdioServerParameters:\n    return StdioServerParameters(command="python", args=[script])\n',
      },
      {
        title: 'compared with a list',
        code: 'from fastapi import FastAPI\nfrom mcp.client.sse import sse_client\n\nALLOWED = {"https://tools.acme.io/sse"}\napp = FastAPI()\n\n@app.get("/tools")\nasync def tools(url: str):\n    if url not in ALLOWED:\n        raise ValueError(url)\n    async with sse_client(url) as streams:\n        return await names(streams)\n',
      },
    ],
  },
  needs: ['risky-call:mcp-client', 'risky-call:mcp-command'],
  on: { api: { 'risky-call': check } },
};

/** Who runs the program chooses its servers. */
const OPERATORS = new Set(['terminal input', 'the command line']);

function check(call: Call, api: ApiOf<'risky-call'>, context: RuleContext): void {
  if ((api.topic !== 'mcp-client' && api.topic !== 'mcp-command') || !api.input) return;
  const found = findArgument(call, api.input, context.model);
  if (found.state !== 'given') return;
  const chosen = chosenBy(found.value, context);
  if (!chosen || isGuarded(found.value, chosen.origin, 'url', context.model)) return;
  const callee = calleeName(call, context.model);
  context.report({
    at: call,
    message: `\`${callee}\` ${api.does ?? 'talks to an MCP server'} that ${chosen.who} chose. Let an outsider choose only among servers that are listed here.`,
    subject: callee,
    confidence: chosen.confidence,
    path: pathSteps(chosen.origin, chosen.who, { range: found.value.range, label: 'names the MCP server' }),
  });
}

interface Chosen {
  readonly who: string;
  readonly origin: Origin;
  readonly confidence: Confidence;
}

function chosenBy(value: Expression, context: RuleContext): Chosen | undefined {
  const isSource = (call: Call): boolean => untrustedOrigin(call, context) !== undefined;
  for (const origin of context.model.origins(value, flowOptions('shell', isSource, context))) {
    const source = untrustedSource(origin, context);
    if (source && !OPERATORS.has(source.origin))
      return { who: source.origin, origin, confidence: source.confidence };
  }
  const output = modelOutput(value, 'shell', context);
  return output && { who: 'a model', origin: output.origin, confidence: output.confidence };
}
