import type { ShellCommand } from '../content/shell-command';
import type { WordDraft } from './word-draft';

const SHELLS = new Set(['sh', 'bash', 'zsh', 'dash', 'ksh', 'ash', 'fish', 'busybox']);

/** The word of a command that is itself a script: `sh -c '...'`, `eval "..."`, also behind `docker exec` and `ssh`. */
export function innerScript({ program }: ShellCommand, words: readonly WordDraft[]): WordDraft | undefined {
  if (program === undefined) return undefined;
  if (program === 'eval') return words.length === 2 ? words[1] : undefined;
  if (program === 'su' || program === 'runuser') return behind(words, 0, /^(?:-c|--command)$/u);
  if (/^(?:powershell|pwsh|cmd)$/iu.test(program)) return behind(words, 0, /^(?:-c|-command|\/c)$/iu);
  // `ssh host 'a | b'`: what stands behind the host is a script there.
  if (program === 'ssh') return words.slice(2).find(({ isPlain }) => !isPlain);
  const shell = words.findIndex(({ text }) => SHELLS.has(text.slice(text.lastIndexOf('/') + 1)));
  if (shell === 0 || (shell > 0 && isLauncher(program))) return behind(words, shell, /^-[a-z]*c$/u);
  return undefined;
}

/** Whether a command takes its script from what it is given to read: `bash <<EOF`. */
export function readsScript({ program, words }: ShellCommand): boolean {
  return (
    program !== undefined && SHELLS.has(program) && words.slice(1).every(({ text }) => text.startsWith('-'))
  );
}

function behind(words: readonly WordDraft[], from: number, option: RegExp): WordDraft | undefined {
  const at = words.findIndex(({ text }, index) => index > from && option.test(text));
  return at === -1 ? undefined : words[at + 1];
}

function isLauncher(program: string): boolean {
  return /^(?:docker|podman|kubectl|ssh|srun|singularity|apptainer|nsenter|chroot|flock|find|parallel)$/u.test(
    program,
  );
}
