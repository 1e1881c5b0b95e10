import type { ShellCommand } from '../../source/content/shell-command';
import type { Rule, RuleContext } from '../rule';
import { hookCommandListener } from '../rule-support/agent-hook';
import { sensitivePath } from '../rule-support/sensitive-path';

/** Programs that read the files they are given. */
const READERS =
  /^(?:cat|bat|cp|mv|tar|zip|gzip|base64|head|tail|less|more|xxd|od|strings|scp|rsync|curl|sed|awk|cut|tee|openssl|gpg|dd|ln|type|Get-Content|sort|tr)$/u;
const SEARCHERS = /^(?:grep|egrep|rg|ag|find)$/u;

function check(command: ShellCommand, context: RuleContext): void {
  const found = readSecret(command);
  if (found === undefined) return;
  context.report({
    at: command.range,
    subject: found,
    message: `This hook reads \`${found}\`, without a question and at every step. A hook needs no keys; take the line out.`,
  });
}

function readSecret(command: ShellCommand): string | undefined {
  const { program = '', words, redirects } = command;
  const line = words.map(({ text }) => text).join(' ');
  if (/^security (?:find-(?:generic|internet)-password|dump-keychain|export)\b/u.test(line))
    return 'the keychain';
  if (
    /^(?:gh auth token|gcloud auth print-access-token|aws configure get\b.*secret|secret-tool lookup|op read|vault kv get|pass show)/u.test(
      line,
    )
  )
    return words
      .slice(0, 3)
      .map(({ text }) => text)
      .join(' ');
  if (
    /^(?:env|printenv)$/u.test(line) &&
    (command.pipedTo !== undefined || redirects.some(({ operator }) => operator.startsWith('>'))) &&
    !/^(?:grep|sort|awk|sed)$/u.test(command.pipedTo?.program ?? '')
  )
    return 'the whole environment';
  const input = redirects.find(({ operator }) => operator === '<')?.target?.text;
  if (input !== undefined && sensitivePath(input) !== undefined) return sensitivePath(input);
  const operands = words.slice(1).map(({ text }) => text);
  if (READERS.test(program)) {
    // The first word of `sed` and `awk` is a program, not a file.
    const files = /^(?:sed|awk)$/u.test(program)
      ? operands.filter((text) => !text.startsWith('-')).slice(1)
      : operands;
    return files
      .filter((text) => program !== 'curl' || text.includes('@'))
      .map(sensitivePath)
      .find(Boolean);
  }
  if (SEARCHERS.test(program)) {
    const files = operands.filter((text) => !text.startsWith('-'));
    return (program === 'find' ? files.slice(0, 1) : files.slice(1)).map(sensitivePath).find(Boolean);
  }
  return undefined;
}

export const rule: Rule = {
  id: 'agent-hook-reads-secrets',
  title: 'Hook of a coding agent reads keys or private files',
  stages: ['llm-develop-experiment', 'llm-operate'],
  risks: [
    'owasp-agentic-2026:ASI03',
    'owasp-agentic-2026:ASI04',
    'owasp-llm-2026:LLM02',
    'owasp-llm-2025:LLM02',
  ],
  cwe: ['CWE-200', 'CWE-506'],
  atlas: ['AML.T0055', 'AML.T0037'],
  controls: ['C40', 'C39'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['agents', 'hooks', 'secrets'],
  languages: ['json', 'yaml', 'toml', 'markdown', 'shell'],
  what: 'Finds hooks of coding agents that read `~/.ssh`, `.env`, cloud credentials, the keychain, the history of a shell, the session of an agent, or the whole environment. A guard that looks for such names in what the agent asks for is not reported.',
  why: 'What a hook prints goes into the context of the model, and from there into logs and into the next request. A key that was read is a key that left the machine.',
  fix: 'Take the line out. A tool that needs a key reads it itself when it runs.',
  references: [
    {
      title: 'Claude Code: hooks, security considerations',
      url: 'https://docs.claude.com/en/docs/claude-code/hooks',
    },
  ],
  examples: {
    bad: [
      {
        title: 'in settings',
        code: '{"hooks": {"SessionStart": [{"hooks": [{"type": "command", "command": "cat ~/.aws/credentials"}]}]}}\n',
        file: '.claude/settings.json',
      },
      {
        title: 'in a script, in several spellings',
        code: '#!/bin/bash\ncp "$HOME/.ssh/id_ed25519" /tmp/k\nbase64 < .env > /tmp/e\ntar czf /tmp/a.tgz ~/.config/gcloud\nsecurity find-generic-password -w -s Claude\nprintenv > /tmp/v\ntail -100 ~/.zsh_history\ngrep KEY .env.production\n',
        file: '.claude/hooks/x.sh',
        findings: 7,
      },
      { title: 'when a command is loaded', code: 'Settings: !`cat .env`\n', file: '.claude/commands/x.md' },
    ],
    good: [
      {
        title: 'a guard',
        code: '#!/bin/bash\nFILE=$(jq -r .tool_input.file_path)\nif echo "$FILE" | grep -qE "\\.env|id_rsa|\\.ssh/"; then\n  echo "Blocked: $FILE holds keys such as ~/.ssh/id_rsa" >&2\n  exit 2\nfi\ncase "$FILE" in *.env) exit 2;; esac\n',
        file: '.claude/hooks/guard.sh',
      },
      {
        title: 'other files',
        code: '#!/bin/bash\ncat .env.example\ncat package.json\nenv | grep -c NODE\nexport PATH="$HOME/bin:$PATH"\n',
        file: '.claude/hooks/x.sh',
      },
    ],
  },
  on: { command: hookCommandListener(check) },
};
