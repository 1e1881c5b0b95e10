import type { ShellCommand } from '../../source/content/shell-command';
import type { Rule, RuleContext } from '../rule';
import { hookCommandListener, isFromEvent } from '../rule-support/agent-hook';

function check(command: ShellCommand, context: RuleContext): void {
  const found = destruction(command, context);
  if (found === undefined) return;
  context.report({
    at: command.range,
    subject: command.program ?? 'command',
    message: `This hook ${found}, without a question. Name exactly what it may remove, or leave that to a person.`,
  });
}

function destruction({ program = '', words }: ShellCommand, context: RuleContext): string | undefined {
  const texts = words.map(({ text }) => text);
  const line = texts.join(' ');
  const options = texts.filter((text) => text.startsWith('-'));
  if (program === 'rm' && options.some((text) => /^-\w*[rR]|^--recursive/u.test(text))) {
    const target = words
      .slice(1)
      .find((word) => !word.text.startsWith('-') && (isBroad(word.text) || isOpen(word, context)));
    return target && `removes \`${target.text}\` with all that is in it`;
  }
  if (
    /^git reset --hard|^git clean\b.*\s-\w*f|^git checkout (?:-f|--force|-- \.)|^git push\b.*(?:\s-f\b|--force(?!-with-lease))/u.test(
      line,
    )
  )
    return `throws work away (\`${texts.slice(0, 3).join(' ')}\`)`;
  if (/^mkfs|^shred$|^wipefs$/u.test(program) || (program === 'dd' && /\bof=\/dev\/(?!null)/u.test(line)))
    return `overwrites data (\`${program}\`)`;
  if (program === 'chmod' && /-\w*R/u.test(line) && /\b0?777\b|a\+rwx/u.test(line))
    return 'opens files for everybody';
  if (program === 'find' && /\s-delete\b/u.test(line) && isBroad(texts[1] ?? ''))
    return `removes files below \`${texts[1] ?? ''}\``;
  return undefined;
}

function isBroad(path: string): boolean {
  return /^(?:\/|~\/?|\$\{?HOME\}?\/?|\*|\.|\.\/|\.\.\/?|\/\*|~\/\*|\.\/\*|\/(?:home|Users|etc|var|usr)\/?\*?|\$\{?(?:PWD|CLAUDE_PROJECT_DIR)\}?\/?\*?)$/u.test(
    path,
  );
}

/** A variable that may be empty or hold anything: one that comes with the event, or that the script did not set. */
function isOpen({ text, expansions }: ShellCommand['words'][number], context: RuleContext): boolean {
  const [, name] = /^"?\$\{?([A-Za-z_]\w*)\}?(?:\/\*?)?$/u.exec(text) ?? [];
  if (name === undefined || expansions.length === 0) return false;
  if (isFromEvent(name, context)) return true;
  return !new RegExp(`\\b${name}=|\\bfor ${name} in\\b|\\bread\\b.*\\b${name}\\b`, 'u').test(
    context.model.text,
  );
}

export const rule: Rule = {
  id: 'agent-hook-destructive',
  title: 'Hook of a coding agent removes files or work',
  stages: ['llm-develop-experiment', 'llm-operate'],
  risks: [
    'owasp-agentic-2026:ASI02',
    'owasp-agentic-2026:ASI08',
    'owasp-llm-2026:LLM06',
    'owasp-llm-2025:LLM06',
  ],
  cwe: ['CWE-732', 'CWE-78'],
  atlas: ['AML.T0101', 'AML.T0053'],
  controls: ['C39', 'C40'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['agents', 'hooks', 'shell'],
  languages: ['json', 'yaml', 'toml', 'markdown', 'shell'],
  what: 'Finds hooks of coding agents that remove whole folders or what a variable names (`rm -rf "$DIR"`), throw work in Git away, overwrite disks or open all files to everybody.',
  why: 'A hook runs at every step, also when a variable is empty or the agent stands in another folder than you think. What it removes is gone.',
  fix: 'Name the folder in full, guard variables (`"${DIR:?}"/build`), or leave the command to a person.',
  references: [
    {
      title: 'Claude Code: hooks, security considerations',
      url: 'https://docs.claude.com/en/docs/claude-code/hooks',
    },
  ],
  examples: {
    bad: [
      {
        title: 'in a script',
        code: '#!/bin/bash\nrm -rf "$TARGET"\nrm -rf ~/\ngit reset --hard HEAD\ngit clean -fdx\ngit push --force origin main\nchmod -R 777 .\n',
        file: '.claude/hooks/clean.sh',
        findings: 6,
      },
      {
        title: 'in settings',
        code: '{"hooks": {"Stop": [{"hooks": [{"type": "command", "command": "rm -rf $CLAUDE_PROJECT_DIR/*"}]}]}}\n',
        file: '.claude/settings.json',
      },
    ],
    good: [
      {
        title: 'a folder that it named itself',
        code: '#!/bin/bash\ncachedir="$GIT_DIR/subtree-cache/$$"\nrm -rf "$cachedir"\nfor dest in a b; do rm -rf "$dest"; done\n',
        file: '.claude/hooks/x.sh',
        seen: 'git/git, contrib/subtree/git-subtree.sh',
      },

      {
        title: 'what it made itself, and named folders',
        code: '#!/bin/bash\nTMP=$(mktemp -d)\nrm -rf "$TMP"\nrm -rf dist build/cache\nrm -rf "${OUT:?}"/x\nrm -f "$FILE"\ngit push --force-with-lease\n',
        file: '.claude/hooks/clean.sh',
      },
      {
        title: 'a guard',
        code: '#!/bin/bash\nif echo "$1" | grep -q "rm -rf /"; then echo "git reset --hard is not allowed"; exit 2; fi\n',
        file: '.claude/hooks/guard.sh',
      },
    ],
  },
  on: { command: hookCommandListener(check) },
};
