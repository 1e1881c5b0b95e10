import type { DataNode } from '../../source/content/data-node';
import type { ShellCommand } from '../../source/content/shell-command';
import { containsRange, type TextRange } from '../../source/range';
import type { Rule, RuleContext } from '../rule';
import { isAiStep, promptsOf, rightsOf } from '../rule-support/pipelines/ai-action';
import {
  githubWorkflow,
  type GitHubWorkflow,
  type WorkflowStep,
} from '../rule-support/pipelines/github-workflow';
import { outsiderExpressions, outsiderVariables } from '../rule-support/pipelines/outsider-expression';

/** Programs that give their arguments to a model. */
const AGENT =
  /^(?:claude|codex|gemini|qwen|aider|opencode|copilot|cursor-agent|goose|amp|llm|ollama|crush|droid)$/u;

function check(root: DataNode, context: RuleContext): void {
  const workflow = githubWorkflow(root, context);
  if (!workflow) return;
  for (const { steps } of workflow.jobs)
    for (const step of steps) {
      if (isAiStep(step)) checkPrompts(step, workflow, context);
      if (step.run) checkCommands(step.run, step, workflow, context);
    }
}

function checkPrompts(step: WorkflowStep, workflow: GitHubWorkflow, context: RuleContext): void {
  for (const { value } of promptsOf(step)) {
    const found = outsiderExpressions(value, step, workflow).filter(({ writer }) => writer === 'outsider');
    for (const { text, range } of found) report(text, range, rightsOf(step, workflow), context);
  }
}

function checkCommands(
  script: DataNode,
  step: WorkflowStep,
  workflow: GitHubWorkflow,
  context: RuleContext,
): void {
  const variables = outsiderVariables(step, workflow);
  if (variables.size === 0) return;
  for (const command of context.content.commands) {
    if (!AGENT.test(command.program ?? '') || !containsRange(script.range, command.range)) continue;
    const word = givenVariable(command, variables);
    if (word) report(`$${word.name}`, word.range, 'has the token and the folder of the job', context);
  }
}

function givenVariable(
  { words }: ShellCommand,
  variables: ReadonlySet<string>,
): { readonly name: string; readonly range: TextRange } | undefined {
  for (const { expansions, range } of words)
    for (const { name } of expansions) if (variables.has(name)) return { name, range };
  return undefined;
}

function report(text: string, at: TextRange, rights: string | undefined, context: RuleContext): void {
  context.report({
    at,
    subject: text,
    message: `\`${text}\` is written by an outsider and becomes part of the prompt of a model that ${rights ?? 'answers in this workflow'}: instructions in it are followed. Mark it as data, give the model no rights to write and no shell, and let another step act on its answer.`,
    ...(rights === undefined ? { severity: 'info' as const, confidence: 'probable' as const } : {}),
  });
}

const START =
  'on:\n  issues:\n    types: [opened]\npermissions:\n  issues: write\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n';

export const rule: Rule = {
  id: 'untrusted-text-in-ci-prompt',
  title: 'Text of an outsider in the prompt of a model in a workflow',
  stages: ['continuous-integration', 'llm-develop-experiment', 'llm-operate'],
  risks: ['owasp-llm-2026:LLM01', 'owasp-llm-2025:LLM01', 'owasp-agentic-2026:ASI01', 'owasp-llm-2026:LLM03'],
  cwe: ['CWE-1427', 'CWE-77'],
  atlas: ['AML.T0051.001'],
  controls: ['C14', 'C37', 'C39'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['ci', 'prompt-injection', 'agents'],
  languages: ['yaml'],
  what: 'Finds titles, texts, comments and branch names of issues and pull requests in the prompt of an action that asks a model (Claude Code, Codex, Gemini CLI, AI inference and others), or on the command line of a coding agent. It is information where the job may write nothing and the model gets no tools.',
  why: 'A model cannot tell the text of an issue from the task it was given. An issue that says what to do next makes the agent label, push, merge, or print the secrets of the job where everybody can read them.',
  fix: 'Give the job `permissions: { contents: read }` and the model no shell. Put the text into a file or a variable that the prompt names as data to be looked at. Check the answer (a label from a list, a number), and act on it in another step.',
  references: [
    {
      title: 'Claude Code GitHub Actions: security',
      url: 'https://github.com/anthropics/claude-code-action/blob/main/docs/security.md',
    },
    {
      title: 'GitHub: secure use reference',
      url: 'https://docs.github.com/en/actions/reference/security/secure-use',
    },
  ],
  examples: {
    bad: [
      {
        title: 'an agent that may write',
        code: `${START}      - uses: anthropics/claude-code-action@v1\n        with:\n          anthropic_api_key: \${{ secrets.KEY }}\n          prompt: |\n            Look at this issue.\n            Title: \${{ github.event.issue.title }}\n            Text: \${{ github.event.issue.body }}\n`,
        file: '.github/workflows/a.yml',
        findings: 2,
      },
      {
        title: 'others',
        code: `${START}      - uses: openai/codex-action@v1\n        with:\n          prompt: "Review \${{ github.event.pull_request.body }}"\n      - uses: google-github-actions/run-gemini-cli@v0\n        env:\n          BODY: \${{ github.event.comment.body }}\n        with:\n          prompt: Answer \${{ env.BODY }}\n      - uses: actions/ai-inference@v1\n        with:\n          system-prompt: You sort issues\n          prompt: \${{ github.event.issue.body }}\n`,
        file: '.github/workflows/a.yml',
        findings: 3,
      },
      {
        title: 'a command line',
        code: `${START}      - run: claude -p "Sort this issue. $BODY" --allowedTools "Bash(gh:*)"\n        env:\n          BODY: \${{ github.event.issue.body }}\n`,
        file: '.github/workflows/a.yml',
      },
      {
        title: 'without rights (information)',
        code: 'on: issues\npermissions: { contents: read }\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/ai-inference@v1\n        with:\n          prompt: ${{ github.event.issue.body }}\n',
        file: '.github/workflows/a.yml',
      },
    ],
    good: [
      {
        title: 'numbers only',
        code: `${START}      - uses: anthropics/claude-code-action@v1\n        with:\n          prompt: Look at issue \${{ github.event.issue.number }} of \${{ github.repository }}\n          github_token: \${{ secrets.GITHUB_TOKEN }}\n`,
        file: '.github/workflows/a.yml',
      },
      {
        title: 'another action',
        code: `${START}      - uses: acme/notify@v1\n        with:\n          message: \${{ github.event.issue.title }}\n`,
        file: '.github/workflows/a.yml',
      },
      {
        title: 'a program that is no model',
        code: `${START}      - run: python sort.py "$BODY"\n        env:\n          BODY: \${{ github.event.issue.body }}\n`,
        file: '.github/workflows/a.yml',
      },
    ],
  },
  on: { data: check },
};
