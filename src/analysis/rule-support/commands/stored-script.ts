import type { ShellCommand } from '../../../source/content/shell-command';
import { downloadOf } from './downloads';

const RUNS = /^(?:(?:ba|z|da|k|a)?sh|source|\.|python[\d.]*|perl|ruby|node)$/u;

/** The file that a command stores and another of the document runs; undefined when none does. */
export function storedScript(command: ShellCommand, all: readonly ShellCommand[]): string | undefined {
  const download = downloadOf(command);
  const address = download?.urls[0]?.text;
  if (!download?.stores || address === undefined) return undefined;
  const redirected = command.redirects.find(({ operator }) => /^1?>$/u.test(operator))?.target?.text;
  const file = baseName(download.target ?? redirected ?? address.replace(/[?#].*$/u, ''));
  if (file === '' || /\$/u.test(file)) return undefined;
  const isRun = all.some(
    ({ program, words, range }) =>
      range.start > command.range.start &&
      program !== undefined &&
      (RUNS.test(program)
        ? scriptOf(words) === file
        : program === file && (words[0]?.text ?? '').includes('/')),
  );
  return isRun ? file : undefined;
}

/** What an interpreter runs: its first word that is no option. */
function scriptOf(words: ShellCommand['words']): string {
  return baseName(words.slice(1).find(({ text }) => !text.startsWith('-'))?.text ?? '');
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
