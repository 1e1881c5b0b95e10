import type { Call } from '../../source/expression';
import type { Rule, RuleContext } from '../rule';
import { metCondition } from '../rule-support/api-conditions';
import { calleeName } from '../rule-support/call-text';
import { riskyCallListeners } from '../rule-support/risky-call';
import { keywordSearch, type TellingKeyword } from '../rule-support/telling-keywords';

const KEYWORDS: readonly TellingKeyword[] = [
  { keyword: 'allow_dangerous_code', value: true, does: 'lets the model run code of its own' },
  {
    keyword: 'allow_dangerous_requests',
    value: true,
    does: 'lets the model send requests of its own, also to addresses inside the network',
  },
  {
    keyword: 'allow_dangerous_tools',
    value: true,
    does: 'gives the agent tools that their authors call dangerous',
  },
  {
    keyword: 'allow_dangerously_set_content',
    value: true,
    does: 'takes text that is put into the prompt for messages of any role',
  },
];

const search = keywordSearch('agent safety switches', KEYWORDS);

const ADVICE =
  'Text that slips into the prompt can then use what the switch protects; leave it off, or move what needs it into a sandbox.';

export const rule: Rule = {
  id: 'agent-safety-switch-off',
  title: 'Protection of an agent is switched off',
  stages: ['llm-develop-experiment', 'llm-operate', 'llm-deploy'],
  risks: [
    'owasp-agentic-2026:ASI02',
    'owasp-agentic-2026:ASI05',
    'owasp-llm-2026:LLM03',
    'owasp-llm-2025:LLM06',
  ],
  cwe: ['CWE-693', 'CWE-94'],
  atlas: ['AML.T0053', 'AML.T0081'],
  controls: ['C39'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['agents', 'configuration', 'sandbox'],
  languages: ['python'],
  what: 'Finds switches that take a protection away: `allow_dangerous_requests=True`, `allow_dangerous_code=True` and `allow_dangerous_tools=True` of LangChain, `allow_dangerously_set_content=True` of Semantic Kernel, `disable_security=True` of browser-use, `auto_run` and `safe_mode` of Open Interpreter, `unsafe=True` of Haystack components, the check of hosts of MCP servers.',
  why: 'Such switches are off because the authors of the library know what a hostile text can do with them. Code that works with the switch on works the same way for whoever wrote that text.',
  fix: 'Leave the switch as it is. Where the function behind it is the purpose, run it where it can reach nothing else: a container, a network of its own, a proxy with a list of hosts.',
  references: [
    { title: 'LangChain: security policy', url: 'https://python.langchain.com/docs/security/' },
    {
      title: 'Model Context Protocol: transports, security warning',
      url: 'https://modelcontextprotocol.io/specification/2025-06-18/basic/transports',
    },
  ],
  examples: {
    bad: [
      {
        title: 'requests of LangChain',
        code: 'from langchain_community.agent_toolkits.openapi.toolkit import RequestsToolkit\n\ntoolkit = RequestsToolkit(requests_wrapper=wrapper, allow_dangerous_requests=True)\n',
      },
      {
        title: 'graph chain of LangChain',
        code: 'from langchain_neo4j import GraphCypherQAChain\n\nchain = GraphCypherQAChain.from_llm(llm, graph=graph, allow_dangerous_requests=True)\n',
      },
      {
        title: 'tools by name, switch in a dictionary',
        code: 'from langchain_community.agent_toolkits.load_tools import load_tools\n\nOPTIONS = {"allow_dangerous_tools": True}\ntools = load_tools(["requests_all"], **OPTIONS)\n',
      },
      {
        title: 'wrapper of our own',
        code: 'from .agents import build_agent\n\nagent = build_agent(frame, allow_dangerous_code=True)\n',
      },
      {
        title: 'Semantic Kernel',
        code: 'from semantic_kernel.prompt_template import PromptTemplateConfig\n\nconfig = PromptTemplateConfig(template="{{$input}}", allow_dangerously_set_content=True)\n',
      },
      {
        title: 'browser-use',
        code: 'from browser_use import BrowserConfig\n\nconfig = BrowserConfig(headless=True, disable_security=True)\n',
      },
      {
        title: 'Open Interpreter',
        code: 'from interpreter import interpreter\n\ninterpreter.auto_run = True\ninterpreter.safe_mode = "off"\n',
        findings: 2,
      },
      {
        title: 'Open Interpreter, the module itself',
        code: 'import interpreter\n\ninterpreter.auto_run = True\n',
      },
      {
        title: 'Haystack',
        code: 'from haystack.components.routers import ConditionalRouter\n\nrouter = ConditionalRouter(routes, unsafe=True)\n',
      },
      {
        title: 'hosts of an MCP server',
        code: 'from mcp.server.transport_security import TransportSecuritySettings\n\nsettings = TransportSecuritySettings(enable_dns_rebinding_protection=False)\n',
      },
    ],
    good: [
      {
        title: 'switches left off',
        code: 'from browser_use import BrowserConfig\nfrom interpreter import interpreter\nfrom langchain_community.agent_toolkits.load_tools import load_tools\n\nconfig = BrowserConfig(disable_security=False)\ninterpreter.auto_run = False\ninterpreter.safe_mode = "ask"\ntools = load_tools(["serpapi"], allow_dangerous_tools=False)\n',
      },
      {
        title: 'value from elsewhere',
        code: 'from .agents import build_agent\n\ndef make(frame, settings):\n    return build_agent(frame, allow_dangerous_code=settings.sandboxed)\n',
      },
      {
        title: 'reported as running code already',
        code: 'from langchain_experimental.agents import create_csv_agent  # mlsecops: ignore[agent-runs-code] shown elsewhere\n\nagent = create_csv_agent(llm, "a.csv", allow_dangerous_code=True)  # mlsecops: ignore[agent-runs-code] shown elsewhere\n',
      },
      {
        title: 'field of a class',
        code: 'class Settings:\n    allow_dangerous_requests: bool = True\n',
      },
      {
        title: 'hosts of an MCP server',
        code: 'from mcp.server.transport_security import TransportSecuritySettings\n\nsettings = TransportSecuritySettings(enable_dns_rebinding_protection=True, allowed_hosts=["mcp.example.org"])\n',
      },
    ],
  },
  needs: ['risky-call:agent-safety-switch'],
  triggers: () => KEYWORDS.map(({ keyword }) => keyword),
  on: { ...riskyCallListeners({ topics: ['agent-safety-switch'], advice: ADVICE }), call: checkKeywords },
};

function checkKeywords(call: Call, context: RuleContext): void {
  const { model } = context;
  const found = search(call, model);
  if (!found || isReportedAsRunning(call, context)) return;
  const { telling, argument } = found;
  const callee = calleeName(call, model);
  context.report({
    at: call,
    message: `\`${callee}\` with ${telling.keyword}=True ${telling.does}. ${ADVICE}`,
    subject: callee,
    ...(found.isChosenByCaller ? { confidence: 'probable' as const } : {}),
    fixes: argument.inPlace
      ? [
          {
            title: `Set ${telling.keyword}=False`,
            safe: false,
            edits: [{ range: argument.value.range, newText: 'False' }],
          },
        ]
      : [],
  });
}

function isReportedAsRunning(call: Call, { apis, model }: RuleContext): boolean {
  return apis
    .ofKind('risky-call', call, model)
    .some(
      ({ topic, unsafeWhen }) =>
        topic === 'agent-runs-code' && (!unsafeWhen || metCondition(call, unsafeWhen, model) !== undefined),
    );
}
