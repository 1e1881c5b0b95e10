import type { DocumentContent } from '../../source/content/document-content';
import type { ShellAssignment, ShellCommand, ShellWord } from '../../source/content/shell-command';
import type { RuleContext } from '../rule';

/** Folders of the scripts that coding agents run at their events. */
export const HOOK_FOLDER =
  /(?:^|\/)(?:\.(?:claude|cursor|codex|gemini|windsurf|kiro|github|copilot|augment|factory|qwen|opencode|amp)\/(?:[^/]+\/)*hooks|(?:claude|cursor|codex|gemini|agent)[-_]?hooks|\.claude-plugin\/(?:.*\/)?hooks)\//iu;

/** What only a script for such an event speaks of. */
const HOOK_WORDS =
  /\bCLAUDE_(?:PROJECT_DIR|TOOL_\w+|FILE_PATHS?|PLUGIN_ROOT)\b|\bhook_event_name\b|\btool_input\b|\btranscript_path\b|\bhookSpecificOutput\b/u;

const hookScripts = new WeakMap<DocumentContent, boolean>();

/** Whether a document is the script of a hook: by its folder, or by what it speaks of. */
export function isHookScript({ path, content, model }: RuleContext): boolean {
  if (HOOK_FOLDER.test(path)) return true;
  if (model.language !== 'shell') return false;
  const known = hookScripts.get(content) ?? HOOK_WORDS.test(model.text);
  hookScripts.set(content, known);
  return known;
}

/** Whether an agent runs a command by itself: a hook of its settings, or a line of a hook's script. */
export function isHookCommand(command: ShellCommand, context: RuleContext): boolean {
  return command.place === 'hook' || (command.place === 'script' && isHookScript(context));
}

/** A listener for the commands that agents run by themselves. */
export function hookCommandListener(
  check: (command: ShellCommand, context: RuleContext) => void,
): (command: ShellCommand, context: RuleContext) => void {
  return (command, context) => {
    if (isHookCommand(command, context)) check(command, context);
  };
}

/** Variables that agents fill with what a model asked for. */
const FILLED_BY_AGENT =
  /^(?:CLAUDE_(?:FILE_PATHS?|TOOL_INPUT\w*|TOOL_OUTPUT\w*|USER_PROMPT|NOTIFICATION\w*)|TOOL_INPUT\w*|TOOL_ARGS?|ARGUMENTS|HOOK_INPUT)$/u;

/** What reads the event that an agent hands to its hook. */
const READS_EVENT =
  /\bjq\b[^|]*(?:tool_input|tool_response|tool_output|file_?path|transcript|\.(?:command|prompt|path|content|url|query|message|notebook_path|pattern|text|args|arguments)\b)|^\$\((?:cat|<\s*\/dev\/stdin|cat -|cat \/dev\/stdin)\b|\btool_input\b|\btranscript_path\b|json\.load\(/u;

const filledNames = new WeakMap<DocumentContent, ReadonlySet<string>>();

/** Whether a variable holds something from the event of a hook: what a model chose. */
export function isFromEvent(name: string, context: RuleContext): boolean {
  if (FILLED_BY_AGENT.test(name)) return true;
  const known = filledNames.get(context.content) ?? namesFromEvent(context.content);
  filledNames.set(context.content, known);
  return known.has(name);
}

function namesFromEvent({ commands }: DocumentContent): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { program, words, assignments } of commands) {
    for (const assignment of assignments) if (isFilled(assignment, names)) names.add(assignment.name);
    // `local x=$(...)`
    for (const { text } of /^(?:local|declare|typeset|readonly|export)$/u.test(program ?? '')
      ? words.slice(1)
      : []) {
      const [, name, value] = /^(\w+)=([^]*)$/u.exec(text) ?? [];
      if (name !== undefined && value !== undefined && READS_EVENT.test(value)) names.add(name);
    }
  }
  return names;
}

function isFilled({ value }: ShellAssignment, names: ReadonlySet<string>): boolean {
  if (!value) return false;
  // A count, a name of a tool or a hash is harmless.
  if (/\|\s*(?:wc|sha\d+sum|md5sum|length)\b|\.(?:tool_name|session_id|hook_event_name)\b/u.test(value.text))
    return false;
  return (
    READS_EVENT.test(value.text) ||
    value.expansions.some(({ name }) => names.has(name)) ||
    [...names].some((name) => mentions(value.text, name))
  );
}

/** Whether a text puts a variable in: `$NAME`, `${NAME...}`. */
export function mentions(text: string, name: string): boolean {
  const at = text.search(/\$/u);
  return at >= 0 && new RegExp(`\\$\\{?${name}\\b`, 'u').test(text);
}

/** What of the event is put into a word: the variable, or `$(...)` when the event is read in place. */
export function eventPartOf(
  word: ShellWord,
  context: RuleContext,
): { readonly name: string; readonly isQuoted: boolean } | undefined {
  for (const { name, isQuoted } of word.expansions) {
    if (
      name === '*'
        ? /\bjq\b[^)]*(?:tool_input|prompt|file_path|command)|\btool_input\b/u.test(word.text)
        : isFromEvent(name, context)
    )
      return { name: name === '*' ? '$(…)' : `$${name}`, isQuoted };
  }
  return undefined;
}
