import type { PackageRequest } from '../../source/content/package-request';
import { COMMAND_LANGUAGES } from '../rule-support/commands/document-languages';
import { isLearningPackage, registryName } from '../rule-support/commands/known-packages';
import { isPartlyUnknown } from '../rule-support/commands/known-value';
import type { Rule, RuleContext } from '../rule';

function check(request: PackageRequest, context: RuleContext): void {
  const { from, specifier, version, source, hashed, name, range } = request;
  if (from !== 'command' || source || hashed || version !== undefined || isPartlyUnknown(specifier)) return;
  const known = registryName(request);
  if (!known || name === undefined || hasUpperEnd(specifier)) return;
  const isRepeated = context.model.language === 'dockerfile' || context.role === 'workflow';
  if (!isRepeated || !isLearningPackage(known.registry, known.name)) return;
  if (isConstrained(context)) return;
  context.report({
    at: range,
    subject: known.name,
    message: `\`${name}\` is installed in whatever version is the newest at that hour, so each build runs other code. Name a version, better a lock file with hashes.`,
  });
}

/** `<3`, `~=2.1`, `^1.2`: the range at least ends. */
function hasUpperEnd(specifier: string): boolean {
  return /<|~|\^|==/u.test(specifier) || /^\d/u.test(specifier);
}

/** Whether versions come from a list that is given to the installer as well. */
function isConstrained({ content }: RuleContext): boolean {
  return content.packageOptions.some(({ name }) => name === '--constraint' || name === '--require-hashes');
}

export const rule: Rule = {
  id: 'package-unpinned',
  title: 'Package without a version in a build',
  stages: ['continuous-integration', 'pipeline-dev-test', 'continuous-deployment', 'llm-deploy'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-1357'],
  atlas: ['AML.T0010.001'],
  controls: ['C09', 'C29'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['supply-chain', 'packages', 'pinning'],
  languages: COMMAND_LANGUAGES,
  what: 'Finds well-known packages of machine learning that an image or a workflow installs without a version or with nothing but a lower bound: `RUN pip install torch`. Ranges that end, versions that are put in and installers with a list of constraints are left alone. All other places and packages are looked at by the strict rule `dependency-unpinned`.',
  why: 'An image and a pipeline are made again and again, with nobody watching. A release that is taken over, or merely changes a default of a loader, is in your service with the next build.',
  fix: 'Name the version (`torch==2.6.0`), or better install from a lock file with hashes: `pip install --require-hashes -r requirements.txt`, `uv sync --locked`, `npm ci`.',
  references: [
    { title: 'pip: repeatable installs', url: 'https://pip.pypa.io/en/stable/topics/repeatable-installs/' },
  ],
  examples: {
    bad: [
      {
        title: 'an image',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nRUN pip install --no-cache-dir torch "transformers[torch]" numpy>=1.20\nUSER me\n',
        findings: 3,
      },
      {
        title: 'other installers',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nRUN uv pip install --system vllm && python3 -m pip install mlflow\nRUN conda install -y pytorch\nUSER me\n',
        findings: 3,
      },
      {
        title: 'a workflow',
        file: '.github/workflows/train.yml',
        code: 'jobs:\n  train:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: pip install torch\n',
      },
      {
        title: 'a program of an image for npm',
        file: 'Dockerfile',
        code: 'FROM node:22\nRUN npm install openai\nUSER node\n',
      },
    ],
    good: [
      {
        title: 'versions',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nARG TORCH\nRUN pip install torch==2.6.0 transformers~=4.50 "numpy>=1.26,<3" vllm==${TORCH}\nUSER me\n',
      },
      {
        title: 'lists',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nRUN pip install --require-hashes -r requirements.txt\nRUN npm ci\nUSER me\n',
      },
      {
        title: 'constraints',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nRUN pip install -c constraints.txt torch\nUSER me\n',
      },
      { title: 'by hand', file: 'setup.sh', code: 'pip install torch\n' },
      {
        title: 'packages of the system and of nobody in particular',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nRUN apt-get install -y curl && pip install --upgrade pip setuptools wheel requests .\nUSER me\n',
      },
    ],
  },
  on: { package: check },
};
