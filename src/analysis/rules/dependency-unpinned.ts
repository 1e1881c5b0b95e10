import type { PackageRequest } from '../../source/content/package-request';
import { PACKAGE_LANGUAGES } from '../rule-support/commands/document-languages';
import { registryName } from '../rule-support/commands/known-packages';
import { isPartlyUnknown } from '../rule-support/commands/known-value';
import { isPublishedPackage } from '../rule-support/published-package';
import type { Rule, RuleContext } from '../rule';

const TOOLS = new Set(['pip', 'setuptools', 'wheel', 'uv', 'npm', 'python', 'conda']);

function check(request: PackageRequest, context: RuleContext): void {
  const { from, specifier, version, source, hashed, name, range } = request;
  if (from === 'lock' || from === 'runner' || source || hashed || version !== undefined) return;
  const known = registryName(request);
  if (!known || name === undefined || TOOLS.has(known.name) || isPartlyUnknown(specifier)) return;
  if (from === 'manifest' && isPublishedPackage(context.content)) return;
  const which = specifier === '' ? 'any version' : `any version in \`${specifier}\``;
  context.report({
    at: range,
    subject: known.name,
    message: `${which.charAt(0).toUpperCase()}${which.slice(1)} of \`${name}\` will do, so two installations can differ. Name one version, or keep a lock file with hashes.`,
  });
}

export const rule: Rule = {
  id: 'dependency-unpinned',
  title: 'Dependency without an exact version',
  stages: ['pipeline-dev-test', 'continuous-integration', 'experimentation'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-1357'],
  atlas: ['AML.T0010.001'],
  controls: ['C09'],
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  tags: ['supply-chain', 'packages', 'pinning'],
  languages: PACKAGE_LANGUAGES,
  what: 'Finds packages of Python, conda and npm that are asked for without an exact version or hash: in requirements, manifests, notebooks, scripts, images and workflows. Lock files and tools that are run at once are looked at by other rules. The manifest of a package that others install is left alone, since its ranges are for them: a `package.json` with `name` and `version` that is not `private` and says what it offers (`main`, `exports`, `types`, `bin`, `files`, `peerDependencies`), a `pyproject.toml` with classifiers or addresses for the index. What such a package is built and tested with belongs into its lock file, which this rule does not read.',
  why: 'What is trained or evaluated with one set of versions and deployed with another was not evaluated.',
  fix: 'Keep ranges in the manifest and exact versions with hashes in a lock file (`uv lock`, `pip-compile --generate-hashes`, `package-lock.json`), and install from that.',
  references: [
    { title: 'pip: repeatable installs', url: 'https://pip.pypa.io/en/stable/topics/repeatable-installs/' },
  ],
  examples: {
    bad: [
      {
        title: 'requirements',
        file: 'requirements.txt',
        code: 'torch\ntransformers>=4.30\nnumpy~=1.26\nx==1.*\n',
        findings: 4,
      },
      { title: 'a script', file: 'setup.sh', code: 'pip install torch\nnpm install left-pad\n', findings: 2 },
      {
        title: 'manifests',
        file: 'package.json',
        code: '{ "dependencies": { "a": "^1.0.0", "b": "latest", "c": "1.2.3" } }\n',
        findings: 2,
      },
      {
        title: 'the manifest of an application',
        file: 'package.json',
        code: '{ "name": "chat", "version": "0.1.0", "private": true, "main": "index.js", "dependencies": { "ai": "^4.0.0" } }\n',
        seen: 'langchain-ai/create-agent-chat-app, templates/nextjs/package.json',
      },
    ],
    good: [
      {
        title: 'the manifest of a library',
        file: 'package.json',
        code: '{ "name": "acme-store", "version": "1.2.0", "main": "index.js", "dependencies": { "chalk": "^5.3.0" }, "devDependencies": { "tsx": "^4.0.0" } }\n',
        seen: 'langchain-ai/create-agent-chat-app, package.json',
      },
      {
        title: 'the manifest of a library for Python',
        file: 'pyproject.toml',
        code: '[project]\nname = "acme"\nversion = "1.0"\nclassifiers = ["Programming Language :: Python :: 3"]\ndependencies = ["torch>=2.1"]\n',
      },
      {
        title: 'a program among the documents',
        file: 'constraints.txt',
        code: 'rng = 3\nn_samples = 1000\n',
        seen: 'scikit-learn, auto_examples/ensemble/plot_monotonic_constraints.rst.txt',
      },
      { title: 'exact', file: 'requirements.txt', code: 'torch==2.6.0\n./local\n' },
      { title: 'put in', file: 'setup.sh', code: 'pip install torch==$TORCH\npip install -U pip\n' },
    ],
  },
  on: { package: check },
};
