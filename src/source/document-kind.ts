import type { SourceLanguage } from './model';
import { isProgramLanguage } from './program-language';

/**
 * What a configuration file or a text is for, told by its name: rules about agents' settings look at those and at no other JSON. What
 * only the content tells (a Kubernetes manifest among YAML files) is not a role.
 */
export type DocumentRole =
  | 'agent-instructions'
  | 'agent-settings'
  | 'mcp-config'
  | 'ide-settings'
  | 'workflow'
  | 'compose'
  | 'data-pipeline'
  | 'package-manifest'
  | 'package-lock'
  | 'requirements'
  | 'model-config'
  | 'prompt'
  | 'environment'
  | 'installer-config';

/** How a document is read. */
export interface DocumentKind {
  readonly language: SourceLanguage;
  readonly role: DocumentRole | undefined;
}

interface NamePattern extends DocumentKind {
  readonly path: RegExp;
}

const AGENT_FOLDERS = String.raw`\.(?:claude|cursor|codex|gemini|windsurf|continue|roo|kiro|amazonq|junie|opencode|qwen|cline|augment|trae|factory|amp|goose|crush|openhands|codebuddy|qoder|copilot|github/(?:copilot|hooks|agents|skills|prompts|chatmodes)|agents?)`;

/** The first that matches counts. Paths are relative, with `/`. */
const PATTERNS: readonly NamePattern[] = [
  // Instructions to coding agents
  text(/(?:^|\/)(?:AGENTS?|CLAUDE|GEMINI|QWEN|CONVENTIONS|CODEX|WARP)(?:\.local|\.override)?\.md$/iu),
  text(/(?:^|\/)(?:SKILLS?|COPILOT|copilot-instructions)\.md$/iu),
  text(/(?:^|\/)\.(?:cursorrules|windsurfrules|clinerules|roorules|goosehints|rules)$/u),
  text(/\.(?:instructions|chatmode|agent)\.md$/iu),
  text(/\.mdc$/iu),
  { path: /\.prompt\.md$/iu, language: 'markdown', role: 'prompt' },
  { path: /\.prompt\.ya?ml$/iu, language: 'yaml', role: 'prompt' },
  text(new RegExp(String.raw`(?:^|/)${AGENT_FOLDERS}/.*\.(?:md|mdc|txt)$`, 'iu')),
  text(/(?:^|\/)(?:skills|\.clinerules)\/.*\.md$/iu),
  { path: /\.(?:prompt|prompty)$/iu, language: 'markdown', role: 'prompt' },
  {
    path: /(?:^|\/)(?:system[-_])?prompts?\/.*\.(?:md|txt|j2|jinja2?)$/iu,
    language: 'markdown',
    role: 'prompt',
  },
  {
    path: /(?:^|\/)[\w-]*system[-_]?prompt[\w-]*\.(?:md|txt|j2|jinja2?)$/iu,
    language: 'markdown',
    role: 'prompt',
  },
  // Settings of agents and editors
  {
    path: /(?:^|\/)(?:\.?mcp|mcp[-_.][\w.-]*|[\w-]*[-_.]mcp|mcp_config|mcp_?servers|cline_mcp_settings|claude_desktop_config|\.claude)\.jsonc?$/iu,
    language: 'json',
    role: 'mcp-config',
  },
  {
    path: /(?:^|\/)(?:\.?mcp|mcp[-_.][\w.-]*|[\w-]*[-_.]mcp|mcp_?servers)\.ya?ml$/iu,
    language: 'yaml',
    role: 'mcp-config',
  },
  { path: /(?:^|\/)(?:\.?mcp|mcp_?servers)\.toml$/iu, language: 'toml', role: 'mcp-config' },
  { path: /\.kiro\.hook$/iu, language: 'json', role: 'agent-settings' },
  {
    path: /(?:^|\/)\.(?:vscode|idea|zed|devcontainer)\/.*\.jsonc?$/iu,
    language: 'json',
    role: 'ide-settings',
  },
  { path: /(?:^|\/)\.?devcontainer\.json$|\.code-workspace$/iu, language: 'json', role: 'ide-settings' },
  {
    path: new RegExp(String.raw`(?:^|/)${AGENT_FOLDERS}/.*\.jsonc?$`, 'iu'),
    language: 'json',
    role: 'agent-settings',
  },
  {
    path: new RegExp(String.raw`(?:^|/)${AGENT_FOLDERS}/.*\.toml$`, 'iu'),
    language: 'toml',
    role: 'agent-settings',
  },
  {
    path: new RegExp(String.raw`(?:^|/)${AGENT_FOLDERS}/.*\.ya?ml$`, 'iu'),
    language: 'yaml',
    role: 'agent-settings',
  },
  {
    path: /(?:^|\/)(?:\.claude-plugin\/.*|hooks\/hooks|hooks|opencode|\.?crush|\.aider|(?:claude|gemini|codex|cursor|agent)[-_]?(?:settings|hooks)(?:[-_.][\w-]+)?|managed-settings)\.jsonc?$/iu,
    language: 'json',
    role: 'agent-settings',
  },
  {
    path: /(?:^|\/)(?:\.?(?:aider\.conf|goose)|goose\/config)\.ya?ml$/iu,
    language: 'yaml',
    role: 'agent-settings',
  },
  { path: /(?:^|\/)codex(?:[-_.][\w-]+)?\.toml$/iu, language: 'toml', role: 'agent-settings' },
  // Pipelines
  {
    path: /(?:^|\/)\.(?:github|gitea|forgejo)\/(?:workflows|actions)\/.*\.ya?ml$/u,
    language: 'yaml',
    role: 'workflow',
  },
  {
    path: /(?:^|\/)(?:action|\.gitlab-ci|azure-pipelines|bitbucket-pipelines|\.circleci\/config)\.ya?ml$/u,
    language: 'yaml',
    role: 'workflow',
  },
  // MLflow projects, and what DVC fetches and runs
  {
    path: /(?:^|\/)MLproject$|(?:^|\/)dvc\.ya?ml$|(?:^|\/)[^/]+\.dvc$/u,
    language: 'yaml',
    role: 'data-pipeline',
  },
  { path: /(?:^|\/)\.dvc\/config(?:\.local)?$/u, language: 'ini', role: 'data-pipeline' },
  { path: /(?:^|\/)(?:docker-)?compose(?:[-_.][\w.-]+)?\.ya?ml$/u, language: 'yaml', role: 'compose' },
  {
    path: /(?:^|\/)(?:[\w.-]+\.)?(?:Dockerfile|Containerfile)(?:[-_.][\w.-]+)?$/iu,
    language: 'dockerfile',
    role: undefined,
  },
  // Packages
  {
    path: /(?:^|\/)(?:[^/]*[-_.])?requirements(?:[-_.][^/]*)?(?<!\.(?:rst|md|html?|py))\.(?:txt|in)$/iu,
    language: 'requirements',
    role: 'requirements',
  },
  { path: /(?:^|\/)requirements\/[^/]+\.(?:txt|in)$/iu, language: 'requirements', role: 'requirements' },
  {
    path: /(?:^|\/)(?:[^/]*[-_.])?constraints(?:[-_.][^/]*)?(?<!\.(?:rst|md|html?|py))\.txt$/iu,
    language: 'requirements',
    role: 'requirements',
  },
  { path: /(?:^|\/)package\.json$/u, language: 'json', role: 'package-manifest' },
  {
    path: /(?:^|\/)(?:package-lock|npm-shrinkwrap|Pipfile)\.(?:json|lock)$/u,
    language: 'json',
    role: 'package-lock',
  },
  { path: /(?:^|\/)(?:pyproject\.toml|Pipfile)$/u, language: 'toml', role: 'package-manifest' },
  {
    path: /(?:^|\/)(?:(?:poetry|uv|pdm)\.lock|pylock(?:\.[^/]+)?\.toml)$/u,
    language: 'toml',
    role: 'package-lock',
  },
  {
    path: /(?:^|\/)(?:conda|environment)(?:[-_.][^/]*)?\.ya?ml$/u,
    language: 'yaml',
    role: 'package-manifest',
  },
  {
    path: /(?:^|\/)(?:pip\.(?:conf|ini)|\.?pypirc|\.npmrc)$/u,
    language: 'ini',
    role: 'installer-config',
  },
  { path: /(?:^|\/)uv\.toml$/u, language: 'toml', role: 'installer-config' },
  { path: /(?:^|\/)\.condarc$/u, language: 'yaml', role: 'installer-config' },
  // Models
  {
    path: /(?:^|\/)(?:(?:[\w-]+[-_.])?config|model_index|tokenizer|special_tokens_map|modules)\.json$/u,
    language: 'json',
    role: 'model-config',
  },
  { path: /(?:^|\/)chat_template\.(?:jinja2?|json)$/u, language: 'markdown', role: 'model-config' },
  // Environments
  {
    path: /(?:^|\/)(?:\.env(?:\.[^/]*)?|[^/]+\.env|\.envrc|\.flaskenv)$/u,
    language: 'dotenv',
    role: 'environment',
  },
];

const EXTENSIONS: Readonly<Record<string, SourceLanguage>> = {
  py: 'python',
  pyw: 'python',
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'javascript',
  ts: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  tsx: 'typescript',
  vue: 'typescript',
  svelte: 'typescript',
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  jsonc: 'json',
  toml: 'toml',
  sh: 'shell',
  bash: 'shell',
  zsh: 'shell',
  ksh: 'shell',
  env: 'dotenv',
};

/** What this tool itself writes and reads. */
const OWN_FILES = /(?:^|\/)\.mlsecops(?:-baseline)?\.(?:yaml|json)$/u;

/** How a document of this path is read; undefined when it is of no kind we know. Only the name is looked at. */
export function documentKind(path: string): DocumentKind | undefined {
  const language = languageOf(path);
  // Most files of a project are programs, and what a program is called says nothing more: `dockerfile-parser.ts` is no Dockerfile.
  if (language && isProgramLanguage(language)) return { language, role: undefined };
  if (OWN_FILES.test(path)) return undefined;
  const known = PATTERNS.find((pattern) => pattern.path.test(path));
  if (known) return { language: known.language, role: known.role };
  return language && { language, role: undefined };
}

/** The language that the ending of a name stands for. */
function languageOf(path: string): SourceLanguage | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  if (dot <= 0) return undefined;
  const extension = name.slice(dot + 1).toLowerCase();
  return Object.hasOwn(EXTENSIONS, extension) ? EXTENSIONS[extension] : undefined;
}

function text(path: RegExp): NamePattern {
  return { path, language: 'markdown', role: 'agent-instructions' };
}
