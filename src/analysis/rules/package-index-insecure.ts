import type { PackageOption } from '../../source/content/package-request';
import type { ShellCommand } from '../../source/content/shell-command';
import { isOwnAddress } from '../rule-support/commands/known-value';
import { PACKAGE_LANGUAGES } from '../rule-support/commands/document-languages';
import { sourceRepair, USE_HTTPS, type SourceRepair } from '../rule-support/source-repair';
import type { Rule, RuleContext } from '../rule';

const ADDRESSES = new Set([
  '--index-url',
  '--extra-index-url',
  '--find-links',
  '--index',
  '--default-index',
  '--registry',
  '--repository',
  '--channel',
  '-c',
]);
const TRUST = new Set(['--trusted-host', '--allow-insecure-host']);
const ADVICE =
  'Anybody on the way can then hand out packages of his own; use https with a certificate that is checked.';
/** Environment variables that name an index, by the installer that reads them. */
const INDEX_VARIABLE =
  /^(?:PIP_(?:EXTRA_)?INDEX_URL|PIP_FIND_LINKS|UV_(?:EXTRA_|DEFAULT_)?INDEX(?:_URL)?|NPM_CONFIG_REGISTRY|npm_config_registry)$/u;
const TRUST_VARIABLE = /^(?:PIP_TRUSTED_HOST|UV_INSECURE_HOST)$/u;

const REPAIRS: readonly SourceRepair[] = [
  USE_HTTPS,
  {
    title: 'Check the certificate',
    find: /^--?(?:trusted-host|allow-insecure-host)(?:[= ]\s*\S+)?$/u,
    by: '',
  },
];

function checkOption({ name, value, range }: PackageOption, context: RuleContext): void {
  const found = value === undefined ? undefined : problemOf(name, value);
  if (!found) return;
  const fixes = sourceRepair(range, REPAIRS, context.model);
  context.report({ at: range, subject: name, message: `${found} ${ADVICE}`, fixes });
}

function problemOf(name: string, value: string): string | undefined {
  if (TRUST.has(name)) {
    return isOwnAddress(value)
      ? undefined
      : `\`${name} ${value}\` switches the check of that server's certificate off.`;
  }
  const isPlain = ADDRESSES.has(name) && /^http:\/\//iu.test(value) && !isOwnAddress(value);
  return isPlain ? `Packages are fetched from \`${value}\` without encryption.` : undefined;
}

/** Settings that are given to the installer by a command or through the environment. */
function checkCommand({ program, words, assignments, range }: ShellCommand, context: RuleContext): void {
  const texts = words.map(({ text }) => text);
  const [, verb = '', key = '', value = ''] = texts;
  if (verb === 'config' && (program === 'pip' || program === 'pip3')) {
    const at = texts.indexOf('set');
    const name = `--${(texts[at + 1] ?? '').replace(/^.*\./u, '')}`;
    reportAt(range, name, texts[at + 2], context);
  } else if (verb === 'config' && /^(?:npm|pnpm|yarn)$/u.test(program ?? '')) {
    reportAt(range, '--registry', key === 'set' && value === 'registry' ? texts[4] : undefined, context);
  }
  for (const one of assignments) reportVariable(one.name, one.value?.text, one.range, context);
}

function reportVariable(
  name: string,
  value: string | undefined,
  range: ShellCommand['range'],
  context: RuleContext,
): void {
  if (INDEX_VARIABLE.test(name)) reportAt(range, '--index-url', value, context);
  else if (TRUST_VARIABLE.test(name)) reportAt(range, '--trusted-host', value, context);
}

function reportAt(
  range: ShellCommand['range'],
  name: string,
  value: string | undefined,
  context: RuleContext,
): void {
  checkOption({ name, value, range }, context);
}

export const rule: Rule = {
  id: 'package-index-insecure',
  title: 'Packages are fetched without a check of who sends them',
  stages: ['continuous-integration', 'pipeline-dev-test', 'experimentation', 'llm-develop-experiment'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-319', 'CWE-295'],
  atlas: ['AML.T0010.001'],
  controls: ['C05', 'C09'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['supply-chain', 'packages', 'transport'],
  languages: PACKAGE_LANGUAGES,
  what: 'Finds indexes, registries and `--find-links` pages of pip, uv and npm that are asked over plain http, and `--trusted-host`, which switches the check of the certificate off – in requirements, commands, images and the settings of installers. Addresses of your own machine or network are left alone.',
  why: 'An installer runs code of the packages it gets. Without encryption, or without knowing whom it talks to, anybody on the way – a router, a proxy, a network shared with others – can send packages of his own.',
  fix: 'Use the https address. For a server with a certificate of your own authority, name that authority with `--cert` or `PIP_CERT` (npm: `cafile`).',
  references: [
    { title: 'pip: --trusted-host', url: 'https://pip.pypa.io/en/stable/cli/pip/#cmdoption-trusted-host' },
    { title: 'pip: HTTPS certificates', url: 'https://pip.pypa.io/en/stable/topics/https-certificates/' },
  ],
  examples: {
    bad: [
      { title: 'plain http', file: 'requirements.txt', code: '--index-url http://pypi.example.com/simple\n' },
      {
        title: 'a page of links',
        file: 'requirements.txt',
        code: '-f http://wheels.example.org/index.html\n',
      },
      { title: 'a trusted host', file: 'requirements.txt', code: '--trusted-host pypi.example.org\n' },
      {
        title: 'a command',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nRUN pip install -i http://mirror.example.org/simple --trusted-host mirror.example.org torch==2.6.0\nUSER me\n',
        findings: 2,
      },
      {
        title: 'every public host',
        file: 'setup.sh',
        code: 'python3 -m pip --trusted-host pypi.org --trusted-host files.pythonhosted.org install torch==2.6.0\n',
        findings: 2,
      },
      {
        title: 'through the environment',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nENV PIP_TRUSTED_HOST=pypi.example.org \\\n    PIP_INDEX_URL=http://pypi.example.org/simple\nUSER me\n',
        findings: 2,
      },
      {
        title: 'settings',
        file: 'setup.sh',
        code: 'pip config set global.index-url http://mirror.example.org/simple\npip config set global.trusted-host mirror.example.org\nexport PIP_INDEX_URL=http://mirror.example.org/simple\nnpm config set registry http://registry.example.org\n',
        findings: 4,
      },
      {
        title: 'npm',
        file: 'setup.sh',
        code: 'npm install --registry http://registry.example.org left-pad@1.3.0\n',
      },
      {
        title: 'pip.conf',
        file: 'pip.conf',
        code: '[global]\nindex-url = http://mirror.example.org/simple\ntrusted-host = mirror.example.org\n',
        findings: 2,
      },
      {
        title: '.npmrc',
        file: '.npmrc',
        code: 'registry=http://registry.example.org/\n@acme:registry=http://npm.example.org/\n',
        findings: 2,
      },
      {
        title: 'uv and PDM',
        file: 'pyproject.toml',
        code: '[tool.uv]\nallow-insecure-host = ["pypi.example.org"]\n\n[[tool.pdm.source]]\nname = "team"\nurl = "http://pypi.example.org/simple"\n',
        findings: 2,
      },
    ],
    good: [
      {
        title: 'https for a scope',
        file: '.npmrc',
        code: 'registry=https://registry.npmjs.org/\n@acme:registry=http://localhost:4873/\n',
      },
      {
        title: 'https',
        file: 'requirements.txt',
        code: '--index-url https://pypi.example.com/simple\n-f https://data.pyg.org/whl/torch-2.6.0+cpu.html\n',
      },
      {
        title: 'own machine and network',
        file: 'setup.sh',
        code: 'pip install -i http://localhost:3141/root/pypi --trusted-host localhost x==1\npip install -i http://10.0.0.5/simple --trusted-host 10.0.0.5 x==1\npip install -i http://devpi/simple x==1\n',
      },
      {
        title: 'https in the environment',
        file: 'setup.sh',
        code: 'export PIP_INDEX_URL=https://mirror.example.org/simple\nnpm config set registry https://registry.npmjs.org\npip config list\n',
      },
    ],
  },
  on: {
    packageOption: checkOption,
    command: checkCommand,
    instruction: ({ keyword, settings }, context) => {
      if (keyword !== 'ENV' && keyword !== 'ARG') return;
      for (const { name, value, range } of settings) reportVariable(name, value, range, context);
    },
  },
};
