import { URI } from 'vscode-uri';

/** Reads a uri a client sent; undefined for what is none, and for documents that live in no folder. */
export function parseUri(text: string): URI | undefined {
  try {
    return URI.parse(text, true);
  } catch {
    return undefined;
  }
}

/** Absolute path with `/`, as the file systems take it. Drive letters lose the slash that uris put before them. */
export function pathOfUri(uri: URI): string {
  return uri.path.replace(/^\/([A-Za-z]:)/u, (_, drive: string) => drive.toLowerCase());
}

/** The uri for a path of the file system that `root` lies in. */
export function uriOfPath(root: URI, path: string): string {
  return root.with({ path: path.startsWith('/') ? path : `/${path}`, query: '', fragment: '' }).toString();
}

/** One spelling for every spelling of a uri: clients encode the same file differently. */
export function uriKey(text: string): string {
  return parseUri(text)?.toString() ?? text;
}
