import { NO_CONTENT, type DocumentContent } from '../content/document-content';
import type { ShellCommand } from '../content/shell-command';
import { placeFrom } from '../content/text-place';
import { commandContent } from '../packages/command-content';
import { parseShell } from '../shell/parse-shell';
import type { NotebookCommand, NotebookProgram } from './notebook-program';

/** Magics that hand their line to the program they are named for. */
const INSTALLER_MAGIC = /^%{1,2}(?=(?:pip|conda|mamba|micromamba|uv)\s)/u;
/** Magics whose cell, or line, is a script. */
const SCRIPT_MAGIC =
  /^%%(?:bash|sh|cmd|script\s+(?:\S*\/)?(?:ba|z)?sh)(?:[ \t][^\r\n]*)?(?:\r?\n|$)|^%(?:sx|system|bash|sh)\s+/u;
const TIMED = /^%{1,2}(?:time|timeit|capture)\s[^!\r\n]*(?=!)/u;

/** What a notebook holds besides Python: the commands of its shell lines and magics. */
export function notebookContent(program: Pick<NotebookProgram, 'commands'>): DocumentContent {
  const commands = program.commands.flatMap(commandsOf);
  return commands.length === 0 ? NO_CONTENT : { ...NO_CONTENT, ...commandContent(commands) };
}

function commandsOf({ kind, text, range }: NotebookCommand): readonly ShellCommand[] {
  const head =
    kind === 'shell'
      ? /^!{1,2}/u.exec(text)
      : (INSTALLER_MAGIC.exec(text) ?? SCRIPT_MAGIC.exec(text) ?? TIMED.exec(text));
  if (!head) return [];
  const [{ length }] = head;
  const script = text.slice(length);
  // `%%capture` before a cell of shell lines: each begins with its own sign.
  const plain = script.startsWith('!') ? script.replace(/^!/u, ' ') : script;
  return parseShell(plain, placeFrom(range.start + length), 'notebook');
}
