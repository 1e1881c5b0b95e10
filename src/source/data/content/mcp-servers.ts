import {
  dataAt,
  entriesOf,
  itemsOf,
  stringOf,
  type DataEntry,
  type DataMap,
  type DataNode,
  type DataScalar,
} from '../../content/data-node';
import type { DocumentRole } from '../../document-kind';
import type { TextRange } from '../../range';

/** A server of the Model Context Protocol that a client is told to start or to connect to. */
export interface McpServer {
  readonly name: string;
  /** The name, or where there is none, the whole. */
  readonly nameRange: TextRange;
  readonly settings: DataMap;
  readonly program: DataScalar | undefined;
  readonly arguments: readonly DataNode[];
  readonly url: DataScalar | undefined;
  readonly environment: readonly DataEntry[];
  readonly headers: readonly DataEntry[];
}

/** The keys below which clients list their servers. */
const LISTS = new Set([
  'mcpServers',
  'mcp_servers',
  'context_servers',
  'mcp.servers',
  'modelContextProtocolServers',
]);

/** How deep the list of servers may stand in a file. */
const DEPTH = 6;

/**
 * The servers of a configuration file, as Claude, Cursor, VS Code, Windsurf, Cline, Zed, Continue, Gemini CLI, Codex, opencode, LM
 * Studio, Goose and frameworks write them.
 */
export function mcpServers(root: DataNode, role: DocumentRole | undefined): readonly McpServer[] {
  const own = role === 'mcp-config' ? [dataAt(root, 'servers')] : [];
  const goose = role === 'agent-settings' ? [dataAt(root, 'extensions')] : [];
  return [...own, ...goose, ...lists(root, DEPTH)].flatMap(serversOf);
}

function* lists(node: DataNode, depth: number): Iterable<DataNode> {
  if (depth === 0) return;
  for (const { key, value } of entriesOf(node)) {
    if (LISTS.has(key)) yield value;
    else if (key === 'mcp') {
      yield value;
      const servers = dataAt(value, 'servers');
      if (servers) yield servers;
    } else yield* lists(value, depth - 1);
  }
}

function serversOf(node: DataNode | undefined): readonly McpServer[] {
  const named = entriesOf(node).map(({ key, keyRange, value }) => server(key, keyRange, value));
  const listed = node?.kind === 'list' ? node.items.map(listedServer) : [];
  return [...named, ...listed].filter((one) => one !== undefined);
}

function listedServer(node: DataNode): McpServer | undefined {
  const name = dataAt(node, 'name');
  const transport = dataAt(node, 'transport');
  return server(
    stringOf(name) ?? 'server',
    name?.range ?? node.range,
    transport?.kind === 'map' ? transport : node,
  );
}

function server(name: string, nameRange: TextRange, settings: DataNode): McpServer | undefined {
  if (settings.kind !== 'map') return undefined;
  const written = first(settings, 'command', 'cmd');
  // Zed nests what it starts; opencode gives program and arguments as one list.
  const nested = written?.kind === 'map' ? written : undefined;
  const words = written?.kind === 'list' ? written.items : [];
  const program = nested ? first(nested, 'path', 'command') : (words[0] ?? written);
  const url = first(settings, 'url', 'serverUrl', 'httpUrl', 'uri', 'endpoint', 'baseUrl');
  if (program?.kind !== 'scalar' && url?.kind !== 'scalar') return undefined;
  const from = nested ?? settings;
  return {
    name,
    nameRange,
    settings,
    program: program?.kind === 'scalar' ? program : undefined,
    arguments: [...words.slice(1), ...itemsOf(first(from, 'args', 'arguments'))],
    url: url?.kind === 'scalar' ? url : undefined,
    environment: entriesOf(first(from, 'env', 'envs', 'environment')),
    headers: entriesOf(first(settings, 'headers', 'requestHeaders', 'http_headers', 'requestInit')).flatMap(
      (one) => (one.key === 'headers' ? entriesOf(one.value) : [one]),
    ),
  };
}

function first(node: DataNode, ...keys: readonly string[]): DataNode | undefined {
  for (const key of keys) {
    const value = dataAt(node, key);
    if (value) return value;
  }
  return undefined;
}
