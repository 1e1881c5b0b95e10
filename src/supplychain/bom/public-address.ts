/**
 * An address as it may stand in a file that goes to others: a URL without name, password, query and fragment, which often hold
 * keys. Undefined for what is no URL of the web: it is left out rather than passed on unread.
 */
export function publicAddress(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !SCHEMES.has(url.protocol) || url.hostname === '') return undefined;
  url.username = '';
  url.password = '';
  url.search = '';
  url.hash = '';
  return url.href;
}

const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'ws:', 'wss:', 'grpc:', 'grpcs:']);
