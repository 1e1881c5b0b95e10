import { isOwnHost } from '../own-host';

/** Whether a part of a text is put in when the document is used: `$X`, `${X}`, `{{ x }}`, `<x>`. */
export function isPartlyUnknown(text: string): boolean {
  return /\$[\w{(]|\{\{|\{[A-Za-z_]\w*\}|<[\w -]+>|`|%\w+%/u.test(text);
}

/** Whether an address leads into the own machine or network. */
export function isOwnAddress(address: string): boolean {
  const host = /^[a-z+]+:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/?#]*)/iu.exec(address)?.[1] ?? address;
  return isOwnHost(host);
}

/** A full Git commit or content hash. */
export function isFullHash(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/iu.test(text);
}
