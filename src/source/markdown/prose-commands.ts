import type { ShellCommand, ShellPlace } from '../content/shell-command';
import { placeFrom, type TextPlace } from '../content/text-place';
import { parseShell } from '../shell/parse-shell';
import type { ReadProse } from './prose-reader';

const SHELL_LANGUAGES = new Set([
  'sh',
  'bash',
  'shell',
  'zsh',
  'console',
  'shell-session',
  'shellsession',
  'terminal',
]);

const PROMPT = /^[ \t]*[$%][ \t]/mu;

/**
 * The commands that a text gives: those of its shell blocks, and those which a coding agent runs itself when it loads the text
 * (`` !`command` ``, a block marked with `!`). The latter stand at the place `hook`, for nobody is asked.
 */
export function proseCommands({ prose, loaded }: ReadProse): readonly ShellCommand[] {
  const atLoad = loaded.flatMap(({ text, range }) => parseShell(text, placeFrom(range.start), 'hook'));
  const inBlocks = prose.blocks.flatMap(({ kind, language = '', text, place }): readonly ShellCommand[] => {
    if (kind !== 'code') return [];
    if (language.startsWith('!')) return parseShell(text, place, 'hook');
    return SHELL_LANGUAGES.has(language) ? shell(text, place, 'prose') : [];
  });
  return [...atLoad, ...inBlocks];
}

/** Prompts that were pasted along become blank; where there are some, so does what the commands printed. */
function shell(text: string, place: TextPlace, where: ShellPlace): readonly ShellCommand[] {
  const hasPrompts = PROMPT.test(text);
  const commands = text.replace(/^[^\n]*$/gmu, (line) => {
    const prompt = PROMPT.exec(line)?.[0];
    if (prompt !== undefined) return ' '.repeat(prompt.length) + line.slice(prompt.length);
    return hasPrompts ? ' '.repeat(line.length) : line;
  });
  return parseShell(commands, place, where);
}
