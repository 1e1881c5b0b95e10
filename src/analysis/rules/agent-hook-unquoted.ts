import type { Fix } from '../finding';
import type { ShellCommand } from '../../source/content/shell-command';
import type { Rule, RuleContext } from '../rule';
import { eventPartOf, hookCommandListener } from '../rule-support/agent-hook';

const SHELLS = /^(?:(?:ba|z|da|k|a)?sh)$/u;

/** Built-ins that take a word as it is, and programs for which one word more changes nothing. */
const HARMLESS =
  /^(?:echo|printf|local|export|declare|readonly|typeset|return|exit|test|\[|\[\[|case|let|read|:|basename|dirname)$/u;

function check(command: ShellCommand, context: RuleContext): void {
  const { program = '', words } = command;
  if (isInnerOf(command, context)) return;
  const script = scriptOf(command);
  if (script) {
    const part = eventPartOf(script, context);
    if (part && script.quotes !== 'single') {
      report(
        command,
        `\`${program}\` runs \`${part.name}\`, which the model wrote, as a program. Compare it with what you allow, and never hand it to a shell`,
        context,
        'error',
      );
      return;
    }
  }
  if (runsEvent(command)) {
    report(
      command,
      'What the model wrote is handed to a shell and runs. Compare it with what you allow instead',
      context,
      'error',
    );
    return;
  }
  if (HARMLESS.test(program)) return;
  for (const word of words) {
    const part = eventPartOf(word, context);
    if (!part || part.isQuoted) continue;
    report(
      command,
      `\`${part.name}\` stands without quotes, so blanks, \`*\` and options in it change what \`${program === '' ? 'the command' : program}\` does. Write \`"${part.name}"\``,
      context,
      undefined,
      quoteFixes(word, context),
    );
    return;
  }
}

function report(
  command: ShellCommand,
  message: string,
  context: RuleContext,
  severity?: 'error',
  fixes: readonly Fix[] = [],
): void {
  context.report({
    at: command.range,
    subject: command.program ?? 'command',
    message: `${message}.`,
    fixes,
    ...(severity ? { severity } : {}),
  });
}

/** In a script of its own; in a JSON file the quotes would have to be escaped. */
function quoteFixes(
  { range, quotes }: ShellCommand['words'][number],
  { model }: RuleContext,
): readonly Fix[] {
  if (model.language !== 'shell' || quotes !== 'none') return [];
  const edits = [{ range, newText: `"${model.textAt(range)}"` }];
  return [{ title: 'Put it between quotes', safe: false, edits }];
}

/** The word that is a script of its own: of `eval` and `sh -c`. */
function scriptOf({ program = '', words }: ShellCommand): ShellCommand['words'][number] | undefined {
  if (program === 'eval') return words[1];
  if (!SHELLS.test(program)) return undefined;
  const at = words.findIndex(({ text }) => /^-\w*c$/u.test(text));
  return at < 0 ? undefined : words[at + 1];
}

/** `jq -r .tool_input.command | sh`, also through `xargs sh -c`. */
function runsEvent({ program, words, pipedTo }: ShellCommand): boolean {
  if (program !== 'jq' || !words.some(({ text }) => /tool_input|command|prompt/u.test(text))) return false;
  return (
    pipedTo !== undefined &&
    SHELLS.test(pipedTo.program ?? '') &&
    pipedTo.words.slice(1).every(({ text }) => !/\.sh$/u.test(text))
  );
}

/** What stands in the script of another command is told there. */
function isInnerOf(command: ShellCommand, { content }: RuleContext): boolean {
  return content.commands.some((one) => one.inner.includes(command) && scriptOf(one) !== undefined);
}

export const rule: Rule = {
  id: 'agent-hook-unquoted',
  title: 'Hook of a coding agent lets its input become part of a command',
  stages: ['llm-develop-experiment', 'llm-operate'],
  risks: [
    'owasp-agentic-2026:ASI05',
    'owasp-llm-2026:LLM05',
    'owasp-llm-2025:LLM05',
    'owasp-agentic-2026:ASI02',
  ],
  cwe: ['CWE-78', 'CWE-77'],
  atlas: ['AML.T0050', 'AML.T0053'],
  controls: ['C36', 'C40'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['agents', 'hooks', 'shell', 'injection'],
  languages: ['json', 'yaml', 'toml', 'markdown', 'shell'],
  what: 'Finds hooks of coding agents in which a value of the event – a path, a command, a prompt, read with `jq` or from variables such as `$CLAUDE_FILE_PATHS` – stands without quotes in a command, or is run by `eval`, `sh -c` or a pipe into a shell.',
  why: 'The model chooses those values, and a text that it reads may choose them for it. Without quotes a file named `a; b` or `-rf *` becomes words and options; through `eval` it becomes a program, beside every permission that the agent has.',
  fix: 'Quote every variable (`"$FILE"`), put `--` before names of files, and never run what the event holds.',
  references: [
    {
      title: 'Claude Code: hooks, security best practices',
      url: 'https://docs.claude.com/en/docs/claude-code/hooks',
    },
    { title: 'CWE-78: OS Command Injection', url: 'https://cwe.mitre.org/data/definitions/78.html' },
  ],
  examples: {
    bad: [
      {
        title: 'in settings',
        code: '{"hooks": {"PostToolUse": [{"matcher": "Edit", "hooks": [{"type": "command", "command": "prettier --write $CLAUDE_FILE_PATHS"}]}]}}\n',
        file: '.claude/settings.json',
      },
      {
        title: 'in a script',
        code: '#!/bin/bash\nINPUT=$(cat)\nFILE=$(echo "$INPUT" | jq -r .tool_input.file_path)\nCMD=$(jq -r .tool_input.command <<< "$INPUT")\nblack $FILE\neval "$CMD"\nbash -c "ls $FILE"\nruff check $(echo "$INPUT" | jq -r .tool_input.file_path)\n',
        file: '.claude/hooks/format.sh',
        findings: 4,
      },
      {
        title: 'a pipe into a shell',
        code: '{"hooks": {"PreToolUse": [{"hooks": [{"type": "command", "command": "jq -r .tool_input.command | sh"}]}]}}\n',
        file: '.claude/settings.json',
      },
    ],
    good: [
      {
        title: 'what comes from elsewhere than the event',
        code: '#!/bin/bash\nNUMBER=$(gh pr view --json number | jq .number)\ngh pr checks $NUMBER\nwhile read rev; do git checkout -q $rev; done < revs\n',
        file: '.claude/hooks/x.sh',
        seen: 'git/git, contrib/subtree/git-subtree.sh',
      },

      {
        title: 'quoted, compared, counted',
        code: '#!/bin/bash\nINPUT=$(cat)\nFILE=$(echo "$INPUT" | jq -r .tool_input.file_path)\nTOOL=$(echo "$INPUT" | jq -r .tool_name)\nif [[ $FILE == *.py && $TOOL == Edit ]]; then black -- "$FILE"; fi\ncase $FILE in *.env) exit 2 ;; esac\necho $FILE >> log\nbash -c \'ls "$1"\' _ "$FILE"\n',
        file: '.claude/hooks/format.sh',
      },
      {
        title: 'a variable of its own',
        code: '#!/bin/bash\nFILES="a b"\nblack $FILES\n"$CLAUDE_PROJECT_DIR"/scripts/check.sh\n',
        file: '.claude/hooks/format.sh',
      },
    ],
  },
  on: { command: hookCommandListener(check) },
};
