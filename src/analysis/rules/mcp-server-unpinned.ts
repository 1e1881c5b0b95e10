import { REVISION_PLACEHOLDER } from '../rule-support/revision';
import { VERSION_PLACEHOLDER } from '../rule-support/version-placeholder';
import type { Fix } from '../finding';
import type { PackageRequest } from '../../source/content/package-request';
import { commandWithArguments } from '../../source/data/content/command-of';
import { installRequests } from '../../source/packages/install-command';
import type { Rule, RuleContext } from '../rule';
import { mcpServerListener, type McpServer } from '../rule-support/mcp-servers';

/** Runners of the project's own code: what they run is not fetched. */
const LOCAL_RUNNERS = new Set(['tsx', 'ts-node', 'nodemon', 'vite-node', 'tsc']);

const COMMIT = /^[0-9a-f]{40}$/u;

function check(server: McpServer, context: RuleContext): void {
  const { program, arguments: args } = server;
  if (!program) return;
  const isWindows = /^cmd(?:\.exe)?$/iu.test(String(program.value));
  const behind = args.findIndex((node) => node.kind === 'scalar' && /^\/c$/iu.test(String(node.value)));
  const [first, ...rest] = isWindows ? args.slice(behind + 1) : [program, ...args];
  if (first?.kind !== 'scalar') return;
  const [command] = commandWithArguments(first, rest, 'configuration');
  if (!command) return;
  for (const request of installRequests(command).packages)
    if (request.from === 'runner' && isMutable(request))
      report(request, server.name, context, command.program === 'pipx' ? '==' : '@');
  const module = goModule(command.program, rest);
  if (module) report(module, server.name, context, '@');
}

function isMutable({ name, version, source }: PackageRequest): boolean {
  if (source?.kind === 'path' || (name !== undefined && LOCAL_RUNNERS.has(name))) return false;
  if (source?.kind === 'git') return !COMMIT.test(source.revision ?? '');
  return version === undefined;
}

/** `go run example.org/server@latest` */
function goModule(
  program: string | undefined,
  args: McpServer['arguments'],
): Pick<PackageRequest, 'name' | 'source' | 'range'> | undefined {
  if (program !== 'go') return undefined;
  const found = args.find(
    (node) =>
      node.kind === 'scalar' && /@(?:latest|main|master|REPLACE_WITH_VERSION)$/u.test(String(node.value)),
  );
  return found?.kind === 'scalar'
    ? { name: String(found.value), source: undefined, range: found.range }
    : undefined;
}

function report(
  { name, source, range }: Pick<PackageRequest, 'name' | 'source' | 'range'>,
  server: string,
  context: RuleContext,
  separator: '@' | '==',
): void {
  const subject = name ?? source?.address ?? server;
  const isPlaceholder = /REPLACE_WITH_/u.test(context.model.textAt(range));
  context.report({
    at: range,
    subject,
    message: isPlaceholder
      ? `The version of \`${subject}\` is still a placeholder. Put the version in that you looked at.`
      : `The MCP server \`${server}\` runs whatever version of \`${subject}\` is the newest when it starts. Name the version you looked at, so that a taken-over release does not run here.`,
    fixes: isPlaceholder ? [] : versionFixes(range, separator, context),
  });
}

/** Writes a version, or for a repository a commit, for the user to complete. */
function versionFixes(
  { start, end }: PackageRequest['range'],
  separator: '@' | '==',
  { model }: RuleContext,
): readonly Fix[] {
  const written = model.textAt({ start, end });
  const [, name = '', quote = ''] =
    /^["']?(.+?)(?:(?<=[^@/:"'])(?:@(?!.*\/)[^"']*))?(["']?)$/u.exec(written) ?? [];
  if (name === '' || /\s/u.test(name)) return [];
  const value = /^git\+/u.test(name) ? REVISION_PLACEHOLDER : VERSION_PLACEHOLDER;
  const opening = /^["']/u.exec(written)?.[0] ?? '';
  const edits = [
    {
      range: { start, end },
      newText: `${opening}${name}${name.startsWith('git+') ? '@' : separator}${value}${quote}`,
    },
  ];
  return [{ title: 'Pin the version…', safe: false, edits }];
}

export const rule: Rule = {
  id: 'mcp-server-unpinned',
  title: 'MCP server is fetched without a version',
  stages: ['llm-develop-experiment', 'llm-deploy', 'llm-operate'],
  risks: ['owasp-agentic-2026:ASI04', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-1357', 'CWE-494', 'CWE-829'],
  atlas: ['AML.T0010.005', 'AML.T0010'],
  controls: ['C40', 'C09', 'C11'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['mcp', 'agents', 'supply-chain', 'configuration'],
  languages: ['json', 'yaml', 'toml'],
  what: 'Finds MCP servers that a runner fetches when they start – `npx`, `bunx`, `pnpm dlx`, `uvx`, `uv tool run`, `pipx run`, `go run` – without an exact version: no version, `@latest`, a range, a branch of a repository.',
  why: 'An MCP server runs with the rights of the user, sees what the agent sees and tells the model what its tools do. Whoever takes over the package, its name or its maintainer is on the machine at the next start, without a line of the project changing.',
  fix: 'Write the version: `npx -y @scope/server@1.2.3`, `uvx server==1.2.3`, or a commit of 40 digits for a repository. Raise it when you have looked at the new one; better still, install it from a lock file with hashes.',
  references: [
    {
      title: 'MCP: security best practices',
      url: 'https://modelcontextprotocol.io/specification/2025-06-18/basic/security_best_practices',
    },
    { title: 'npx', url: 'https://docs.npmjs.com/cli/commands/npx' },
    { title: 'uv: tools', url: 'https://docs.astral.sh/uv/guides/tools/' },
  ],
  examples: {
    bad: [
      {
        title: 'npx',
        code: '{"mcpServers": {"files": {"command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem", "./docs"]}}}\n',
        file: '.mcp.json',
      },
      {
        title: 'the newest, said aloud',
        code: '{"servers": {"pw": {"type": "stdio", "command": "npx", "args": ["@playwright/mcp@latest"]}}}\n',
        file: '.vscode/mcp.json',
      },
      {
        title: 'uvx, and a branch',
        code: '{"mcpServers": {"fetch": {"command": "uvx", "args": ["mcp-server-fetch"]}, "git": {"command": "uvx", "args": ["--from", "git+https://github.com/example/server@main", "server"]}}}\n',
        file: 'claude_desktop_config.json',
        findings: 2,
      },
      {
        title: 'on Windows',
        code: '{"mcpServers": {"x": {"command": "cmd", "args": ["/c", "npx", "-y", "some-mcp-server"]}}}\n',
        file: '.cursor/mcp.json',
      },
      {
        title: 'Codex, and pipx',
        code: '[mcp_servers.x]\ncommand = "pipx"\nargs = ["run", "some-server"]\n',
        file: '.codex/config.toml',
      },
      {
        title: 'a range',
        code: 'mcpServers:\n  - name: x\n    command: bunx\n    args: ["some-server@^1.2.0"]\n',
        file: '.continue/config.yaml',
      },
      {
        title: 'all in one text',
        code: '{"mcpServers": {"x": {"command": "npx -y mcp-remote https://mcp.example.org/sse"}}}\n',
        file: '.cursor/mcp.json',
      },
      {
        title: 'Go',
        code: '{"mcpServers": {"x": {"command": "go", "args": ["run", "example.org/server@latest"]}}}\n',
        file: '.mcp.json',
      },
    ],
    good: [
      {
        title: 'exact versions',
        code: '{"mcpServers": {"a": {"command": "npx", "args": ["-y", "@scope/server@1.2.3", "./docs"]}, "b": {"command": "uvx", "args": ["server==0.6.2"]}, "c": {"command": "uvx", "args": ["server@0.6.2"]}, "d": {"command": "uvx", "args": ["--from", "git+https://github.com/example/server@0123456789abcdef0123456789abcdef01234567", "server"]}}}\n',
        file: '.mcp.json',
      },
      {
        title: 'what lies in the project',
        code: '{"mcpServers": {"a": {"command": "node", "args": ["dist/server.js"]}, "b": {"command": "npx", "args": ["tsx", "src/server.ts"]}, "c": {"command": "uv", "args": ["run", "server.py"]}, "d": {"command": "python", "args": ["-m", "server"]}}}\n',
        file: '.mcp.json',
      },
      {
        title: 'a remote server',
        code: '{"servers": {"docs": {"type": "http", "url": "https://mcp.example.org/mcp"}}}\n',
        file: '.vscode/mcp.json',
      },
    ],
  },
  on: { data: mcpServerListener(check) },
};
