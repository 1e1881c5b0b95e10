import type { SourceLanguage } from '../../model';

/** Keys below which MCP servers are listed, as JSON, YAML and TOML write them. */
const SERVERS = [
  'mcpServers',
  'mcp_servers',
  'context_servers',
  'mcp.servers',
  'modelContextProtocolServers',
  ...['"mcp"', "'mcp'", 'mcp:', 'mcp :', '[mcp', 'mcp =', 'mcp='],
].map((word) => [word]);

const WORDS: ReadonlyMap<SourceLanguage, readonly (readonly string[])[]> = new Map([
  ['json', SERVERS],
  ['toml', SERVERS],
  // Manifests of Kubernetes.
  ['yaml', [...SERVERS, ['apiVersion', 'kind']]],
]);

/**
 * What a document whose name says nothing has to hold to name anything but data – MCP servers, commands, images: all words of
 * one of the lists. Undefined for languages whose documents are always more than data.
 */
export function contentWords(language: SourceLanguage): readonly (readonly string[])[] | undefined {
  return WORDS.get(language);
}
