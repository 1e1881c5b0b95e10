import { dataAt, stringOf, type DataNode } from '../../source/content/data-node';
import { isFullHash, isPartlyUnknown } from '../rule-support/commands/known-value';
import { BRANCH_NAMES } from '../rule-support/pipelines/branch-name';
import { githubWorkflow } from '../rule-support/pipelines/github-workflow';
import type { Rule, RuleContext } from '../rule';

const BRANCH = new RegExp(`^(?:${BRANCH_NAMES}|release|beta)$`, 'u');
const VERSION = /^v?\d+(?:\.\d+)*(?:[-.+]\w+)*$/u;

function check(root: DataNode, context: RuleContext): void {
  const workflow = githubWorkflow(root, context);
  if (!workflow) return;
  for (const { node, steps } of workflow.jobs) {
    // A job can use a workflow of another repository as a whole.
    checkUse(dataAt(node, 'uses'), context);
    for (const { uses } of steps) checkUse(uses, context);
  }
}

function checkUse(uses: DataNode | undefined, context: RuleContext): void {
  const text = stringOf(uses);
  const parts = /^([\w.-]+)\/([\w./-]+)@(\S+)$/u.exec(text ?? '');
  const [, owner = '', path = '', revision = ''] = parts ?? [];
  if (!uses || !parts || owner === '.' || owner === '..' || isPartlyUnknown(revision)) return;
  if (isFullHash(revision)) return;
  const isGitHub = /^(?:actions|github)$/iu.test(owner);
  const name = `${owner}/${path}`;
  const what = VERSION.test(revision)
    ? `the tag \`${revision}\`, which its owner can move`
    : BRANCH.test(revision)
      ? `the branch \`${revision}\`, which changes with each push`
      : `\`${revision}\`, which can be moved`;
  context.report({
    at: uses.range,
    subject: name,
    message: `\`${name}\` is taken from ${what}, and runs with the token and secrets of the job. Name the full commit and keep the version as a comment: \`@<40-digit commit> # ${VERSION.test(revision) ? revision : 'version'}\`.`,
    ...(isGitHub && VERSION.test(revision) ? { severity: 'info' as const } : {}),
  });
}

const HEAD = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n';
const COMMIT = '0a5c61591373683505ea898e09a3ea4f39ef2b9c';

export const rule: Rule = {
  id: 'action-unpinned',
  title: 'Workflow runs an action that can change',
  stages: ['continuous-integration', 'pipeline-dev-test', 'llm-release', 'continuous-training'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03', 'owasp-agentic-2026:ASI04'],
  cwe: ['CWE-829', 'CWE-1357'],
  atlas: ['AML.T0010.001'],
  controls: ['C14', 'C05'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['ci', 'supply-chain', 'pinning'],
  languages: ['yaml'],
  what: 'Finds actions and reusable workflows of other repositories that are named by a tag or branch instead of a full commit. For the actions of GitHub itself a version tag is information. Actions in the same repository (`./…`) are left alone; container images are seen by `container-image-unpinned`.',
  why: 'A tag is moved by whoever gets into the account of the owner: in March 2025 all tags of a popular action were moved to code that printed secrets into logs. The action sees the keys of your model providers, hubs and registries.',
  fix: 'Write the commit: `uses: owner/action@<40-digit commit> # v4.1.2`. Dependabot and Renovate raise it, with the comment, in pull requests.',
  references: [
    {
      title: 'GitHub: secure use of third-party actions',
      url: 'https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions',
    },
    {
      title: 'CVE-2025-30066',
      url: 'https://nvd.nist.gov/vuln/detail/CVE-2025-30066',
    },
  ],
  examples: {
    bad: [
      { title: 'a branch', code: `${HEAD}      - uses: acme/thing@main\n`, file: '.github/workflows/a.yml' },
      {
        title: 'tags',
        code: `${HEAD}      - uses: tj-actions/changed-files@v44\n      - uses: docker/build-push-action@v6.1.0\n      - { uses: "astral-sh/setup-uv@v5" }\n      - uses: acme/tools/setup@release-1\n`,
        file: '.github/workflows/a.yml',
        findings: 4,
      },
      {
        title: 'of GitHub itself (information), and its branch',
        code: `${HEAD}      - uses: actions/checkout@v4\n      - uses: github/codeql-action/init@v3\n      - uses: actions/setup-python@main\n`,
        file: '.github/workflows/a.yml',
        findings: 3,
      },
      {
        title: 'a commit that is cut short',
        code: `${HEAD}      - uses: acme/thing@0a5c615\n`,
        file: '.github/workflows/a.yml',
      },
      {
        title: 'a workflow of another repository',
        code: 'on: push\njobs:\n  a:\n    uses: acme/ci/.github/workflows/train.yml@main\n    secrets: inherit\n',
        file: '.github/workflows/a.yml',
      },
      {
        title: 'inside an action',
        code: 'name: x\nruns:\n  using: composite\n  steps:\n    - uses: acme/thing@v1\n',
        file: '.github/actions/x/action.yml',
      },
    ],
    good: [
      {
        title: 'commits, own actions and images with a digest',
        code: `${HEAD}      - uses: acme/thing@${COMMIT} # v2.1\n      - uses: actions/checkout@${COMMIT}\n      - uses: ./.github/actions/setup\n      - uses: ../x\n      - uses: docker://alpine:3.20@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n`,
        file: '.github/workflows/a.yml',
      },
      {
        title: 'a workflow of the same repository',
        code: `on: push\njobs:\n  a:\n    uses: ./.github/workflows/train.yml\n  b:\n    uses: acme/ci/.github/workflows/b.yml@${COMMIT}\n`,
        file: '.github/workflows/a.yml',
      },
      {
        title: 'a pipeline of another service',
        code: 'orbs:\n  x: acme/x@1.0\njobs:\n  a:\n    docker: [{ image: "cimg/base@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" }]\n    steps: [checkout]\n',
        file: '.circleci/config.yml',
      },
    ],
  },
  on: { data: check },
};
