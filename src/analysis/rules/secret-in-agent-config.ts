import {
  allEntries,
  entriesOf,
  type DataEntry,
  type DataNode,
  type DataScalar,
} from '../../source/content/data-node';
import { rangeAt } from '../../source/content/text-place';
import type { Rule, RuleContext } from '../rule';
import { addressSecret, configSecret, isSecretName, type ConfigSecret } from '../rule-support/config-secret';
import { exampleKey } from '../rule-support/example-keys';
import { commandLine, mcpServerListener, type McpServer } from '../rule-support/mcp-servers';
import { maskSecret } from '../rule-support/secret-matcher';

/** Maps of variables and headers in the settings of agents and editors. */
const MAPS =
  /^(?:env|environment|headers|http_headers|requestOptions|terminal\.integrated\.env\.\w+|containerEnv|remoteEnv)$/u;

function check(server: McpServer, context: RuleContext): void {
  for (const entry of [...server.environment, ...server.headers]) checkEntry(entry, context);
  const words = commandLine(server);
  for (const [at, word] of words.entries()) {
    const [, option, joined] = /^(?:-e=?|--env=)?(-{0,2}[\w.-]+)[=:]\s?([^]*)$/u.exec(word.value) ?? [];
    const before = words[at - 1]?.value;
    // `--api-key`, `--header`, `-H` stand before their value.
    const name = option ?? (before?.startsWith('-') === true ? before.replace(/^-+/u, '') : undefined);
    const value = joined ?? word.value;
    const found = configSecret(name?.replace(/^-+/u, ''), value, context.catalog);
    const inAddress = found ? undefined : addressSecret(word.value);
    if (found) report(found, word, word.value.length - value.length, name ?? server.name, context);
    if (inAddress) report(inAddress, word, 0, server.name, context);
  }
  if (server.url?.kind === 'scalar') checkAddress(server.url, server.name, context);
}

function checkEntry({ key, value }: DataEntry, context: RuleContext): void {
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return;
  const found = configSecret(key, value.value, context.catalog) ?? addressSecret(value.value);
  if (found) report(found, value, 0, key, context);
}

function checkAddress(node: DataScalar, name: string, context: RuleContext): void {
  if (typeof node.value !== 'string') return;
  const found = configSecret(undefined, node.value, context.catalog) ?? addressSecret(node.value);
  if (found) report(found, node, 0, name, context);
}

/** Variables and headers that are given to the agent itself, and keys of its models. */
function checkSettings(root: DataNode, context: RuleContext): void {
  const { role } = context;
  if (role !== 'agent-settings' && role !== 'mcp-config' && role !== 'ide-settings') return;
  for (const { entry, path } of allEntries(root)) {
    if (path.some((key) => /^(?:mcpServers|mcp_servers|context_servers|servers|mcp)$/u.test(key))) continue;
    if (MAPS.test(entry.key) || MAPS.test(path.slice(-3).join('.')))
      for (const one of entriesOf(entry.value)) checkEntry(one, context);
    else if (!path.slice(0, -1).some((key) => MAPS.test(key)) && isSecretName(entry.key))
      checkEntry(entry, context);
  }
}

function report(
  { secret, start, title }: ConfigSecret,
  node: DataScalar,
  offset: number,
  name: string,
  context: RuleContext,
): void {
  const what = title ?? 'secret';
  context.report({
    at: rangeAt(node.place, { start: offset + start, end: offset + start + secret.length }),
    subject: title ?? name,
    message: `The ${what} (${maskSecret(secret)}) in \`${name}\` can be used by everybody who reads this file or its history. Revoke it, and let the client ask for it or read it from the environment.`,
  });
}

const KEY = exampleKey('', 40);
const GITHUB = exampleKey('ghp_', 36);

export const rule: Rule = {
  id: 'secret-in-agent-config',
  title: 'Secret in the configuration of an agent or MCP server',
  stages: ['llm-develop-experiment', 'llm-deploy', 'llm-operate'],
  risks: [
    'owasp-llm-2026:LLM02',
    'owasp-llm-2025:LLM02',
    'owasp-agentic-2026:ASI03',
    'owasp-agentic-2026:ASI04',
  ],
  cwe: ['CWE-798'],
  atlas: ['AML.T0055', 'AML.T0083'],
  controls: ['C12', 'C40', 'C42'],
  severity: 'error',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['secrets', 'mcp', 'agents', 'configuration'],
  languages: ['json', 'yaml', 'toml'],
  what: 'Finds secrets written into the configuration of agents, MCP servers and editors: in `env` and `headers`, in arguments such as `--api-key`, in addresses (`postgres://user:password@…`, `?token=`). References such as `${input:key}`, `${env:KEY}` or `$KEY`, and placeholders, are not reported.',
  why: 'These files are checked in so that a team shares its tools, copied between machines and shown in guides. The agent itself can read them, and a text that the agent reads can ask it to send what it finds.',
  fix: 'Revoke the secret. In VS Code use `inputs` and `${input:name}`; elsewhere refer to the environment (`${GITHUB_TOKEN}`), or let the server sign in with OAuth.',
  references: [
    {
      title: 'VS Code: MCP configuration and inputs',
      url: 'https://code.visualstudio.com/docs/copilot/reference/mcp-configuration',
    },
    {
      title: 'Claude Code: environment variables in .mcp.json',
      url: 'https://docs.claude.com/en/docs/claude-code/mcp',
    },
    {
      title: 'CWE-798: Use of Hard-coded Credentials',
      url: 'https://cwe.mitre.org/data/definitions/798.html',
    },
  ],
  examples: {
    bad: [
      {
        title: 'in the environment of a server',
        code: `{"mcpServers": {"gh": {"command": "github-mcp-server", "env": {"GITHUB_PERSONAL_ACCESS_TOKEN": "${GITHUB}"}}}}\n`,
        file: '.mcp.json',
      },
      {
        title: 'without a format of its own, told by its name',
        code: `{"mcpServers": {"x": {"command": "server", "env": {"SEARCH_API_KEY": "${KEY}", "DB_PASSWORD": "Tr0ub4dor&3"}}}}\n`,
        file: 'claude_desktop_config.json',
        findings: 2,
      },
      {
        title: 'in a header',
        code: `{"servers": {"x": {"url": "https://mcp.example.org/mcp", "headers": {"Authorization": "Bearer ${KEY}"}}}}\n`,
        file: '.vscode/mcp.json',
      },
      {
        title: 'in arguments',
        code: `{"mcpServers": {"a": {"command": "server", "args": ["--api-key", "${KEY}"]}, "b": {"command": "server", "args": ["--token=${KEY}"]}, "c": {"command": "docker", "args": ["run", "-e", "API_TOKEN=${KEY}", "x"]}, "d": {"command": "mcp-remote", "args": ["https://mcp.example.org", "--header", "Authorization: Bearer ${KEY}"]}}}\n`,
        file: '.cursor/mcp.json',
        findings: 4,
      },
      {
        title: 'in an address',
        code: `{"mcpServers": {"a": {"url": "https://mcp.example.org/sse?api_key=${KEY}"}, "db": {"command": "pg-mcp", "args": ["postgresql://app:s3cretPa55@db.example.org/app"]}}}\n`,
        file: '.mcp.json',
        findings: 2,
      },
      {
        title: 'Codex',
        code: `[mcp_servers.x]\ncommand = "server"\n\n[mcp_servers.x.env]\nAPI_KEY = "${KEY}"\n`,
        file: '.codex/config.toml',
      },
      {
        title: "in the agent's own settings",
        code: `{"env": {"ANTHROPIC_AUTH_TOKEN": "${KEY}"}}\n`,
        file: '.claude/settings.json',
      },
      {
        title: 'the key of a model',
        code: `models:\n  - name: gpt\n    provider: openai\n    apiKey: ${KEY}\n`,
        file: '.continue/config.yaml',
      },
    ],
    good: [
      {
        title: 'references',
        code: '{"inputs": [{"id": "key", "type": "promptString", "password": true}], "servers": {"x": {"url": "https://mcp.example.org/mcp?key=${input:key}", "headers": {"Authorization": "Bearer ${input:key}", "X-Api-Key": "$API_KEY"}, "env": {"A_TOKEN": "${env:A_TOKEN}", "B_KEY": "{env:B_KEY}", "C_SECRET": "op://vault/item/field"}}}}\n',
        file: '.vscode/mcp.json',
      },
      {
        title: 'placeholders',
        code: '{"mcpServers": {"x": {"command": "s", "args": ["--api-key", "YOUR_API_KEY", "postgresql://localhost/app", "postgresql://postgres:postgres@localhost/app"], "env": {"API_KEY": "your-api-key-here", "B_TOKEN": "<token>", "C_KEY": "sk-xxxxxxxxxxxxxxxxxxxx", "D_TOKEN": "", "E_KEY": "YOUR_KEY_HERE"}}}}\n',
        file: '.mcp.json',
      },
      {
        title: 'names that hold no secret',
        code: '{"mcpServers": {"x": {"command": "s", "env": {"MAX_TOKENS": "16000", "KEY_FILE": "/run/secrets/key", "TOKENIZER": "cl100k_base_0123456789", "AUTH_URL": "https://auth.example.org/0123456789abcdef"}}}}\n',
        file: '.mcp.json',
      },
    ],
  },
  on: {
    data: (root, context) => {
      mcpServerListener(check)(root, context);
      checkSettings(root, context);
    },
  },
};
