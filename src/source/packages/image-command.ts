import type { ImageReference } from '../content/image-reference';
import type { ShellCommand, ShellWord } from '../content/shell-command';
import { readOptions } from './command-options';
import { imageReference } from './image-reference';

const ENGINES = new Set(['docker', 'podman', 'nerdctl', 'nvidia-docker', 'buildah']);
const LOADERS = new Set(['singularity', 'apptainer', 'skopeo', 'crane', 'enroot']);
const SWITCHES = new Set(
  '-d -i -t -it -ti -dit -itd -td -dt -di -P -q --detach --interactive --tty --rm --privileged --init --publish-all --read-only --no-healthcheck --oom-kill-disable --sig-proxy --quiet --all-tags -a --disable-content-trust --tls-verify'.split(
    ' ',
  ),
);

/** The images that a command runs or fetches: `docker run`, `docker pull`, `singularity pull docker://...`. */
export function imagesOfCommand(command: ShellCommand): readonly ImageReference[] {
  const { program, words } = command;
  if (program === undefined) return [];
  if (ENGINES.has(program)) return referencesOf(engineImage(words.slice(1)));
  if (LOADERS.has(program))
    return words.filter(({ text }) => text.startsWith('docker://')).flatMap(referencesOf);
  if (program === 'kubectl') {
    const { options } = readOptions(words.slice(1), (name) => name === '--image');
    return options.flatMap(({ name, value }) => (name === '--image' ? referencesOf(value) : []));
  }
  return [];
}

function engineImage(words: readonly ShellWord[]): ShellWord | undefined {
  const verb = words.findIndex(({ text }) => /^(?:run|pull|create|from)$/u.test(text));
  const isVerb = words
    .slice(0, verb)
    .every(({ text }) => text.startsWith('-') || /^(?:container|image)$/u.test(text));
  if (verb === -1 || !isVerb) return undefined;
  const takesValue = (name: string): boolean => !SWITCHES.has(name) && !/^-[ditPqa]+$/u.test(name);
  return readOptions(words.slice(verb + 1), takesValue, true).operands[0];
}

function referencesOf(word: ShellWord | undefined): readonly ImageReference[] {
  // What is no name, `...` or `<image>` of an instruction, names no image.
  if (!word || !/^[\w$]/u.test(word.text) || /[<>…]|\.\.\./u.test(word.text)) return [];
  return [imageReference(word.text, word.range, 'command')];
}
