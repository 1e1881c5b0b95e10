const OWN_HOST =
  /^(?:localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|\[?::1?\]?$|\[::|[^.]+$|.*\.(?:localhost|local|internal|intranet|lan|home|corp|svc|test|cluster\.local)$)/i;

/** Whether a host, with or without a port, is this machine, one of the own network, or a name that only it knows. */
export function isOwnHost(host: string): boolean {
  return OWN_HOST.test(host.replace(/:\d*$/, ''));
}

/** Documentation writes such names where readers put their own. */
export function isExampleHost(host: string): boolean {
  return /(?:^|\.)example\.(?:com|org|net)$|[<>{}]/i.test(host.replace(/:\d*$/, ''));
}

/** The host of a plain `http://` address; undefined for any other text. */
export function plainHttpHost(address: string): string | undefined {
  return /^http:\/\/(?:[^/?#@]*@)?(\[[0-9a-f:]*\](?::\d+)?|[^/?#\s[\]]+)/i.exec(address)?.[1];
}
