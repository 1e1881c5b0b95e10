import type { ShellCommand } from '../../source/content/shell-command';
import { AGENT_REPAIRS } from '../rule-support/commands/command-repairs';
import { sourceRepair } from '../rule-support/source-repair';
import type { Rule, RuleContext } from '../rule';
import { isOff, isOn, isText, riskySettings, type RiskySetting } from '../rule-support/risky-setting';
import { toolGrantListener } from '../rule-support/tool-grants';

const ADVICE =
  'A text that the agent reads can then make it do anything the user may do; allow single commands by name, or run it in a sandbox.';

const SETTINGS: readonly RiskySetting[] = [
  {
    key: /(?:^|\.)(?:permissions\.defaultMode|permissionMode|permission_mode|defaultPermissionMode|initialPermissionMode)$/u,
    value: isText(/^(?:bypassPermissions|bypass_permissions|dontAsk|bypass)$/u),
    does: 'skips every question about permissions',
    instead: '"default"',
    severity: 'error',
  },
  {
    key: /(?:^|\.)(?:dangerously-?skip-?permissions|dangerously_skip_permissions|dangerouslySkipPermissions|skipDangerousModePermissionPrompt|allowDangerouslySkipPermissions|bypassPermissionsModeAccepted)$/iu,
    value: isOn,
    does: 'skips every question about permissions',
    instead: 'false',
    severity: 'error',
  },
  {
    key: /(?:^|\.)enableAllProjectMcpServers$/u,
    value: isOn,
    does: 'starts every MCP server that a project brings along, without a question',
    instead: 'false',
  },
  {
    key: /(?:^|\.)additionalDirectories$/u,
    value: isText(/^(?:\/{1,2}|~\/?|\$HOME\/?|[A-Z]:[\\/]*)$/u),
    does: 'gives the agent every file of the user',
    roles: ['agent-settings'],
  },
  {
    key: /(?:^|\.)approval_policy$/u,
    value: isText(/^never$/u),
    does: 'never asks before the agent runs a command',
    instead: '"on-request"',
  },
  {
    key: /(?:^|\.)(?:sandbox_mode|sandboxMode)$/u,
    value: isText(/^(?:danger-full-access|disabled|off|none)$/u),
    does: 'gives the agent the whole disk and the network',
    instead: '"workspace-write"',
  },
  {
    key: /(?:^|\.)(?:sandbox\.enabled|enableSandbox)$/u,
    value: isOff,
    does: 'lets commands of the agent leave the sandbox',
    instead: 'true',
    roles: ['agent-settings'],
    confidence: 'probable',
  },
  {
    key: /(?:^|\.)sandbox\.(?:enableWeakerNestedSandbox|allowUnsandboxedCommands|autoAllowUnsandboxed)$/u,
    value: isOn,
    does: 'lets commands of the agent leave the sandbox',
    instead: 'false',
    confidence: 'probable',
  },
  {
    key: /(?:^|\.)permission(?:\.(?:bash|\*|webfetch|external_directory))?(?:\.\*)?$/u,
    value: isText(/^allow$/u),
    does: 'lets the agent act without a question',
    instead: '"ask"',
    roles: ['agent-settings'],
  },
];

const settings = riskySettings(SETTINGS, ADVICE);
const grants = toolGrantListener(ADVICE);

/** Options with which agents are told not to ask, by program. */
const OPTIONS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^claude(?:-code)?$/u,
    /^--(?:allow-)?dangerously-skip-permissions$|^--permission-mode=bypassPermissions$/u,
  ],
  [/^codex$/u, /^--(?:dangerously-bypass-approvals-and-sandbox|yolo)$|^--sandbox=danger-full-access$/u],
  [/^(?:gemini|qwen)$/u, /^(?:--yolo|-y|--approval-mode=yolo)$/u],
  [/^copilot$/u, /^--(?:allow-all-tools|allow-all|yolo)$/u],
  [/^(?:cursor-agent|agent)$/u, /^(?:--force|-f|--yolo)$/u],
  [/^aider$/u, /^--yes-always$/u],
  [/^amp$/u, /^--dangerously-allow-all$/u],
  [/^(?:q|kiro-cli)$/u, /^--trust-all-tools$/u],
  [/^(?:droid)$/u, /^--skip-permissions-unsafe$/u],
  [/^(?:opencode|crush)$/u, /^(?:--yolo|-y|--dangerously-skip-permissions)$/u],
];

/** Options whose value stands in the next word. */
const SPLIT: readonly (readonly [RegExp, RegExp])[] = [
  [/^--permission-mode$/u, /^bypassPermissions$/u],
  [/^(?:--sandbox|-s)$/u, /^danger-full-access$/u],
  [/^--approval-mode$/u, /^yolo$/u],
];

function checkCommand({ program, words, range, place }: ShellCommand, context: RuleContext): void {
  const names = [program, ...words.slice(0, 4).map(({ text }) => packageName(text))];
  const wanted = OPTIONS.find(([agent]) => names.some((name) => name !== undefined && agent.test(name)));
  if (!wanted) return;
  const found = words.find(({ text }, at) => {
    const next = words[at + 1]?.text ?? '';
    return wanted[1].test(text) || SPLIT.some(([name, value]) => name.test(text) && value.test(next));
  });
  if (!found) return;
  context.report({
    at: range,
    subject: found.text,
    message: `\`${found.text}\` starts the agent with no question about what it does. ${ADVICE}`,
    fixes: sourceRepair(range, AGENT_REPAIRS, context.model),
    // A text for people may explain the option.
    ...(place === 'prose' ? { confidence: 'probable' as const } : {}),
  });
}

/** `npx @anthropic-ai/claude-code@latest` is `claude-code`. */
function packageName(word: string): string {
  return word
    .replace(/^@[\w-]+\//u, '')
    .replace(/(?<=\w)@.*$/u, '')
    .replace(/-cli$/u, '');
}

/** Options of agents on a command line. */
const IN_COMMANDS = [
  'skip-permissions',
  'trust-all-tools',
  'yes-always',
  '--yolo',
  'full-auto',
  'danger-full-access',
  'allow-all-tools',
  'allowedTools',
  'approval-mode',
  'approval_policy',
  'bypassPermissions',
  'ask-for-approval',
];
const IN_SETTINGS = [
  'bypass',
  'dontAsk',
  'angerous',
  'enableAllProjectMcpServers',
  'additionalDirectories',
  'approval_policy',
  'sandbox',
  ['ermissions', 'allow'],
  'allowed-tools',
  'allowed_tools',
  'allowedTools',
];

export const rule: Rule = {
  id: 'agent-permissions-bypassed',
  title: 'Permissions of an agent are bypassed or too broad',
  stages: ['llm-develop-experiment', 'llm-operate', 'continuous-integration'],
  risks: [
    'owasp-agentic-2026:ASI03',
    'owasp-agentic-2026:ASI02',
    'owasp-llm-2026:LLM06',
    'owasp-llm-2025:LLM06',
  ],
  cwe: ['CWE-250', 'CWE-732', 'CWE-285'],
  atlas: ['AML.T0053', 'AML.T0051.001'],
  controls: ['C39', 'C40', 'C15'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['agents', 'configuration', 'permissions'],
  languages: ['json', 'yaml', 'toml', 'markdown', 'shell', 'dockerfile', 'python'],
  what: 'Finds settings and options that take the permissions of a coding agent away: `bypassPermissions`, `--dangerously-skip-permissions`, `approval_policy = "never"`, `danger-full-access`, every MCP server of a project enabled, and grants such as `Bash(*)`, `Read(/**)` or `WebFetch` for any address. A shell that a skill asks for by name, and programs that run others, are information.',
  why: 'An agent reads texts that others wrote. What its permissions do not stop, such a text can make it do: read keys, change code, send both away. A grant in a file of the project holds for everybody who works on it.',
  fix: 'Grant what is needed by name: `Bash(npm test:*)`, `Read(./docs/**)`, `WebFetch(domain:docs.example.org)`. Where an agent must run unattended, give it a container without keys and without a way out.',
  references: [
    { title: 'Claude Code: permissions', url: 'https://docs.claude.com/en/docs/claude-code/iam' },
    {
      title: 'Codex CLI: sandbox and approvals',
      url: 'https://github.com/openai/codex/blob/main/docs/sandbox.md',
    },
  ],
  examples: {
    bad: [
      {
        title: 'no questions at all',
        code: '{"permissions": {"defaultMode": "bypassPermissions"}}\n',
        file: '.claude/settings.json',
      },
      {
        title: 'any command, any file, any address',
        code: '{"permissions": {"allow": ["Bash(*)", "Read(/**)", "WebFetch", "Edit(~/**)", "Bash(npm test:*)"]}}\n',
        file: '.claude/settings.local.json',
        findings: 4,
      },
      {
        title: 'a shell without limits',
        code: '{"permissions": {"allow": ["Bash", "Bash(:*)"]}}\n',
        file: '.claude/settings.json',
        findings: 2,
      },
      {
        title: 'programs that run others (information)',
        code: '{"permissions": {"allow": ["Bash(python:*)", "Bash(sudo:*)", "Bash(curl:*)"]}}\n',
        file: '.claude/settings.json',
        findings: 3,
      },
      {
        title: 'every folder, and programs handed to an interpreter (information)',
        code: '{"permissions": {"additionalDirectories": ["/", "../docs"], "allow": ["Bash(rm -rf:*)", "Bash(python3 -c:*)", "Bash(bash -c *)"]}}\n',
        file: '.claude/settings.json',
        findings: 4,
      },
      {
        title: 'all servers of the project',
        code: '{"enableAllProjectMcpServers": true}\n',
        file: '.claude/settings.json',
      },
      {
        title: 'Codex without approval and sandbox',
        code: 'approval_policy = "never"\nsandbox_mode = "danger-full-access"\n',
        file: '.codex/config.toml',
        findings: 2,
      },
      {
        title: 'a skill that may run anything',
        code: '---\nname: deploy\ndescription: Deploys\nallowed-tools: Read, Bash(*)\n---\n\nDeploy it.\n',
        file: '.claude/skills/deploy/SKILL.md',
      },
      {
        title: 'a subagent without questions',
        code: '---\nname: fixer\npermissionMode: bypassPermissions\n---\n\nFix it.\n',
        file: '.claude/agents/fixer.md',
      },
      {
        title: 'in a pipeline',
        code: 'jobs:\n  a:\n    steps:\n      - run: claude -p "Fix the tests" --dangerously-skip-permissions\n',
        file: '.github/workflows/fix.yml',
      },
      {
        title: 'in a script',
        code: '#!/bin/sh\nnpx @openai/codex --sandbox danger-full-access "$1"\n',
        file: 'fix.sh',
      },
      {
        title: 'opencode',
        code: '{"permission": {"bash": "allow", "edit": "ask"}}\n',
        file: 'opencode.json',
      },
    ],
    good: [
      {
        title: 'commands that look',
        code: '{"permissions": {"additionalDirectories": ["../shared", "/srv/data/set1"], "allow": ["Bash(rm -rf build)", "Bash(python -c \\"print(1)\\")", "Bash(python -m pytest:*)", "Bash(find:*)", "Bash(ls:*)", "Bash(gh pr view:*)", "Bash(kubectl get:*)", "WebSearch", "mcp__docs__search"]}}\n',
        file: '.claude/settings.local.json',
      },

      {
        title: 'single commands and folders',
        code: '{"permissions": {"defaultMode": "acceptEdits", "allow": ["Bash(npm run lint)", "Bash(git diff:*)", "Read(./src/**)", "WebFetch(domain:docs.python.org)"], "deny": ["Bash(*)", "Read(./.env)", "WebFetch"], "ask": ["Bash(git push:*)"]}}\n',
        file: '.claude/settings.json',
      },
      {
        title: 'Codex that asks',
        code: 'approval_policy = "on-request"\nsandbox_mode = "workspace-write"\n',
        file: '.codex/config.toml',
      },
      {
        title: 'a skill with named commands',
        code: '---\nname: x\nallowed-tools: Read, Grep, Bash(git status:*), Bash(git diff *)\n---\n\nLook.\n',
        file: 'skills/x/SKILL.md',
      },
      {
        title: 'an agent that asks',
        code: '#!/bin/sh\nclaude -p "Summarise" --allowedTools Read\n',
        file: 'sum.sh',
      },
      {
        title: 'other programs',
        code: '#!/bin/sh\nyes | apt-get -y install gemini-tools\nq -a list\n',
        file: 'x.sh',
      },
    ],
  },
  triggers: (_, language) => (language === 'python' ? IN_COMMANDS : [...IN_COMMANDS, ...IN_SETTINGS]),
  on: {
    data: (root, context) => {
      settings(root, context);
      grants(root, context);
    },
    command: checkCommand,
  },
};
