/** Names that editors give to the languages the server reads; it looks at the path too and takes what it knows. */
export const READ_LANGUAGES: readonly string[] = [
  'python',
  'javascript',
  'javascriptreact',
  'typescript',
  'typescriptreact',
  'vue',
  'svelte',
  'yaml',
  'dockercompose',
  'github-actions-workflow',
  'json',
  'jsonc',
  'toml',
  'dockerfile',
  'pip-requirements',
  'shellscript',
  'dotenv',
  'markdown',
  'instructions',
  'prompt',
  'chatmode',
];

/** Files that an editor without further extensions shows as plain text. */
export const READ_PATTERNS: readonly string[] = [
  '**/*.{toml,lock,mdc,prompt,prompty,vue,svelte}',
  '**/*{requirements,constraints}*.{txt,in}',
  '**/requirements/*.{txt,in}',
  '**/{.env,.env.*,*.env,.envrc,.flaskenv}',
  '**/{.cursorrules,.windsurfrules,.clinerules,.roorules,.goosehints}',
  '**/{pip.conf,pip.ini,.pypirc,.npmrc,.condarc,Pipfile}',
  '**/{Dockerfile,Containerfile}*',
  '**/*prompt*/*.{txt,j2,jinja,jinja2}',
];
