import { describe, expect, it } from 'vitest';
import type { DocumentContent } from '../../../../src/source/content/document-content';
import { documentKind } from '../../../../src/source/document-kind';
import { parseSource } from '../../../../src/source/front-ends';

function contentOf(path: string, text: string): DocumentContent {
  const kind = documentKind(path);
  const content = kind && parseSource(text, kind).content;
  if (!content) throw new Error(`${path} has no content`);
  for (const { range } of [...content.commands, ...content.packages, ...content.images])
    expect(text.slice(range.start, range.end).trim()).not.toBe('');
  return content;
}

const commands = ({ commands: all }: DocumentContent): readonly string[] =>
  all.map(({ place, words }) => [place, ...words.map(({ text }) => text)].join(' '));
const packages = ({ packages: all }: DocumentContent): readonly string[] =>
  all.map(({ name, specifier, source, from }) =>
    `${from} ${name ?? source?.address ?? ''} ${specifier}`.trim(),
  );
const images = ({ images: all }: DocumentContent): readonly string[] =>
  all.map(({ place, text }) => `${place} ${text}`);

describe('what configuration asks for', () => {
  it('a workflow: scripts, packages in them, containers', () => {
    const content = contentOf(
      '.github/workflows/ci.yml',
      'jobs:\n  a:\n    container: python:3.12\n    services:\n      db: {image: "postgres:16"}\n    steps:\n      - uses: docker://alpine:3\n      - run: |\n          pip install torch==2.1\n          make test\n      - shell: python\n        run: import os\n',
    );
    expect(commands(content)).toEqual(['workflow pip install torch==2.1', 'workflow make test']);
    expect(packages(content)).toEqual(['command torch ==2.1']);
    expect(images(content)).toEqual([
      'workflow python:3.12',
      'workflow postgres:16',
      'workflow docker://alpine:3',
    ]);
  });

  it('a compose file: images that are not built here, commands in both forms', () => {
    const content = contentOf(
      'compose.yaml',
      'services:\n  a:\n    image: ollama/ollama\n    command: ["serve", "--host", "0.0.0.0"]\n    healthcheck: {test: [CMD-SHELL, curl -f localhost || exit 1]}\n  b:\n    build: .\n    image: mine\n    entrypoint: python app.py\n',
    );
    expect(images(content)).toEqual(['compose ollama/ollama']);
    expect(commands(content)).toEqual([
      'compose serve --host 0.0.0.0',
      'compose curl -f localhost',
      'compose exit 1',
      'compose python app.py',
    ]);
  });

  it('a Kubernetes manifest: images and commands of containers', () => {
    const content = contentOf(
      'deploy/model.yaml',
      'apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: m\n          image: vllm/vllm-openai:latest\n          command: [sh, -c]\n          args: ["vllm serve x"]\n',
    );
    expect(images(content)).toEqual(['kubernetes vllm/vllm-openai:latest']);
    expect(commands(content)).toEqual(['configuration sh -c vllm serve x', 'configuration vllm serve x']);
  });

  it('a package.json and a pyproject.toml: dependencies and scripts', () => {
    const npm = contentOf(
      'package.json',
      '{"scripts": {"a": "node x.js"}, "dependencies": {"ai": "^4.0.0"}}',
    );
    expect(packages(npm)).toEqual(['manifest ai ^4.0.0']);
    expect(commands(npm)).toEqual(['package-script node x.js']);
    const python = contentOf(
      'pyproject.toml',
      '[project]\ndependencies = ["torch>=2", "x @ git+https://h/x@main"]\n[tool.poetry.group.dev.dependencies]\nopenai = {git = "https://h/o.git", branch = "main"}\n[[tool.uv.index]]\nurl = "https://i"\n',
    );
    expect(packages(python)).toEqual(['manifest torch >=2', 'manifest x', 'manifest openai']);
    expect(python.packages.map(({ source }) => source?.revision)).toEqual([undefined, 'main', 'main']);
    expect(python.packageOptions).toMatchObject([{ name: '--extra-index-url', value: 'https://i' }]);
  });

  it('an environment of conda, and the inner list for pip', () => {
    const content = contentOf(
      'environment.yml',
      'dependencies:\n  - python=3.11\n  - pip:\n    - --extra-index-url https://i\n    - torch==2.1\n',
    );
    expect(packages(content)).toEqual(['requirements python =3.11', 'requirements torch ==2.1']);
    expect(content.packageOptions).toMatchObject([{ name: '--extra-index-url', value: 'https://i' }]);
  });

  it('MCP servers of every client', () => {
    const json =
      '{"mcpServers": {"a": {"command": "npx", "args": ["-y", "pkg"]}}, "mcp": {"servers": {"b": {"command": "uvx tool@1.0"}}}}';
    expect(commands(contentOf('.cursor/mcp.json', json))).toEqual([
      'configuration npx -y pkg',
      'configuration uvx tool@1.0',
    ]);
    expect(packages(contentOf('.mcp.json', json))).toEqual(['runner pkg', 'runner tool 1.0']);
    const others = [
      contentOf('.vscode/mcp.json', '{"servers": {"a": {"command": "run", "args": ["x"]}}}'),
      contentOf('.codex/config.toml', '[mcp_servers.a]\ncommand = "run"\nargs = ["x"]\n'),
      contentOf(
        '.zed/settings.json',
        '{"context_servers": {"a": {"command": {"path": "run", "args": ["x"]}}}}',
      ),
      contentOf('opencode.json', '{"mcp": {"a": {"type": "local", "command": ["run", "x"]}}}'),
      contentOf('goose.yaml', 'extensions:\n  a: {type: stdio, cmd: run, args: [x]}\n'),
      contentOf('.continue/config.yaml', 'mcpServers:\n  - name: a\n    command: run\n    args: [x]\n'),
    ];
    for (const one of others) expect(commands(one)).toEqual(['configuration run x']);
  });

  it('hooks of every agent', () => {
    const claude =
      '{"hooks": {"PreToolUse": [{"matcher": "*", "hooks": [{"type": "command", "command": "x \\"$A\\""}]}]}}';
    expect(commands(contentOf('.claude/settings.json', claude))).toEqual(['hook x $A']);
    const cursor = '{"version": 1, "hooks": {"beforeShellExecution": [{"command": "x y"}]}}';
    expect(commands(contentOf('.cursor/hooks.json', cursor))).toEqual(['hook x y']);
    expect(commands(contentOf('.codex/config.toml', 'notify = ["x", "y"]\n'))).toEqual(['hook x y']);
  });

  it('tasks of an editor and commands of a development container', () => {
    const tasks = '{"tasks": [{"command": "make", "args": ["a"]}]}';
    expect(commands(contentOf('.vscode/tasks.json', tasks))).toEqual(['configuration make a']);
    const container =
      '{"image": "python", "postCreateCommand": {"a": "pip install x"}, "initializeCommand": ["a", "b"]}';
    expect(commands(contentOf('.devcontainer.json', container))).toEqual([
      'configuration pip install x',
      'configuration a b',
    ]);
  });

  it('a pip.conf: where packages come from', () => {
    const { packageOptions } = contentOf('pip.conf', '[global]\ntrusted-host = a\n    b\n');
    expect(packageOptions.map(({ name, value }) => [name, value])).toEqual([
      ['--trusted-host', 'a'],
      ['--trusted-host', 'b'],
    ]);
  });
});
