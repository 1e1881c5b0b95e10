import { describe, expect, it } from 'vitest';
import { documentKind } from '../../../src/source/document-kind';

const KINDS: readonly (readonly [string, string, string | undefined])[] = [
  ['AGENTS.md', 'markdown', 'agent-instructions'],
  ['docs/CLAUDE.local.md', 'markdown', 'agent-instructions'],
  ['.cursor/rules/style.mdc', 'markdown', 'agent-instructions'],
  ['.claude/commands/deploy.md', 'markdown', 'agent-instructions'],
  ['.claude/skills/pdf/SKILL.md', 'markdown', 'agent-instructions'],
  ['.github/copilot-instructions.md', 'markdown', 'agent-instructions'],
  ['.github/instructions/ts.instructions.md', 'markdown', 'agent-instructions'],
  ['.windsurfrules', 'markdown', 'agent-instructions'],
  ['.github/prompts/review.prompt.md', 'markdown', 'prompt'],
  ['prompts/summary.txt', 'markdown', 'prompt'],
  ['eval.prompt.yml', 'yaml', 'prompt'],
  ['.mcp.json', 'json', 'mcp-config'],
  ['.vscode/mcp.json', 'json', 'mcp-config'],
  ['.cursor/mcp.json', 'json', 'mcp-config'],
  ['claude_desktop_config.json', 'json', 'mcp-config'],
  ['home/.claude.json', 'json', 'mcp-config'],
  ['.claude/settings.local.json', 'json', 'agent-settings'],
  ['.gemini/settings.json', 'json', 'agent-settings'],
  ['.codex/config.toml', 'toml', 'agent-settings'],
  ['.cursor/hooks.json', 'json', 'agent-settings'],
  ['plugin/hooks/hooks.json', 'json', 'agent-settings'],
  ['.github/hooks/audit.json', 'json', 'agent-settings'],
  ['.kiro/hooks/test.kiro.hook', 'json', 'agent-settings'],
  ['.vscode/settings.json', 'json', 'ide-settings'],
  ['.devcontainer/devcontainer.json', 'json', 'ide-settings'],
  ['team.code-workspace', 'json', 'ide-settings'],
  ['.github/workflows/ci.yml', 'yaml', 'workflow'],
  ['.gitlab-ci.yml', 'yaml', 'workflow'],
  ['docker-compose.dev.yaml', 'yaml', 'compose'],
  ['MLproject', 'yaml', 'data-pipeline'],
  ['dvc.yaml', 'yaml', 'data-pipeline'],
  ['data/train.csv.dvc', 'yaml', 'data-pipeline'],
  ['.dvc/config.local', 'ini', 'data-pipeline'],
  ['package.json', 'json', 'package-manifest'],
  ['pyproject.toml', 'toml', 'package-manifest'],
  ['environment-gpu.yml', 'yaml', 'package-manifest'],
  ['poetry.lock', 'toml', 'package-lock'],
  ['pip.conf', 'ini', 'installer-config'],
  ['.npmrc', 'ini', 'installer-config'],
  ['uv.toml', 'toml', 'installer-config'],
  ['model/tokenizer_config.json', 'json', 'model-config'],
  ['model/adapter_config.json', 'json', 'model-config'],
  ['model/chat_template.jinja', 'markdown', 'model-config'],
  ['.env.production', 'dotenv', 'environment'],
  ['values.yaml', 'yaml', undefined],
  ['data.json', 'json', undefined],
  ['train.py', 'python', undefined],
  ['requirements-dev.txt', 'requirements', 'requirements'],
  ['gpu.constraints.txt', 'requirements', 'requirements'],
];

describe('what a file is, by its name', () => {
  it.each(KINDS)('%s is %s of role %s', (path, language, role) => {
    expect(documentKind(path)).toEqual({ language, role });
  });

  it.each(['README.md', 'docs/guide.md', 'model.bin', 'Makefile', 'notes.txt', 'docs/constraints.rst.txt'])(
    '%s is passed by',
    (path) => {
      expect(documentKind(path)).toBeUndefined();
    },
  );
});

it.each([
  ['src/dockerfile-parser.ts', 'typescript'],
  ['docker/Dockerfile.py', 'python'],
  ['.claude/hooks/check.py', 'python'],
  ['prompts/system_prompt.js', 'javascript'],
])('reads a program as one, whatever it is called: %s', (path, language) => {
  expect(documentKind(path)).toEqual({ language, role: undefined });
});
