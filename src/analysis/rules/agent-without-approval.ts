import type { Call, StringExpression } from '../../source/expression';
import type { Confidence } from '../severity';
import { AGENT_REPAIRS } from '../rule-support/commands/command-repairs';
import { saferValueFixes } from '../rule-support/safer-value-fixes';
import { sourceRepair } from '../rule-support/source-repair';
import type { Fix } from '../finding';
import type { Rule, RuleContext } from '../rule';
import { unattendedOption } from '../rule-support/agent-command';
import { usesAgents } from '../rule-support/agent-modules';
import { calleeName } from '../rule-support/call-text';
import { riskyCallListeners } from '../rule-support/risky-call';
import { keywordSearch, type TellingKeyword } from '../rule-support/telling-keywords';

const UNASKED = 'lets the agent act without asking a person';

const KEYWORDS: readonly TellingKeyword[] = [
  { keyword: 'dangerously_skip_permissions', value: true, does: UNASKED },
  { keyword: 'dangerously_bypass_approvals_and_sandbox', value: true, does: UNASKED },
  { keyword: 'auto_approve', value: true, does: UNASKED },
  { keyword: 'auto_approve_tools', value: true, does: UNASKED },
  { keyword: 'auto_approve_all', value: true, does: UNASKED },
  { keyword: 'trust_all_tools', value: true, does: UNASKED },
  { keyword: 'human_in_the_loop', value: false, does: UNASKED, isLikely: true },
  { keyword: 'require_human_approval', value: false, does: UNASKED, isLikely: true },
  { keyword: 'require_approval', value: false, does: UNASKED, isLikely: true },
  { keyword: 'needs_approval', value: false, does: UNASKED, isLikely: true },
  { keyword: 'requires_approval', value: false, does: UNASKED, isLikely: true },
  { keyword: 'require_confirmation', value: false, does: UNASKED, isLikely: true },
];

const search = keywordSearch('approvals of agents', KEYWORDS);

/** Texts that say "never ask", by the name of the setting that they are given to. */
const SETTINGS: readonly {
  readonly name: RegExp;
  readonly value: string;
  readonly confidence: Confidence;
}[] = [
  { name: /^require_?approval$/i, value: 'never', confidence: 'certain' },
  { name: /^permission_?mode$/i, value: 'bypassPermissions', confidence: 'certain' },
  { name: /^sandbox(?:_?mode|_?policy)?$/i, value: 'danger-full-access', confidence: 'certain' },
  { name: /^approval_?mode$/i, value: 'never_require', confidence: 'probable' },
  { name: /^approval_?mode$/i, value: 'yolo', confidence: 'certain' },
];

/** Without one of these a text holds no option. */
const MARKS = /--|^(?:bypassPermissions|danger-full-access|dangerously-skip-permissions)$/;

const ADVICE =
  'A text that the agent reads can then make it use any of its tools; let a person approve what writes, sends or runs.';

export const rule: Rule = {
  id: 'agent-without-approval',
  title: 'Agent acts without asking',
  stages: ['llm-develop-experiment', 'llm-operate', 'llm-deploy'],
  risks: [
    'owasp-agentic-2026:ASI02',
    'owasp-agentic-2026:ASI09',
    'owasp-llm-2026:LLM03',
    'owasp-llm-2025:LLM06',
  ],
  cwe: ['CWE-862', 'CWE-285'],
  atlas: ['AML.T0053', 'AML.T0101'],
  controls: ['C39', 'C40'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['agents', 'approval', 'mcp'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds the places where the question to a person is switched off: `require_approval="never"` of hosted MCP tools, `permission_mode="bypassPermissions"`, `--dangerously-skip-permissions` and its kin in command lines, `human_input_mode="NEVER"` beside code execution, `auto_approve=True`, `BYPASS_TOOL_CONSENT`. A setting that only names the default is reported as information.',
  why: 'The question is the last barrier between a text that somebody planted and an action that cannot be undone. Servers change their tools, so approving all of them approves those of tomorrow too.',
  fix: 'Ask for every tool that writes, sends, pays or runs, and let through by name those that only read (`require_approval={"never": {"tool_names": [...]}}`, `allowed_tools=["Read"]`). Where nobody can be asked, run the agent in a container that holds nothing worth taking.',
  references: [
    {
      title: 'OpenAI: MCP and connectors, risks and safety',
      url: 'https://platform.openai.com/docs/guides/tools-connectors-mcp',
    },
    { title: 'Claude Agent SDK: permissions', url: 'https://docs.claude.com/en/api/agent-sdk/permissions' },
  ],
  examples: {
    bad: [
      {
        title: 'hosted MCP server of the Responses API',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\nclient.responses.create(\n    model="gpt-5",\n    tools=[{"type": "mcp", "server_label": "shop", "server_url": "https://shop.example/mcp", "require_approval": "never"}],\n    input=question,\n)\n',
      },
      {
        title: 'hosted MCP tool of the Agents SDK',
        code: 'from agents import Agent, HostedMCPTool\nfrom openai.types.responses.tool_param import Mcp\n\nagent = Agent(name="a", tools=[HostedMCPTool(tool_config=Mcp(type="mcp", server_label="s", server_url="https://s.example/mcp", require_approval="never"))])\n',
      },
      {
        title: 'Claude agent',
        code: 'from claude_agent_sdk import ClaudeAgentOptions\n\noptions = ClaudeAgentOptions(permission_mode="bypassPermissions", max_turns=5)\n',
      },
      {
        title: 'Claude Code as a process',
        code: 'import subprocess\n\nsubprocess.run(["claude", "-p", prompt, "--dangerously-skip-permissions"])\n',
      },
      {
        title: 'Claude Code in a shell',
        code: 'import os\n\nos.system("claude -p \'fix the tests\' --dangerously-skip-permissions")\n',
      },
      {
        title: 'Codex without a sandbox',
        code: 'command = ["codex", "exec"]\ncommand.append("--dangerously-bypass-approvals-and-sandbox")\n',
      },
      {
        title: 'Gemini',
        code: 'import subprocess\n\nsubprocess.run(["gemini", "--yolo", "-p", prompt], check=True)\n',
      },
      {
        title: 'values of options, options in a dictionary',
        code: 'from claude_agent_sdk import ClaudeAgentOptions\n\na = ["claude", "--permission-mode", "bypassPermissions"]\nb = ["codex", "exec", "--sandbox", "danger-full-access"]\nc = ClaudeAgentOptions(extra_args={"dangerously-skip-permissions": None})\n',
        findings: 3,
      },
      {
        title: 'AutoGen',
        code: 'import autogen\n\nuser = autogen.UserProxyAgent(name="user", human_input_mode="NEVER", code_execution_config={"work_dir": "out", "use_docker": True})\n',
      },
      {
        title: 'Strands',
        code: 'import os\nfrom strands import Agent\n\nos.environ["BYPASS_TOOL_CONSENT"] = "true"\n',
      },
      {
        title: 'switch of an agent library',
        code: 'from agno.agent import Agent\nfrom .runner import Runner\n\nrunner = Runner(Agent(), auto_approve=True)\n',
      },
      {
        title: 'tool that need not ask (information)',
        code: 'from agents import function_tool\n\n@function_tool(needs_approval=False)\ndef delete(name: str) -> str:\n    return remove(name)\n',
      },
      {
        title: 'Azure',
        code: 'from azure.ai.agents.models import McpTool\n\ntool = McpTool(server_label="s", server_url="https://s.example")\ntool.set_approval_mode("never")\n',
      },
    ],
    good: [
      {
        title: 'approval asked for, or left out for single tools',
        code: 'tools = [\n    {"type": "mcp", "server_label": "a", "server_url": "https://a.example", "require_approval": "always"},\n    {"type": "mcp", "server_label": "b", "server_url": "https://b.example", "require_approval": {"never": {"tool_names": ["search"]}}},\n]\n',
      },
      {
        title: 'Claude agent that asks',
        code: 'from claude_agent_sdk import ClaudeAgentOptions\n\noptions = ClaudeAgentOptions(permission_mode="default")\nplan = ClaudeAgentOptions(permission_mode="plan")\n',
      },
      {
        title: 'Claude Code that asks',
        code: 'import subprocess\n\nsubprocess.run(["claude", "-p", prompt, "--allowedTools", "Read"])\n',
      },
      {
        title: 'option of our own program',
        code: 'import argparse\n\nparser = argparse.ArgumentParser()\nparser.add_argument("-d", "--dangerously-skip-permissions", action="store_true")\n',
      },
      {
        title: 'text about the option',
        code: 'import sys\n\nif "--dangerously-skip-permissions" in sys.argv:\n    raise SystemExit("Do not use --dangerously-skip-permissions here")\n',
      },
      {
        title: 'AutoGen without code execution',
        code: 'import autogen\n\nuser = autogen.UserProxyAgent(name="user", human_input_mode="NEVER", code_execution_config=False)\nother = autogen.UserProxyAgent(name="other", human_input_mode="ALWAYS", code_execution_config={"work_dir": "out"})\n',
      },
      {
        title: 'no agent at all',
        code: 'from python_terraform import Terraform\n\nTerraform().apply(auto_approve=True)\n',
      },
      {
        title: 'approval asked for',
        code: 'from agents import function_tool\n\n@function_tool(needs_approval=True)\ndef delete(name: str) -> str:\n    return remove(name)\n',
      },
    ],
  },
  needs: ['risky-call:agent-approval-off'],
  triggers: () => [
    ...KEYWORDS.map(({ keyword }) => keyword),
    ...SETTINGS.map(({ value }) => value).filter((value) => value !== 'never'),
    'require_approval',
    'dangerously-',
    'allow-all-tools',
    'trust-all-tools',
    '--yolo',
    '--full-auto',
    '--yes-always',
  ],
  on: {
    ...riskyCallListeners({ topics: ['agent-approval-off'], advice: ADVICE }),
    call: checkKeywords,
    string: checkText,
  },
};

function checkKeywords(call: Call, context: RuleContext): void {
  const { model } = context;
  const found = search(call, model);
  if (!found || !usesAgents(model)) return;
  const { telling, argument } = found;
  const callee = calleeName(call, model);
  const isSure = !found.isChosenByCaller && telling.isLikely !== true;
  const safe = telling.value === true ? 'False' : 'True';
  context.report({
    at: call,
    message: `\`${callee}\` with \`${model.textAt(argument.range)}\` ${telling.does}. ${ADVICE}`,
    subject: callee,
    confidence: isSure ? 'certain' : 'probable',
    fixes: argument.inPlace
      ? [
          {
            title: `Set ${telling.keyword}=${safe}`,
            safe: false,
            edits: [{ range: argument.value.range, newText: safe }],
          },
        ]
      : [],
  });
}

function checkText(literal: StringExpression, context: RuleContext): void {
  const { value, label } = literal;
  if (value === undefined) return;
  const setting = SETTINGS.find((one) => one.value === value && label !== undefined && one.name.test(label));
  if (setting) {
    report(literal, `${label ?? ''} "${value}"`, setting.confidence, context);
    return;
  }
  const option = MARKS.test(value) ? unattendedOption(literal, context.model) : undefined;
  if (option !== undefined) report(literal, option, 'certain', context);
}

function report(
  literal: StringExpression,
  subject: string,
  confidence: Confidence,
  context: RuleContext,
): void {
  context.report({
    at: literal,
    message: `\`${subject}\` ${UNASKED}. ${ADVICE}`,
    subject,
    confidence,
    fixes: askingFixes(literal, context),
  });
}

/** The value that asks, or the command without the option. */
function askingFixes(literal: StringExpression, { model }: RuleContext): readonly Fix[] {
  const safer = saferValueFixes(literal, model);
  return safer.length > 0 ? safer : sourceRepair(literal.range, AGENT_REPAIRS, model);
}
