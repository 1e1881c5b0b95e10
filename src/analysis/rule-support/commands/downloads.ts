import type { ShellCommand, ShellWord } from '../../../source/content/shell-command';
import { readOptions } from '../../../source/packages/command-options';

/** A command that fetches addresses. */
export interface Download {
  readonly urls: readonly ShellWord[];
  /** Where it is stored; undefined when that is the standard output, or follows from the address. */
  readonly target: string | undefined;
  /** Whether what is fetched is kept in a file. */
  readonly stores: boolean;
}

const POWERSHELL = /^(?:iwr|irm|invoke-webrequest|invoke-restmethod|start-bitstransfer)$/iu;
const CURL_VALUES =
  '-o --output -H --header -d --data -X --request -u --user -A --user-agent -e --referer -b --cookie -c --cookie-jar -T -F --form -m --max-time --connect-timeout --retry --retry-delay --retry-max-time -x --proxy --cacert --cert --key -w --write-out --data-raw --data-binary --data-urlencode -E -C -r --range -z --limit-rate --output-dir --resolve --interface --proto --tls-max --url'.split(
    ' ',
  );
const WGET_VALUES =
  '-O --output-document -P --directory-prefix -o --output-file -a -t --tries -T --timeout -U --user-agent --header -e --execute -i --input-file --user --password -w --wait -Q -A -R -D -X -I --post-data --cut-dirs -l --level'.split(
    ' ',
  );
const ARIA_VALUES =
  '-o --out -d --dir -x -s -j -k -i --header -c --checksum --max-connection-per-server --split'.split(' ');

/** Words one of which every command has that fetches something. */
export const DOWNLOAD_WORDS: readonly string[] =
  'curl wget aria2c axel gdown lynx httpie owershell pwsh'.split(' ');

/** What a command fetches by its address; undefined for a command that does not. */
export function downloadOf({ program, words, redirects }: ShellCommand): Download | undefined {
  const name = program?.toLowerCase();
  if (name === undefined) return undefined;
  const valued = valuesOf(name);
  if (!valued) return undefined;
  const takesValue = (option: string): boolean => valued.includes(option) || /^-[A-Za-z]*o$/u.test(option);
  const { options, operands } = readOptions(words.slice(1), takesValue);
  const value = (pattern: RegExp): ShellWord | undefined =>
    options.findLast((one) => pattern.test(one.name))?.value;
  const explicit = options.flatMap((one) => (one.name === '--url' && one.value ? one.value : []));
  const urls = [...explicit, ...operands].filter(({ text }) =>
    /^(?:https?|ftp):\/\/|^\$\{?\w*URL/iu.test(text),
  );
  const target = targetOf(name, value);
  const isOutput = target === '-' || target === '/dev/stdout';
  const intoFile = redirects.some(({ operator }) => /^1?>>?$/u.test(operator));
  const stores =
    intoFile ||
    (!isOutput &&
      (target !== undefined ||
        keepsName(
          name,
          options.map((one) => one.name),
        )));
  return { urls, target: isOutput ? undefined : target, stores };
}

function valuesOf(name: string): readonly string[] | undefined {
  if (name === 'curl' || name === 'curlie' || name === 'xh' || name === 'http' || name === 'https')
    return CURL_VALUES;
  if (name === 'wget' || name === 'wget2') return WGET_VALUES;
  if (name === 'aria2c' || name === 'axel') return ARIA_VALUES;
  if (name === 'gdown') return ['-O', '--output'];
  if (name === 'fetch' || name === 'lynx') return [];
  return POWERSHELL.test(name)
    ? ['-OutFile', '-Uri', '-o', '-Destination', '-Headers', '-Method']
    : undefined;
}

function targetOf(name: string, value: (pattern: RegExp) => ShellWord | undefined): string | undefined {
  if (name === 'wget' || name === 'wget2') return value(/^-[A-Za-z]*O$|^--output-document$/u)?.text;
  if (POWERSHELL.test(name)) return value(/^-OutFile$/iu)?.text;
  return value(/^-[A-Za-z]*o$|^--output$|^--out$/u)?.text;
}

function keepsName(name: string, options: readonly string[]): boolean {
  if (/^(?:wget2?|aria2c|axel|gdown)$/u.test(name)) return true;
  return options.some((option) => /^-[A-Za-z]*O[A-Za-z]*$|^--remote-name/u.test(option));
}
