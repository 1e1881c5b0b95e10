import type { ShellCommand } from '../../source/content/shell-command';
import type { Rule, RuleContext } from '../rule';
import { eventPartOf, hookCommandListener } from '../rule-support/agent-hook';

/** Programs that write, remove or run the files they are given. */
const WRITERS =
  /^(?:rm|mv|cp|tee|ln|chmod|chown|truncate|shred|rmdir|mkdir|touch|install|tar|unzip|source|\.|dd|rsync)$/u;

/** How scripts hold a path against a folder. */
const CHECKED =
  /\.\.|\brealpath\b|\breadlink\b|\bresolve\b|\bCLAUDE_PROJECT_DIR\b[^\n]*[*)]|"\$\{?(?:PWD|PROJECT\w*|ROOT\w*|REPO\w*)\}?"?\/?\*|\bgit ls-files\b|--relative-to/u;

function check(command: ShellCommand, context: RuleContext): void {
  const { program = '', words, redirects, range } = command;
  if (CHECKED.test(context.model.text)) return;
  const isWriter = WRITERS.test(program);
  const targets = [
    ...(isWriter ? words.slice(1) : []),
    ...redirects.flatMap(({ operator, target }) =>
      /^\d?>{1,2}\|?$/u.test(operator) && target ? [target] : [],
    ),
  ];
  for (const target of targets) {
    const part = eventPartOf(target, context);
    if (!part) continue;
    context.report({
      at: range,
      subject: program === '' ? 'redirect' : program,
      message: `\`${part.name}\` is a path that the model chose, and nothing here keeps it in the project: \`..\` or \`/\` leads anywhere. Resolve it (\`realpath\`) and compare its beginning with the folder of the project.`,
    });
    return;
  }
}

export const rule: Rule = {
  id: 'agent-hook-path-unchecked',
  title: 'Hook of a coding agent writes to a path that it does not check',
  stages: ['llm-develop-experiment', 'llm-operate'],
  risks: ['owasp-agentic-2026:ASI02', 'owasp-llm-2026:LLM05', 'owasp-llm-2025:LLM05'],
  cwe: ['CWE-22'],
  atlas: ['AML.T0053'],
  controls: ['C36', 'C40'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['agents', 'hooks', 'shell', 'path-traversal'],
  languages: ['json', 'yaml', 'toml', 'markdown', 'shell'],
  what: 'Finds hooks of coding agents that remove, move, copy, write or run a file whose path comes from the event, in scripts that neither look for `..` nor resolve the path.',
  why: 'The model chooses the path. `../../.ssh/authorized_keys` is one as well, and the hook acts on it with the rights of the user, beside the limits that the agent itself keeps.',
  fix: 'Resolve the path and compare: `case "$(realpath -- "$FILE")" in "$CLAUDE_PROJECT_DIR"/*) ;; *) exit 2 ;; esac`.',
  references: [
    {
      title: 'Claude Code: hooks, security best practices',
      url: 'https://docs.claude.com/en/docs/claude-code/hooks',
    },
    { title: 'CWE-22: Path Traversal', url: 'https://cwe.mitre.org/data/definitions/22.html' },
  ],
  examples: {
    bad: [
      {
        title: 'copied and written',
        code: '#!/bin/bash\nINPUT=$(cat)\nFILE=$(echo "$INPUT" | jq -r .tool_input.file_path)\ncp "$FILE" "/backup/$FILE"\necho checked > "$FILE.ok"\n',
        file: '.claude/hooks/backup.sh',
        findings: 2,
      },
    ],
    good: [
      {
        title: 'held against the project',
        code: '#!/bin/bash\nFILE=$(jq -r .tool_input.file_path)\nif [[ "$FILE" == *..* ]]; then exit 2; fi\ncp "$FILE" /backup/\n',
        file: '.claude/hooks/backup.sh',
      },
      {
        title: 'resolved',
        code: '#!/bin/bash\nFILE=$(realpath "$(jq -r .tool_input.file_path)")\ncase "$FILE" in "$CLAUDE_PROJECT_DIR"/*) cp "$FILE" /backup/ ;; esac\n',
        file: '.claude/hooks/backup.sh',
      },
      {
        title: 'read by a formatter',
        code: '#!/bin/bash\nFILE=$(jq -r .tool_input.file_path)\nprettier --check "$FILE" > /tmp/out\nrm -f /tmp/out\n',
        file: '.claude/hooks/format.sh',
      },
    ],
  },
  on: { command: hookCommandListener(check) },
};
