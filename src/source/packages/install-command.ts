import type { PackageOption, PackageRequest } from '../content/package-request';
import type { ShellCommand, ShellWord } from '../content/shell-command';
import { placeFrom, type TextPlace } from '../content/text-place';
import { readOptions } from './command-options';
import { INSTALLERS, type Installer } from './installers';
import { npmRequest } from './npm-request';
import { otherRequest } from './other-request';
import { pythonRequest } from './python-request';

/** Options whose short form says no more than a letter. */
const LONG_NAMES: Readonly<Record<string, string>> = {
  '-i': '--index-url',
  '-f': '--find-links',
  '-r': '--requirement',
  '-c': '--constraint',
};

/** What a command that installs asks for; nothing for any other. */
export function installRequests(command: ShellCommand): {
  readonly packages: readonly PackageRequest[];
  readonly packageOptions: readonly PackageOption[];
} {
  const words = withoutInterpreter(command);
  const found = installerOf(words);
  if (!found) return { packages: [], packageOptions: [] };
  const { installer, rest } = found;
  const isRunner = installer.from === 'runner';
  const packageOptions = installer.packageOptions ?? [];
  const takesValue = (name: string): boolean =>
    installer.withValue.includes(name) || packageOptions.includes(name);
  const { options, operands } = readOptions(rest, takesValue, isRunner);
  const asPackages = options.flatMap(({ name, value }) =>
    value && (packageOptions.includes(name) || name === '--spec') ? value : [],
  );
  // A runner runs its first operand; one that is told which package to take runs a program of that.
  const named = isRunner ? operands.slice(0, asPackages.length > 0 ? 0 : 1) : operands;
  return {
    packages: [...asPackages, ...named].flatMap((word) => requestOf(word, installer) ?? []),
    packageOptions: options.map(({ name, value, range }) => ({
      name: installer.ecosystem === 'pypi' ? (LONG_NAMES[name] ?? name) : name,
      value: value?.text,
      range,
    })),
  };
}

function requestOf(word: ShellWord, { ecosystem, from }: Installer): PackageRequest | undefined {
  const { text } = word;
  // A name that is put in is not known.
  if (
    /^[$`{]|^<\(|^\{\{/u.test(text) ||
    /^[^@=<>~#]*(?:[$`]|\{\{)/u.test(text.replace(/^[a-z+]+:\/\/.*/iu, ''))
  )
    return undefined;
  const place = placeOfWord(word);
  if (ecosystem === 'pypi') return pythonRequest(text, place, from);
  if (ecosystem === 'npm') return npmRequest(text, place, from);
  return otherRequest(ecosystem, text, place, from);
}

/** Where the text of a word stands: exactly without quotes and escapes, else the whole word for its end. */
function placeOfWord({ text, range, quotes }: ShellWord): TextPlace {
  if (range.end - range.start === text.length) return placeFrom(range.start);
  if (range.end - range.start === text.length + 2 && quotes !== 'none') return placeFrom(range.start + 1);
  return { offsetOf: (offset) => (offset === 0 ? range.start : range.end) };
}

/** `python -m pip install x` is `pip install x`; so it is behind a program that is put in (an ellipsis). */
function withoutInterpreter({ words, program }: ShellCommand): readonly ShellWord[] {
  if (
    /^(?:python[\d.]*|py|pypy3?|\$\{?\w*PYTHON\w*\}?|\{sys\.executable\}|\u2026)$/iu.test(
      program ?? words[0]?.text ?? '',
    )
  ) {
    const at = words.findIndex(({ text }) => text === '-m');
    return at > 0 && words.slice(1, at).every(({ text }) => text.startsWith('-')) ? words.slice(at + 1) : [];
  }
  return words;
}

function installerOf(
  words: readonly ShellWord[],
): { readonly installer: Installer; readonly rest: readonly ShellWord[] } | undefined {
  const [first] = words;
  if (!first) return undefined;
  const program = first.text.slice(first.text.lastIndexOf('/') + 1).replace(/^(pip3?)[\d.]+$/u, '$1');
  for (const installer of INSTALLERS) {
    const rest = restBehind(installer, program, words);
    if (rest) return { installer, rest };
  }
  return undefined;
}

/** The words behind those an installer is called by; options may stand between them. */
function restBehind(
  { words: parts, withValue }: Installer,
  program: string,
  words: readonly ShellWord[],
): readonly ShellWord[] | undefined {
  const [head = '', ...others] = parts;
  if (!head.split('|').includes(program)) return undefined;
  const options: ShellWord[] = [];
  let at = 1;
  for (const part of others) {
    for (let word = words[at]; word && word.text.startsWith('-'); word = words[at]) {
      const length = withValue.includes(word.text) ? 2 : 1;
      options.push(...words.slice(at, at + length));
      at += length;
    }
    if (!part.split('|').includes(words[at]?.text ?? '')) return undefined;
    at++;
  }
  return [...options, ...words.slice(at)];
}
