import type { Rule } from '../rule';
import { isOn, isText, riskySettings, type RiskySetting } from '../rule-support/risky-setting';

const ADVICE =
  'One injected instruction is then enough to act on this machine; let a person approve what has consequences.';

/** Names of tools that act: they run, write, remove, send. */
const ACTING =
  /(?:^|[_.-])(?:exec|execute|run|shell|bash|terminal|command|cmd|eval|write|edit|create|update|delete|remove|rm|drop|move|push|merge|deploy|publish|send|post|put|pay|transfer|sql|query)(?:$|[_.-]|[A-Z])/iu;

const AGENT_FILES = ['mcp-config', 'agent-settings', 'ide-settings'] as const;

const SETTINGS: readonly RiskySetting[] = [
  {
    key: /(?:^|\.)(?:alwaysAllow|autoApprove|auto_approve|always_allow|autoApproveTools|auto_approve_tools)$/u,
    value: (value, entry) => entry.value.kind === 'list' && isText(/^(?:\*|all|.*[*])$/u)(value),
    does: 'approves every tool of the server',
  },
  {
    key: /(?:^|\.)(?:alwaysAllow|autoApprove|auto_approve|always_allow)$/u,
    value: (value, entry) => entry.value.kind === 'list' && isText(ACTING)(value),
    does: 'lets a tool act without a question',
    roles: AGENT_FILES,
  },
  {
    key: /(?:^|\.)(?:alwaysAllow|autoApprove|auto_approve|always_allow|autoApproveAll|auto_approve_all)$/u,
    value: (value, entry) => entry.value.kind !== 'list' && (isOn(value) || isText(/^(?:\*|all)$/u)(value)),
    does: 'approves every tool without a question',
    instead: 'false',
    roles: AGENT_FILES,
  },
  {
    key: /(?:^|\.)(?:mcpServers|mcp_servers)\.[^.]+\.(?:trust|trusted)$/u,
    value: isOn,
    does: 'runs every tool of the server without a question',
    instead: 'false',
  },
  {
    key: /(?:^|\.)(?:require_approval|requireApproval|approval|confirm|require_confirmation)$/u,
    value: (value, entry) =>
      entry.value.kind === 'scalar' &&
      (isText(/^(?:never|none)$/iu)(value) || (value.kind === 'scalar' && value.value === false)),
    does: 'never asks before a tool runs',
    roles: ['mcp-config', 'agent-settings'],
  },
  {
    key: /(?:^|\.)default_tools_approval_mode$/u,
    value: isText(/^approve$/u),
    does: 'approves every tool without a question',
  },
  {
    key: /(?:^|\.)chat\.(?:tools(?:\.global)?|agent)\.autoApprove$/u,
    value: isOn,
    does: 'runs every tool of the chat without a question',
    instead: 'false',
  },
  {
    key: /(?:^|\.)chat\.(?:tools|agent)\.(?:terminal|edits|urls)\.autoApprove\.(?:\/?\^?\.[*+]\$?\/?[a-z]*|\*\*?|\*\*\/\*|https?:\/\/\*.*)$/u,
    value: (value) => isOn(value) || value.kind === 'map',
    does: 'lets the chat act without a question, whatever it wants to do',
    instead: 'false',
  },
  {
    key: /(?:^|\.)chat\.tools\.terminal\.ignoreDefaultAutoApproveRules$/u,
    value: isOn,
    does: 'drops the list of commands that need a question',
    instead: 'false',
  },
  {
    key: /(?:^|\.)(?:yolo|yoloMode|yolo_mode|enableYoloMode|yolo\.enabled|autoRunMode|auto_run|autoRun|agent\.autoRun)$/u,
    value: isOn,
    does: 'runs what the agent wants without a question',
    instead: 'false',
    roles: AGENT_FILES,
  },
  {
    key: /(?:^|\.)(?:autoAccept|auto_accept|tools\.autoAccept|dangerouslyAllowAll|amp\.dangerouslyAllowAll|always_allow_tool_actions|alwaysAllowExecute|alwaysAllowWrite|alwaysAllowMcp|autoApprovalEnabled|yes-always|yes)$/u,
    value: isOn,
    does: 'lets the agent act without a question',
    instead: 'false',
    roles: AGENT_FILES,
  },
  {
    key: /(?:^|\.)(?:approvalMode|defaultApprovalMode|approval_mode|autoExecutionPolicy|autoExecution|cascadeAutoExecution|GOOSE_MODE)$/iu,
    value: isText(/^(?:yolo|auto|turbo|never|unrestricted|full-auto|full_auto)$/iu),
    does: 'lets the agent act without a question',
    roles: AGENT_FILES,
  },
  {
    key: /(?:^|\.)(?:allowedCommands|cascadeCommandsAllowList|commands\.allowlist|commandAllowlist|terminal\.allowList|allowedTools|tools\.allowed|coreTools|autoApproveCommands)$/u,
    value: isText(/^(?:\*|\.\*|all|(?:run_shell_command|shell|Shell|ShellTool)(?:\(\*?\))?)$/u),
    does: 'runs every command without a question',
    roles: AGENT_FILES,
  },
  {
    key: /(?:^|\.)agent\.tool_permissions\.(?:default|tools\.[^.]+\.default)$/u,
    value: isText(/^allow$/u),
    does: 'lets the agent act without a question',
  },
];

export const rule: Rule = {
  id: 'agent-auto-approval',
  title: 'Agent acts without being asked',
  stages: ['llm-develop-experiment', 'llm-operate', 'llm-deploy'],
  risks: [
    'owasp-agentic-2026:ASI02',
    'owasp-llm-2026:LLM06',
    'owasp-llm-2025:LLM06',
    'owasp-agentic-2026:ASI09',
  ],
  cwe: ['CWE-862', 'CWE-285'],
  atlas: ['AML.T0053', 'AML.T0051.001'],
  controls: ['C39', 'C40'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['agents', 'mcp', 'configuration'],
  languages: ['json', 'yaml', 'toml'],
  what: 'Finds settings of agents and editors that approve tools before they are called: `autoApprove` and `alwaysAllow` with `*` or with tools that act, `trust: true` of an MCP server, `chat.tools.autoApprove` of VS Code, automatic modes of Cursor, Gemini CLI, Windsurf, Zed, Amp and Goose. Single tools that only read are not reported.',
  why: 'The question before a tool runs is what stands between a text that a model reads – a web page, an issue, the answer of a server – and what happens on the machine. Settings are checked in and copied: they switch the question off for everybody who opens the project.',
  fix: 'Approve by name the few tools that only read. Leave the rest to a question, or run the agent in a container that holds nothing worth taking.',
  references: [
    {
      title: 'VS Code: review tool invocations',
      url: 'https://code.visualstudio.com/docs/copilot/chat/chat-agent-mode',
    },
    {
      title: 'MCP: tools need a human in the loop',
      url: 'https://modelcontextprotocol.io/specification/2025-06-18/server/tools',
    },
  ],
  examples: {
    bad: [
      {
        title: 'every tool of a server',
        code: '{"mcpServers": {"db": {"command": "node", "args": ["server.js"], "autoApprove": ["*"]}}}\n',
        file: '.cursor/mcp.json',
      },
      {
        title: 'a tool that runs commands',
        code: '{"mcpServers": {"sh": {"command": "node", "args": ["s.js"], "alwaysAllow": ["list_files", "execute_command"]}}}\n',
        file: 'cline_mcp_settings.json',
      },
      {
        title: 'a trusted server of Gemini CLI',
        code: '{"mcpServers": {"x": {"httpUrl": "https://mcp.example.org", "trust": true}}}\n',
        file: '.gemini/settings.json',
      },
      {
        title: 'VS Code, every tool',
        code: '{\n  // faster\n  "chat.tools.autoApprove": true\n}\n',
        file: '.vscode/settings.json',
      },
      {
        title: 'VS Code, by its newer name, in a workspace',
        code: '{"settings": {"chat.tools.global.autoApprove": true}}\n',
        file: 'team.code-workspace',
      },
      {
        title: 'VS Code, every command',
        code: '{"chat.tools.terminal.autoApprove": {"/.*/": true}}\n',
        file: '.vscode/settings.json',
      },
      {
        title: 'Gemini CLI',
        code: '{"general": {"defaultApprovalMode": "yolo"}, "tools": {"autoAccept": true}}\n',
        file: '.gemini/settings.json',
        findings: 2,
      },
      { title: 'Zed', code: '{"agent": {"always_allow_tool_actions": true}}\n', file: '.zed/settings.json' },
      { title: 'Aider', code: 'yes-always: true\n', file: '.aider.conf.yml' },
      {
        title: 'Windsurf',
        code: '{"windsurf.cascadeCommandsAllowList": ["*"]}\n',
        file: '.vscode/settings.json',
      },
      { title: 'Goose', code: 'GOOSE_MODE: auto\n', file: '.config/goose/config.yaml' },
      { title: 'Amp', code: '{"amp.dangerouslyAllowAll": true}\n', file: '.vscode/settings.json' },
    ],
    good: [
      {
        title: 'tools that read',
        code: '{"mcpServers": {"docs": {"command": "node", "args": ["s.js"], "autoApprove": ["search_docs", "get_page"], "alwaysAllow": []}}}\n',
        file: '.mcp.json',
      },
      {
        title: 'switched off',
        code: '{"chat.tools.autoApprove": false, "chat.tools.terminal.autoApprove": {"npm test": true, "/.*/": false}}\n',
        file: '.vscode/settings.json',
      },
      {
        title: 'a server that is not trusted',
        code: '{"mcpServers": {"x": {"httpUrl": "https://mcp.example.org", "trust": false}}}\n',
        file: '.gemini/settings.json',
      },
      {
        title: 'a mode that asks',
        code: '{"general": {"defaultApprovalMode": "default"}}\n',
        file: '.gemini/settings.json',
      },
      {
        title: 'the same words elsewhere',
        code: 'autoRun: true\nyes: true\nyolo: true\napproval: never\n',
        file: 'config/app.yaml',
      },
    ],
  },
  triggers: () => ['default_tools_approval_mode', 'utoApprove', 'tool_permissions'],
  on: { data: riskySettings(SETTINGS, ADVICE) },
};
