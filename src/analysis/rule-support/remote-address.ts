/** Hosts that are this machine or the same private network. */
const PRIVATE_HOST =
  /^(?:localhost|[\w.-]+\.(?:local|localhost|internal|lan|test|invalid|svc|cluster)|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|0\.0\.0\.0|\[?::1\]?|host\.docker\.internal|gateway\.docker\.internal)$/iu;

/** The host of an address; undefined when it has none or a variable stands in its place. */
export function hostOf(address: string): string | undefined {
  const [, authority] = /^[a-z][a-z\d+.-]*:\/\/([^/?#\s]*)/iu.exec(address) ?? [];
  if (authority === undefined) return undefined;
  const host = authority.replace(/^.*@/u, '').replace(/:\d*$/u, '');
  return host === '' || /[${<]/u.test(host) ? undefined : host;
}

/** Whether a host is another machine on a network that is not one's own. A name without a dot is one of a private network. */
export function isForeign(host: string): boolean {
  return !PRIVATE_HOST.test(host) && /[.:]/u.test(host);
}
