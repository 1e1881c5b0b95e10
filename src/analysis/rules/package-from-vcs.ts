import { installsOfCall } from '../rule-support/commands/installs-of-call';
import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import { REVISION_PLACEHOLDER } from '../rule-support/revision';
import type { TextRange } from '../../source/range';
import type { Fix } from '../finding';
import type { PackageRequest } from '../../source/content/package-request';
import { isFullHash, isPartlyUnknown } from '../rule-support/commands/known-value';
import { PACKAGE_LANGUAGES } from '../rule-support/commands/document-languages';
import type { Rule, RuleContext } from '../rule';

function check({ source, name, from, range }: PackageRequest, context: RuleContext): void {
  if (source?.kind !== 'git' || from === 'lock') return;
  const { revision, address } = source;
  if (isPartlyUnknown(address)) return;
  if (revision !== undefined && (isFullHash(revision) || isPartlyUnknown(revision))) return;
  const subject = name ?? repositoryName(address);
  const which =
    revision === undefined ? 'whatever its main branch holds' : `whatever \`${revision}\` points to`;
  context.report({
    at: range,
    subject,
    message:
      revision === REVISION_PLACEHOLDER
        ? `The commit of \`${subject}\` is still a placeholder. Put the full commit in that you have looked at.`
        : `\`${subject}\` is installed from a Git repository at ${which} on that day, and its code runs at once. Name the full commit you have looked at.`,
    fixes: revision === REVISION_PLACEHOLDER ? [] : commitFixes(range, revision, context),
  });
}

/** Packages that a command of the program installs. */
function checkCall(call: Call, api: ApiOf<'execution-sink'>, context: RuleContext): void {
  for (const request of installsOfCall(call, api, context.model).packages) check(request, context);
}

/** Writes a commit for the user to complete, behind the address or in place of the branch. */
function commitFixes(range: TextRange, revision: string | undefined, { model }: RuleContext): readonly Fix[] {
  const written = model.textAt(range);
  const address = /(?:git\+|github:)[^\s"'#;]*/u.exec(written);
  if (!address) return [];
  const isNode = /package\.json$/u.test(model.language === 'json' ? 'package.json' : '');
  const start = range.start + address.index;
  const end = start + address[0].length;
  if (isNode || address[0].startsWith('github:')) {
    const fragment = /^#[^\s"']*/u.exec(written.slice(address.index + address[0].length))?.[0] ?? '';
    const edits = [
      { range: { start: end, end: end + fragment.length }, newText: `#${REVISION_PLACEHOLDER}` },
    ];
    return [{ title: 'Pin the commit…', safe: false, edits }];
  }
  const isThere = revision !== undefined && address[0].endsWith(`@${revision}`);
  const from = isThere ? end - revision.length - 1 : end;
  const edits = [{ range: { start: from, end }, newText: `@${REVISION_PLACEHOLDER}` }];
  return [{ title: 'Pin the commit…', safe: false, edits }];
}

function repositoryName(address: string): string {
  return address.replace(/^[a-z+]+:\/\/(?:[^/@]*@)?/iu, '').replace(/\.git$/u, '');
}

const COMMIT = '0123456789abcdef0123456789abcdef01234567';

export const rule: Rule = {
  id: 'package-from-vcs',
  title: 'Package from a Git branch or tag',
  stages: ['experimentation', 'continuous-integration', 'pipeline-dev-test', 'llm-develop-experiment'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03', 'owasp-agentic-2026:ASI04'],
  cwe: ['CWE-1357', 'CWE-494'],
  atlas: ['AML.T0010.001'],
  controls: ['C09', 'C05'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['supply-chain', 'packages', 'pinning'],
  languages: PACKAGE_LANGUAGES,
  what: 'Finds packages that are installed from a Git repository at a branch, a tag, a short commit or nothing at all: `git+https://…` in requirements, manifests and commands of pip, uv, Poetry and notebooks, `github:owner/name` of npm. A full commit is pinned; a revision that is put in from outside is unknown and stays silent, and so are lock files.',
  why: 'Installing runs the code of the repository. Whoever can push to it – the owner, a thief of a token, the buyer of an abandoned account – decides what runs on the next machine that builds.',
  fix: 'Put the full commit behind the address: `git+https://github.com/owner/name@<40 digits>`, `github:owner/name#<40 digits>`. Better still is a release from the registry with its hash.',
  references: [
    { title: 'pip: VCS support', url: 'https://pip.pypa.io/en/stable/topics/vcs-support/' },
    {
      title: 'npm: package.json, Git URLs',
      url: 'https://docs.npmjs.com/cli/configuring-npm/package-json#git-urls-as-dependencies',
    },
  ],
  examples: {
    bad: [
      {
        title: 'sources of uv',
        file: 'pyproject.toml',
        code: '[tool.uv.sources]\nlayers = { git = "https://github.com/acme/layers", branch = "main" }\nparts = { git = "https://github.com/acme/parts", rev = "0123456789abcdef0123456789abcdef01234567" }\ntorch = { index = "pytorch" }\n',
      },
      {
        title: 'no revision',
        file: 'requirements.txt',
        code: 'git+https://github.com/huggingface/transformers.git\n',
      },
      {
        title: 'a branch',
        file: 'requirements.txt',
        code: 'git+https://github.com/huggingface/peft@main#egg=peft\n-e git+https://github.com/example/lib.git@develop#egg=lib\n',
        findings: 2,
      },
      {
        title: 'a tag',
        file: 'requirements/base.txt',
        code: 'lib @ git+https://github.com/example/lib@v1.2.0\n',
      },
      {
        title: 'a short commit',
        file: 'requirements.txt',
        code: 'lib @ git+https://github.com/example/lib@0123abc\n',
      },
      {
        title: 'through SSH',
        file: 'requirements.txt',
        code: 'git+ssh://git@github.com/example/lib.git@main\n',
      },
      {
        title: 'a command',
        file: 'setup.sh',
        code: 'pip install -U git+https://github.com/example/lib\nuv pip install "lib @ git+https://github.com/example/lib@main"\n',
        findings: 2,
      },
      {
        title: 'in an image',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nRUN pip install --no-cache-dir \\\n    git+https://github.com/example/clip.git\nUSER me\n',
      },
      {
        title: 'a tool that is run at once',
        file: 'run.sh',
        code: 'uvx --from git+https://github.com/example/server server\nnpx github:example/server\n',
        findings: 2,
      },
      {
        title: 'a command that a program runs',
        code: 'import subprocess, sys\n\nsubprocess.check_call([sys.executable, "-m", "pip", "install", "git+https://github.com/example/lib"])\n',
      },
      {
        title: 'a manifest of npm',
        file: 'package.json',
        code: '{ "dependencies": { "a": "github:example/a", "b": "git+https://github.com/example/b.git#main" } }\n',
        findings: 2,
      },
      {
        title: 'a manifest of Python',
        file: 'pyproject.toml',
        code: '[project]\nname = "x"\ndependencies = ["lib @ git+https://github.com/example/lib@main"]\n',
      },
    ],
    good: [
      {
        title: 'full commits',
        file: 'requirements.txt',
        code: `git+https://github.com/example/lib@${COMMIT}#egg=lib\n-e git+ssh://git@github.com/example/lib.git@${COMMIT}#egg=lib\n`,
      },
      { title: 'from the registry', file: 'requirements.txt', code: 'transformers==4.50.0\n./local\n' },
      {
        title: 'a program that installs a commit, and one that only names an address',
        code: `import os\n\nos.system("pip install git+https://github.com/example/lib@${COMMIT}")\nos.system("echo git+https://github.com/example/lib")\n`,
      },
      { title: 'npm at a commit', file: 'setup.sh', code: `npm i github:example/a#${COMMIT}\n` },
      {
        title: 'put in from outside',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nARG COMMIT\nRUN pip install git+https://github.com/example/lib@${COMMIT}\nUSER me\n',
      },
      {
        title: 'folders of the workspace',
        file: 'package.json',
        code: '{ "dependencies": { "a": "workspace:*", "b": "file:../b", "c": "^1.0.0" } }\n',
      },
    ],
  },
  needs: ['execution-sink:shell'],
  commandWords: ['git+', 'github:'],
  on: { package: check, api: { 'execution-sink': checkCall } },
};
