import type { Rule, RuleContext } from '../rule';
import { commandLine, mcpServerListener, type McpServer } from '../rule-support/mcp-servers';
import { exposedMount, isEverything } from '../rule-support/exposed-mount';

const ADVICE = 'Give it the folder it works on, and nothing else.';
const FILE_SERVER = /file-?system|server-fs|\bfiles?\b|desktop-commander|text-editor/iu;
const ROOT_OPTION =
  /^--?(?:root|path|dir|directory|base-?(?:dir|path)|allow(?:ed)?-?(?:dir|directory|directories|path|paths)|workspace|mount)$/iu;

function check(server: McpServer, context: RuleContext): void {
  const words = commandLine(server);
  const isFileServer = FILE_SERVER.test(server.name) || words.some(({ value }) => FILE_SERVER.test(value));
  const isDeno = words.some(({ value }) => /^(?:.*\/)?deno$/u.test(value));
  const isContainer = words.some(({ value }) => /^(?:.*\/)?(?:docker|podman|nerdctl)$/u.test(value));
  for (const [at, { value, range }] of words.entries()) {
    const option = words[at - 1]?.value ?? '';
    const [, name = '', given] = /^(--?[\w-]+)=(.*)$/u.exec(value) ?? [];
    const root = given !== undefined && ROOT_OPTION.test(name) ? given : value;
    const found = isContainer ? containerReason(value, option, given, name) : undefined;
    if (isDeno && /^(?:-A|--allow-all)$/u.test(value)) {
      context.report({
        at: range,
        subject: value,
        message: `The MCP server \`${server.name}\` may read every file, run every program and reach every host (\`${value}\`). Name what it needs: \`--allow-read=./docs\`, \`--allow-net=api.example.org\`.`,
      });
    } else if (found !== undefined) {
      context.report({
        at: range,
        subject: value,
        message: `The container of the MCP server \`${server.name}\` ${found}. ${ADVICE}`,
      });
    } else if (
      at > 0 &&
      isEverything(root) &&
      !isContainer &&
      (isFileServer || ROOT_OPTION.test(option || name))
    ) {
      context.report({
        at: range,
        subject: root,
        message: `The MCP server \`${server.name}\` gets \`${root}\`, and with it keys, settings and other people's data. ${ADVICE}`,
      });
    }
  }
  for (const { key, value, range } of server.environment) {
    const text = value.kind === 'scalar' && typeof value.value === 'string' ? value.value : '';
    if (
      /(?:ROOT|ALLOWED|BASE)_?(?:DIR|PATH|DIRECTORY|DIRECTORIES|FOLDER)S?$|^ALLOWED_(?:DIRS|PATHS)$/u.test(
        key,
      ) &&
      isEverything(text)
    )
      context.report({
        at: range,
        subject: text,
        message: `The MCP server \`${server.name}\` gets \`${text}\`, and with it keys, settings and other people's data. ${ADVICE}`,
      });
  }
}

function containerReason(
  value: string,
  option: string,
  given: string | undefined,
  name: string,
): string | undefined {
  if (/^--privileged(?:=true)?$/u.test(value)) return 'has every right of the host (`--privileged`)';
  if (/^--(?:pid|ipc|net|network|userns)=host$/u.test(value) && !/net/u.test(value))
    return `shares the host's processes (\`${value}\`)`;
  if (/^--cap-add$/u.test(option || name) && /^(?:ALL|SYS_ADMIN)$/u.test(given ?? value))
    return `has the capability \`${given ?? value}\``;
  if (/^(?:-v|--volume|--mount)$/u.test(given === undefined ? option : name))
    return exposedMount(given ?? value);
  return undefined;
}

export const rule: Rule = {
  id: 'mcp-access-broad',
  title: 'MCP server reaches the whole disk or the host',
  stages: ['llm-develop-experiment', 'llm-deploy', 'llm-operate'],
  risks: [
    'owasp-agentic-2026:ASI02',
    'owasp-agentic-2026:ASI03',
    'owasp-llm-2026:LLM06',
    'owasp-llm-2025:LLM06',
  ],
  cwe: ['CWE-732', 'CWE-250', 'CWE-22'],
  atlas: ['AML.T0053'],
  controls: ['C39', 'C40'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['mcp', 'agents', 'containers', 'configuration'],
  languages: ['json', 'yaml', 'toml'],
  what: 'Finds MCP servers that are given the root of the disk or the whole home folder, and containers of MCP servers with `--privileged`, with the Docker socket, or with the root, the home or a folder of keys mounted; Deno with every permission (`-A`).',
  why: 'An agent uses the tool that fits, also when a text it reads asks for it. With the whole disk in reach that is every key, every browser profile and every other project; with the Docker socket it is the host.',
  fix: 'Name the folder of the project (`${workspaceFolder}/docs`), mount it read-only, and leave the socket and `--privileged` out.',
  references: [
    {
      title: 'MCP: security best practices',
      url: 'https://modelcontextprotocol.io/specification/2025-06-18/basic/security_best_practices',
    },
    {
      title: 'Docker: attack surface of the daemon',
      url: 'https://docs.docker.com/engine/security/#docker-daemon-attack-surface',
    },
  ],
  examples: {
    bad: [
      {
        title: 'the whole disk',
        code: '{"mcpServers": {"fs": {"command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem@2025.8.21", "/"]}}}\n',
        file: '.mcp.json',
      },
      {
        title: 'the home folder, in several spellings',
        code: '{"mcpServers": {"filesystem": {"command": "fs-server", "args": ["~", "$HOME", "${userHome}", "/Users/me", "C:\\\\"]}}}\n',
        file: 'claude_desktop_config.json',
        findings: 5,
      },
      {
        title: 'the Docker socket',
        code: '{"mcpServers": {"d": {"command": "docker", "args": ["run", "-i", "--rm", "-v", "/var/run/docker.sock:/var/run/docker.sock", "mcp/docker:1.0"]}}}\n',
        file: '.cursor/mcp.json',
      },
      {
        title: 'privileged, with keys',
        code: '{"servers": {"d": {"command": "docker", "args": ["run", "--privileged", "--mount", "type=bind,src=/home/me/.ssh,dst=/ssh", "--volume=/:/host", "x:1"]}}}\n',
        file: '.vscode/mcp.json',
        findings: 3,
      },
      {
        title: 'Deno with every permission',
        code: '{"mcpServers": {"d": {"command": "deno", "args": ["run", "-A", "./server.ts"]}, "e": {"command": "/usr/bin/deno", "args": ["run", "--allow-all", "server.ts"]}}}\n',
        file: '.mcp.json',
        findings: 2,
      },
    ],
    good: [
      {
        title: 'Deno with named permissions',
        code: '{"mcpServers": {"d": {"command": "deno", "args": ["run", "--allow-read=./docs", "--allow-net=api.acme.io", "./server.ts"]}, "e": {"command": "server", "args": ["-A"]}}}\n',
        file: '.mcp.json',
      },
      {
        title: 'the project',
        code: '{"mcpServers": {"fs": {"command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem@2025.8.21", "${workspaceFolder}", "./docs", "/home/me/project", "~/notes"]}, "d": {"command": "docker", "args": ["run", "-i", "--rm", "-v", "${PWD}:/work:ro", "--network=host", "x:1"]}}}\n',
        file: '.mcp.json',
      },
      {
        title: 'a path of an address',
        code: '{"mcpServers": {"x": {"command": "server", "args": ["--prefix", "/"]}}}\n',
        file: '.mcp.json',
      },
    ],
  },
  on: { data: mcpServerListener(check) },
};
