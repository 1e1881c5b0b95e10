import type { ShellCommand, ShellWord } from '../../../source/content/shell-command';
import { readOptions } from '../../../source/packages/command-options';
import { isFullHash } from './known-value';

const HUB =
  /^(?:https?:\/\/(?:[^/@]*@)?|(?:ssh:\/\/)?git@)(?:huggingface\.co|hf\.co|hf-mirror\.com|(?:www\.)?modelscope\.cn)[/:]/iu;

/** The address of a model hub's repository that a command clones. */
export function clonedFromHub({ program, words }: ShellCommand): ShellWord | undefined {
  if (program !== 'git') return undefined;
  const { operands } = readOptions(words.slice(1), (name) =>
    /^(?:-c|-C|-b|--branch|--depth|--filter|-j|--jobs|-o)$/u.test(name),
  );
  const verbs = operands.map(({ text }) => text);
  const at = verbs[0] === 'lfs' ? 1 : 0;
  if (verbs[at] !== 'clone' && !(verbs[at] === 'submodule' && verbs[at + 1] === 'add')) return undefined;
  return operands.find(({ text }) => HUB.test(text));
}

/** Whether a command goes to a full commit: `git checkout <40 digits>`, `git reset --hard`, `git fetch origin <40 digits>`. */
export function takesCommit({ program, words }: ShellCommand): boolean {
  if (program !== 'git') return false;
  const texts = words.map(({ text }) => text);
  const verb = texts.find((text) => /^(?:checkout|reset|switch|fetch)$/u.test(text));
  return (
    verb !== undefined &&
    texts.some((text) => isFullHash(text) || /^\$\{?\w*(?:COMMIT|SHA|REV)\w*\}?$/iu.test(text))
  );
}
