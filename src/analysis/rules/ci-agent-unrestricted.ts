import { dataAt, entriesOf, scalarOf, stringOf, type DataNode } from '../../source/content/data-node';
import { rangeAt } from '../../source/content/text-place';
import type { Rule, RuleContext } from '../rule';
import { isAiStep } from '../rule-support/pipelines/ai-action';
import { githubWorkflow, type WorkflowStep } from '../rule-support/pipelines/github-workflow';

/** What opens an agent in a pipeline to everybody, or takes its bounds away; inputs and their values. */
const INPUTS: readonly { readonly key: RegExp; readonly value: RegExp; readonly does: string }[] = [
  {
    key: /^(?:allowed_non_write_users|allow-users|allowed_users)$/u,
    value: /^\s*\*\s*$/u,
    does: 'lets everybody start the agent',
  },
  {
    key: /^(?:allowed_bots|allow-bots|allow-bot-users)$/u,
    value: /^\s*(?:\*|true)\s*$/u,
    does: 'lets every bot start the agent, also one that an outsider drives',
  },
  {
    key: /^safety-strategy$/u,
    value: /^\s*unsafe\s*$/u,
    does: 'runs the agent with the rights of the runner',
  },
  { key: /^sandbox$/u, value: /^\s*danger-full-access\s*$/u, does: 'runs the agent without a sandbox' },
  {
    key: /^(?:show_full_output|full_output)$/u,
    value: /^\s*true\s*$/u,
    does: 'prints what tools return, keys among it, into the public log',
  },
];

/** Words in a text of options. */
const OPTIONS: readonly { readonly pattern: RegExp; readonly does: string }[] = [
  {
    pattern:
      /--(?:allow-)?dangerously-skip-permissions|--dangerously-bypass-approvals-and-sandbox|--permission-mode[= ]+bypassPermissions|--yolo\b|--approval-mode[= ]+yolo|["']?defaultMode["']?\s*:\s*["']bypassPermissions["']|danger-full-access/u,
    does: 'lets the agent act without a question and without bounds',
  },
  {
    pattern:
      /(?:--allowed-?[tT]ools[= ]+["']?(?:[^"'\n]*[, ])?|^(?:[^\n]*,\s*)?|["'](?=[^"']*["']\s*[,\]]))(?:Bash(?:\(\*\)|\(\*:\*\))?|run_shell_command(?:\(\*\))?)(?=$|[\s,"'])/mu,
    does: 'lets the agent run every command',
  },
];
const OPTION_INPUTS =
  /^(?:claude_args|codex-args|gemini_?args|args|allowed_?tools|settings|extra_args|options|opencode_args)$/u;

function check(root: DataNode, context: RuleContext): void {
  const workflow = githubWorkflow(root, context);
  if (!workflow) return;
  for (const { steps } of workflow.jobs)
    for (const step of steps) if (isAiStep(step)) checkStep(step, context);
}

function checkStep(step: WorkflowStep, context: RuleContext): void {
  for (const { key, value, range } of entriesOf(dataAt(step.node, 'with'))) {
    const text = stringOf(value) ?? String(scalarOf(value) ?? '');
    const input = INPUTS.find((one) => one.key.test(key) && one.value.test(text));
    if (input) {
      context.report({
        at: range,
        subject: key,
        message: messageOf(`\`${key}: ${text.trim()}\``, input.does),
      });
      continue;
    }
    if (value.kind !== 'scalar' || !OPTION_INPUTS.test(key)) continue;
    for (const { pattern, does } of OPTIONS) {
      const match = pattern.exec(text);
      if (!match) continue;
      const at = rangeAt(value.place, { start: match.index, end: match.index + match[0].length });
      context.report({ at, subject: key, message: messageOf(`\`${match[0].trim()}\` in \`${key}\``, does) });
    }
  }
}

function messageOf(what: string, does: string): string {
  return `${what} ${does}. What outsiders write in issues and pull requests then decides what it does; name the people and the commands that are needed.`;
}

const START =
  'on: issues\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: anthropics/claude-code-action@0a5c61591373683505ea898e09a3ea4f39ef2b9c\n        with:\n';

export const rule: Rule = {
  id: 'ci-agent-unrestricted',
  title: 'Agent in a workflow is open to everybody or unbounded',
  stages: ['continuous-integration', 'llm-develop-experiment', 'llm-operate'],
  risks: [
    'owasp-agentic-2026:ASI03',
    'owasp-agentic-2026:ASI02',
    'owasp-llm-2026:LLM03',
    'owasp-llm-2025:LLM06',
  ],
  cwe: ['CWE-862', 'CWE-250'],
  atlas: ['AML.T0053', 'AML.T0051.001'],
  controls: ['C14', 'C39'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['ci', 'agents', 'least-privilege'],
  languages: ['yaml'],
  what: 'Finds actions of coding agents that everybody or every bot may start (`allowed_non_write_users: "*"`, `allowed_bots: "*"`, `allow-users: "*"`), that run unsafe or without a sandbox, that may run every command (`Bash`), or that skip permissions. Agents started in `run:` are seen by `agent-permissions-bypassed`.',
  why: 'The actions ask by default whether the person who wrote may push. Without that, a stranger opens an issue, and an agent with the secrets and the token of the job does what the issue says.',
  fix: 'Leave the option out, or name the people and bots. Allow single commands (`Bash(gh issue view:*)`), give the job the least `permissions`, and do not print the full output in a public repository.',
  references: [
    {
      title: 'Claude Code GitHub Actions: security',
      url: 'https://github.com/anthropics/claude-code-action/blob/main/docs/security.md',
    },
    { title: 'Codex GitHub Action', url: 'https://github.com/openai/codex-action' },
  ],
  examples: {
    bad: [
      {
        title: 'everybody, every bot, all output',
        code: `${START}          allowed_non_write_users: "*"\n          allowed_bots: '*'\n          show_full_output: true\n`,
        file: '.github/workflows/a.yml',
        findings: 3,
      },
      {
        title: 'options',
        code: `${START}          claude_args: |\n            --max-turns 5\n            --dangerously-skip-permissions\n`,
        file: '.github/workflows/a.yml',
      },
      {
        title: 'every command',
        code: `${START}          claude_args: --allowedTools "Read,Bash"\n      - uses: anthropics/claude-code-action@beta\n        with:\n          allowed_tools: Bash,Edit\n      - uses: google-github-actions/run-gemini-cli@v0\n        with:\n          settings: |\n            {"coreTools": ["run_shell_command", "write_file"]}\n`,
        file: '.github/workflows/a.yml',
        findings: 3,
      },
      {
        title: 'Codex',
        code: 'on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: openai/codex-action@v1\n        with:\n          safety-strategy: unsafe\n          sandbox: danger-full-access\n          allow-users: "*"\n',
        file: '.github/workflows/a.yml',
        findings: 3,
      },
    ],
    good: [
      {
        title: 'named people and commands',
        code: `${START}          allowed_bots: dependabot[bot]\n          claude_args: --max-turns 5 --allowedTools "Bash(gh issue view:*),Read,Edit" --disallowedTools "WebFetch"\n          prompt: Run Bash, if you may\n`,
        file: '.github/workflows/a.yml',
      },
      {
        title: 'single commands in settings',
        code: 'on: issues\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: google-github-actions/run-gemini-cli@v0\n        with:\n          settings: |\n            {"coreTools": ["run_shell_command(gh issue list)", "run_shell_command(echo)"]}\n',
        file: '.github/workflows/a.yml',
      },
    ],
  },
  on: { data: check },
};
