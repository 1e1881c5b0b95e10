import type { ShellCommand } from '../../../source/content/shell-command';
import { downloadOf } from './downloads';

/** A download that an interpreter runs without it being stored. */
export interface RunDownload {
  readonly address: string | undefined;
  readonly interpreter: string;
  /** Where the last of the commands ends. */
  readonly end: number;
}

const SHELLS = /^(?:(?:ba|z|da|k|a|fi|t?c)?sh|pwsh|powershell|iex|invoke-expression|source|\.|eval)$/iu;
const INTERPRETERS = /^(?:python[\d.]*|pypy3?|perl|ruby|node|nodejs|deno|bun|php|lua|Rscript|tclsh)$/u;
/** Programs that hand on what they read, in another form. */
const PASSES_ON =
  /^(?:tee|cat|gunzip|gzip|zcat|xz|xzcat|bunzip2|bzcat|zstd|base64|sed|tr|awk|envsubst|dos2unix|head|tail|grep|pv|sponge|uudecode|openssl|unzip|funzip|iconv|col)$/u;

/** The download that a command begins, or takes in, to be run at once. */
export function downloadRunAtOnce(command: ShellCommand): RunDownload | undefined {
  return throughPipe(command) ?? takenIn(command);
}

/** `curl … | sh` */
function throughPipe(command: ShellCommand): RunDownload | undefined {
  const download = downloadOf(command);
  if (!download || download.urls.length === 0) return undefined;
  let next = command.pipedTo;
  for (let steps = 0; next && steps < 8; steps++) {
    if (runsWhatItReads(next)) {
      return { address: addressOf(command), interpreter: next.program ?? 'sh', end: next.range.end };
    }
    if (next.program === undefined || !PASSES_ON.test(next.program)) return undefined;
    next = next.pipedTo;
  }
  return undefined;
}

/** `bash <(curl …)`, `sh -c "$(curl …)"`, `$(curl …)` */
function takenIn(command: ShellCommand): RunDownload | undefined {
  const inner = command.inner.find(
    (one) => downloadOf(one) !== undefined && (downloadOf(one)?.urls.length ?? 0) > 0,
  );
  if (!inner || leadsElsewhere(inner)) return undefined;
  const taken = { address: addressOf(inner), end: command.range.end };
  const { program, words } = command;
  if (program === undefined) {
    const first = words[0]?.text ?? '';
    return /^(?:\$\(|`)/u.test(first) ? { ...taken, interpreter: 'the shell' } : undefined;
  }
  if (!SHELLS.test(program) && !INTERPRETERS.test(program)) return undefined;
  const at = words.findIndex(({ text }, index) => index > 0 && !text.startsWith('-'));
  const word = words[at];
  const reads = command.redirects.some(
    ({ operator, target }) => /^<(?:<<)?$/u.test(operator) && isSubstitution(target?.text),
  );
  const isRun =
    reads || (word !== undefined && isSubstitution(word.text) && isScript(program, words.slice(1, at)));
  return isRun ? { ...taken, interpreter: program } : undefined;
}

function isSubstitution(text: string | undefined): boolean {
  return text !== undefined && /^(?:<\(|\$\(|`)[\s\S]*[)`]\s*$/u.test(text);
}

/** Whether the first operand behind these options is what an interpreter runs. */
function isScript(program: string, options: readonly { readonly text: string }[]): boolean {
  return (
    /^(?:eval|source|\.|iex)$/u.test(program) ||
    options.every(({ text }) => /^-[A-Za-z]*$|^--[a-z-]+$/u.test(text))
  );
}

/** What is fetched is first made into something else: `$(curl … | jq -r .url)`. */
function leadsElsewhere(command: ShellCommand): boolean {
  let next = command.pipedTo;
  for (let steps = 0; next && steps < 8; steps++, next = next.pipedTo) {
    if (next.program === undefined || !PASSES_ON.test(next.program)) return true;
  }
  return false;
}

function runsWhatItReads({ program, words }: ShellCommand): boolean {
  if (program === undefined) return false;
  const rest = words.slice(1).map(({ text }) => text);
  if (/^(?:source|\.)$/u.test(program)) return rest[0] === '/dev/stdin';
  if (SHELLS.test(program)) {
    if (rest.some((text) => /^-[a-z]*c$/u.test(text))) return false;
    const first = rest.find((text) => !/^[-+]/u.test(text));
    return (
      first === undefined || first === '/dev/stdin' || rest.some((text) => /^-[a-z]*s[a-z]*$/u.test(text))
    );
  }
  if (!INTERPRETERS.test(program)) return false;
  if (program === 'deno' || program === 'bun') return rest.includes('-');
  const [first] = rest.filter((text) => !/^-[uBEsSIqO]+$|^--$/u.test(text));
  return first === undefined || first === '-' || first === '/dev/stdin';
}

function addressOf(command: ShellCommand): string | undefined {
  const text = downloadOf(command)?.urls[0]?.text;
  return text === undefined || !/^[a-z]+:\/\//iu.test(text) ? undefined : text.replace(/\/\/[^/@]*@/u, '//');
}
