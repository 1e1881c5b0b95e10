import { isPartlyUnknown } from '../../../analysis/rule-support/commands/known-value';
import { stringOf, type DataNode } from '../../../source/content/data-node';
import { mcpServers, type McpServer } from '../../../source/data/content/mcp-servers';
import type { DocumentRole } from '../../../source/document-kind';
import type { Pinning, Sighting } from '../sighting';

/** The MCP servers that a configuration file tells a client to start or to connect to. */
export function sightMcpServers(root: DataNode, role: DocumentRole | undefined): readonly Sighting[] {
  return mcpServers(root, role).map((server) => ({
    kind: 'mcp-server',
    ...reference(server),
    via: 'MCP configuration',
    range: server.nameRange,
  }));
}

type Reference = Pick<Sighting, 'name' | 'origin' | 'version' | 'pinning' | 'said'>;

function reference(server: McpServer): Reference {
  const address = stringOf(server.url);
  if (address !== undefined) {
    const shown = isPartlyUnknown(address) ? undefined : withoutSecrets(address);
    return {
      name: server.name,
      origin: 'remote',
      pinning: 'mutable',
      ...(shown === undefined ? {} : { said: { address: shown } }),
    };
  }
  const words = [stringOf(server.program), ...server.arguments.map(stringOf)].filter(
    (one) => one !== undefined,
  );
  return packageOf(words) ?? imageOf(words) ?? { name: server.name, origin: 'local', pinning: 'own' };
}

/** User names, passwords and queries of addresses are nobody's business. */
function withoutSecrets(address: string): string {
  return address.replace(/^([a-z+]+:\/\/)[^/@]*@/iu, '$1').replace(/[?#].*$/u, '');
}

const RUNNERS: Readonly<Record<string, 'npm' | 'pypi'>> = {
  npx: 'npm',
  bunx: 'npm',
  pnpx: 'npm',
  uvx: 'pypi',
  pipx: 'pypi',
};
const SKIPPED = new Set(['exec', 'dlx', 'run', 'tool', '-y', '--yes', '-q', '--quiet']);

/** What a runner of packages fetches and starts. */
function packageOf([program = '', ...words]: readonly string[]): Reference | undefined {
  const name = program.slice(program.lastIndexOf('/') + 1).replace(/\.(?:cmd|exe)$/u, '');
  const isWrapped = (name === 'cmd' && words[0] === '/c') || name === 'env';
  if (isWrapped) return packageOf(words.filter((word) => word !== '/c'));
  const origin = RUNNERS[name] ?? (name === 'pnpm' && words[0] === 'dlx' ? 'npm' : undefined);
  if (!origin) return undefined;
  const from = words.findIndex((word) => /^(?:--from|--package|-p|--spec)$/u.test(word));
  const asked =
    from >= 0 ? words[from + 1] : words.find((word) => !word.startsWith('-') && !SKIPPED.has(word));
  const split = /^(@?[^@=<>~]+?)(?:\[[^\]]*\])?(?:(?:@|==)(.+))?$/u.exec(asked ?? '');
  const [, packageName, version] = split ?? [];
  if (packageName === undefined || !/^(?:@[\w.-]+\/)?[\w.-]+$/u.test(packageName)) return undefined;
  return {
    name: packageName,
    origin,
    ...(version === undefined ? {} : { version }),
    pinning: pinningOf(version),
  };
}

function pinningOf(version: string | undefined): Pinning {
  return version !== undefined && /^v?\d+\.\d+\.\d+/u.test(version) ? 'pinned' : 'mutable';
}

/** The image that `docker run` starts. */
function imageOf([program = '', ...words]: readonly string[]): Reference | undefined {
  if (!/^(?:.*\/)?(?:docker|podman)$/u.test(program) || !words.includes('run')) return undefined;
  const image = words.find((word) => /^[\w.-]+(?::\d+)?(?:\/[\w.-]+)+(?:[:@][\w.:-]+)?$/u.test(word));
  const split = /^(.+?)(?:@(sha256:[0-9a-f]{64})|:([\w.-]+))?$/u.exec(image ?? '');
  const [, name, digest, tag] = split ?? [];
  if (name === undefined) return undefined;
  const version = digest ?? tag;
  return {
    name,
    origin: 'oci',
    ...(version === undefined ? {} : { version }),
    pinning: digest === undefined ? 'mutable' : 'pinned',
  };
}
