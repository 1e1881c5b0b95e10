import type { PackageRequest } from '../content/package-request';

type Source = NonNullable<PackageRequest['source']>;

const REPOSITORY_SCHEME = /^(?:(?:git|hg|bzr|svn)\+[a-z+]+:|git:\/\/|git@|ssh:\/\/git@)/iu;
const ADDRESS = /^(?:https?|ftp|s3|gs):\/\//iu;
const PATH = /^(?:\.{0,2}[/\\]|~\/|[A-Za-z]:\\|file:)|^\.{1,2}$|\.(?:whl|tar\.gz|tgz|zip)$/iu;

/** What an address of a package says: where it lies, and which state of it is asked for. Undefined for a name of a registry. */
export function packageSource(address: string): Source | undefined {
  if (REPOSITORY_SCHEME.test(address)) return repository(address);
  if (ADDRESS.test(address)) {
    const isRepository = /\.git(?:[@#]|$)/u.test(address);
    return isRepository ? repository(address) : { kind: 'url', address, revision: undefined };
  }
  return PATH.test(address) ? { kind: 'path', address, revision: undefined } : undefined;
}

/** Whether an address carries a hash of what it leads to: `#sha256=...`. */
export function hasHash(address: string): boolean {
  return /[#&](?:sha(?:256|384|512))[=:-][0-9a-f]{32,}/iu.test(address);
}

/** `git+https://host/path@revision#egg=name` of pip, `git+https://host/path#revision` of npm. */
function repository(address: string): Source {
  const [before = '', fragment] = address.split(/#(.*)/su);
  const [host = ''] = /^(?:[a-z+]+:\/\/[^/]*|git@[^:/]*)/iu.exec(before) ?? [];
  const at = before.lastIndexOf('@');
  if (at >= host.length) return { kind: 'git', address: before.slice(0, at), revision: before.slice(at + 1) };
  const revision = fragment === undefined || /=/u.test(fragment) ? undefined : fragment;
  return { kind: 'git', address: before, revision: revision === '' ? undefined : revision };
}
