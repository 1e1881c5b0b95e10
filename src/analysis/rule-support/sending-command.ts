import type { ShellCommand } from '../../source/content/shell-command';
import { hostOf, isForeign } from './remote-address';

/** Programs that send what they are given to another machine. */
const SENDERS =
  /^(?:curl|wget|http|https|xh|nc|ncat|netcat|socat|telnet|scp|rsync|sftp|ftp|mail|mailx|sendmail|swaks|openssl|aws|gsutil|gcloud|rclone|s3cmd|azcopy|dig|nslookup|host|ping|iwr|Invoke-WebRequest|Invoke-RestMethod|irm)$/u;

const BODY =
  /^(?:-d|--data(?:-\w+)?|-F|--form(?:-string)?|-T|--upload-file|--json|--post-data|--post-file|--body-data|--body-file|-Body)(?:=|$)|^-d.|^-F./u;

/** What a command sends, and to whom. */
export interface Sending {
  readonly host: string | undefined;
  /** The texts that it sends: bodies, parts of the address, files. */
  readonly sent: readonly string[];
  /** It sends what it reads. */
  readonly isPiped: boolean;
}

/** What a command sends to another machine; undefined for a command that sends nothing, or only to this machine. */
export function sendingOf(command: ShellCommand, all: readonly ShellCommand[]): Sending | undefined {
  const device = command.redirects.find(({ target }) => /^\/dev\/(?:tcp|udp)\//u.test(target?.text ?? ''));
  if (device) return { host: device.target?.text.split('/')[3], sent: words(command), isPiped: true };
  if (command.program === undefined || !SENDERS.test(command.program)) return undefined;
  const texts = words(command);
  const address = texts
    .map((text) => /\b(?:https?|ftp|wss?):\/\/\S*/iu.exec(text)?.[0])
    .find((text) => text !== undefined);
  const host = address === undefined ? undefined : hostOf(address);
  if (host !== undefined && !isForeign(host)) return undefined;
  const isPiped =
    all.some(({ pipedTo }) => pipedTo === command) ||
    command.redirects.some(({ operator }) => operator.startsWith('<'));
  const { program } = command;
  if (/^(?:curl|wget|http|https|xh|iwr|irm|Invoke)/u.test(program)) return web(texts, address, host);
  // Keys and certificates are made on this machine.
  if (program === 'openssl' && !texts.some((text) => /^-(?:connect|host)$/u.test(text))) return undefined;
  if (/^(?:nc|ncat|netcat|socat|telnet|openssl|mail|mailx|sendmail|swaks)$/u.test(program))
    return isListening(texts) ? undefined : { host: host ?? texts[1], sent: texts.slice(1), isPiped };
  if (/^(?:dig|nslookup|host|ping)$/u.test(program))
    return texts.some((text) => /[$`]/u.test(text) && text.includes('.'))
      ? { host: undefined, sent: texts.slice(1), isPiped: false }
      : undefined;
  // Copies to another machine or to a store.
  const target = texts.at(-1) ?? '';
  const isRemote = /^(?:[\w.-]+@)?[\w.-]+:(?!\/\/)|^(?:s3|gs|az|https?|ftp|sftp):\/\//u.test(target);
  return isRemote ? { host: target, sent: texts.slice(1, -1), isPiped } : undefined;
}

function web(
  texts: readonly string[],
  address: string | undefined,
  host: string | undefined,
): Sending | undefined {
  const bodies = texts.flatMap((text, at) => {
    if (!BODY.test(text)) return [];
    const joined = /^-[dFT](.+)$/u.exec(text)?.[1] ?? /^--?[\w-]+=([^]*)$/u.exec(text)?.[1];
    return [joined ?? texts[at + 1] ?? ''];
  });
  const query = address !== undefined && isFilledIn(address) ? [address] : [];
  const headers = texts.filter(
    (text, at) => /^(?:-H|--header)$/u.test(texts[at - 1] ?? '') && /\$\(|`/u.test(text),
  );
  const sent = [...bodies, ...query, ...headers];
  return sent.length === 0
    ? undefined
    : { host, sent, isPiped: bodies.some((body) => /@-|^-$|@\/dev\/stdin/u.test(body)) };
}

/** Whether an address carries something away: in its query, or the output of a command anywhere. A version in a path does not. */
function isFilledIn(address: string): boolean {
  const path = address.replace(/^\w+:\/\/[^/?]*/u, '').replace(/\$\(date\b[^)]*\)?/gu, '');
  return /\$\(|`/u.test(path) || /\?.*\$/u.test(path);
}

function isListening(texts: readonly string[]): boolean {
  return texts.some((text) => /^-\w*[lz]\w*$/u.test(text));
}

function words({ words: all }: ShellCommand): readonly string[] {
  return all.map(({ text }) => text);
}
