import { installsOfCall } from '../rule-support/commands/installs-of-call';
import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import type { PackageOption } from '../../source/content/package-request';
import { isPublicIndex } from '../rule-support/commands/package-indexes';
import { PACKAGE_LANGUAGES } from '../rule-support/commands/document-languages';
import type { Rule, RuleContext } from '../rule';

function check({ name, value, range }: PackageOption, context: RuleContext): void {
  if (name === '--index-strategy' && value !== undefined && /^unsafe-/u.test(value)) {
    context.report({
      at: range,
      subject: value,
      message: `\`--index-strategy ${value}\` lets any of the indexes answer for any package, so a package put under an internal name on a public one is installed. Leave it out: the first index that knows a name is then the only one asked.`,
    });
    return;
  }
  if (name !== '--extra-index-url' || value === undefined) return;
  const isKnown = isPublicIndex(value);
  context.report({
    at: range,
    subject: '--extra-index-url',
    message: isKnown
      ? `Packages may come from \`${hostOf(value)}\` or from the main index, whichever has the higher version. Ask that index with \`--index-url\` for the packages that it alone has.`
      : 'With `--extra-index-url` the higher version wins wherever it lies, so whoever puts an internal name on the public index is installed. Use one index that passes on what it takes from others.',
    ...(isKnown ? { severity: 'info' as const } : {}),
  });
}

/** Options of a command that the program runs. */
function checkCall(call: Call, api: ApiOf<'execution-sink'>, context: RuleContext): void {
  for (const option of installsOfCall(call, api, context.model).packageOptions) check(option, context);
}

function hostOf(address: string): string {
  return /^[a-z]+:\/\/(?:[^/@]*@)?([^/:]+)/iu.exec(address)?.[1] ?? address;
}

export const rule: Rule = {
  id: 'package-index-mixed',
  title: 'Packages come from several indexes',
  stages: ['continuous-integration', 'pipeline-dev-test', 'experimentation', 'llm-develop-experiment'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-427', 'CWE-1357'],
  atlas: ['AML.T0010.001'],
  controls: ['C11', 'C05', 'C09'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['supply-chain', 'packages', 'dependency-confusion'],
  languages: PACKAGE_LANGUAGES,
  what: 'Finds `--extra-index-url` in requirements, commands, images and the settings of pip, and the unsafe index strategies of uv. The public indexes of hardware makers and frameworks (PyTorch, NVIDIA, JAX …) are reported as information.',
  why: 'pip asks all indexes at once and takes the highest version. A name that exists on your index alone can be registered on the public one by anybody, with a higher number: in December 2022 that is how a false `torchtriton` reached those who installed nightly builds of PyTorch.',
  fix: 'Use one index: a mirror of your own that passes public packages on and owns internal names. In uv bind a package to its index with `[tool.uv.sources]`; with pip install the packages of the other index in a step of their own with `--index-url`, and require hashes.',
  references: [
    {
      title: 'pip: --extra-index-url',
      url: 'https://pip.pypa.io/en/stable/cli/pip_install/#cmdoption-extra-index-url',
    },
    {
      title: 'PyTorch: compromised nightly dependency',
      url: 'https://pytorch.org/blog/compromised-nightly-dependency/',
    },
    { title: 'uv: package indexes', url: 'https://docs.astral.sh/uv/concepts/indexes/' },
  ],
  examples: {
    bad: [
      {
        title: 'a private index',
        file: 'requirements.txt',
        code: '--extra-index-url https://pypi.example.com/simple\ntorch==2.6.0\n',
      },
      {
        title: 'the public one beside a private one',
        file: 'requirements.txt',
        code: '--index-url https://pypi.example.com/simple\n--extra-index-url=https://pypi.org/simple\n',
      },
      {
        title: 'a public index of a framework (information)',
        file: 'requirements.txt',
        code: '--extra-index-url https://download.pytorch.org/whl/cu121\ntorch==2.6.0\n',
      },
      {
        title: 'a command',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nRUN pip install --extra-index-url https://pkgs.example.com/simple internal-lib==1.0\nUSER me\n',
      },
      {
        title: 'an address that is put in',
        file: 'setup.sh',
        code: 'python -m pip install --extra-index-url "$PRIVATE_INDEX" lib\n',
      },
      {
        title: 'pip.conf',
        file: 'pip.conf',
        code: '[global]\nextra-index-url = https://pypi.example.com/simple\n',
      },
      {
        title: 'a command that a program runs',
        code: 'import os\n\nos.system("pip install --extra-index-url https://pypi.example.com/simple internal-lib")\n',
      },
      { title: 'uv', file: 'setup.sh', code: 'uv pip install --index-strategy unsafe-best-match torch\n' },
    ],
    good: [
      {
        title: 'a program that asks one index',
        code: 'import subprocess\n\nsubprocess.run(["pip", "install", "--index-url", "https://pypi.example.com/simple", "lib"])\nprint("--extra-index-url is not used")\n',
      },
      {
        title: 'one index',
        file: 'requirements.txt',
        code: '--index-url https://pypi.example.com/simple\ntorch==2.6.0\n',
      },
      {
        title: 'a step of its own',
        file: 'setup.sh',
        code: 'pip install --index-url https://download.pytorch.org/whl/cpu torch==2.6.0\nuv pip install --index-strategy first-index torch\n',
      },
    ],
  },
  needs: ['execution-sink:shell'],
  commandWords: ['--extra-index-url', '--index-strategy'],
  on: { packageOption: check, api: { 'execution-sink': checkCall } },
};
