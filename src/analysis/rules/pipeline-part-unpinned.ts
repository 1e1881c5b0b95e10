import { dataAt, entriesOf, itemsOf, stringOf, type DataNode } from '../../source/content/data-node';
import type { Rule, RuleContext } from '../rule';
import { isPartlyUnknown } from '../rule-support/commands/known-value';
import { BRANCH_NAMES } from '../rule-support/pipelines/branch-name';

/** Names of branches, and words for whatever is newest. */
const MOVING = new RegExp(`^(?:refs/heads/.*|${BRANCH_NAMES}|~latest|volatile|dev:.*)$`, 'u');

function check(root: DataNode, context: RuleContext): void {
  if (context.role !== 'workflow') return;
  for (const one of itemsOf(dataAt(root, 'include'))) checkInclude(one, context);
  for (const one of itemsOf(dataAt(root, 'resources', 'repositories'))) checkRepository(one, context);
  for (const { key, value } of entriesOf(dataAt(root, 'orbs'))) checkOrb(key, value, context);
}

/** `include:` of GitLab (docs.gitlab.com/ci/yaml/includes). */
function checkInclude(include: DataNode, context: RuleContext): void {
  const remote = include.kind === 'scalar' ? include : dataAt(include, 'remote');
  const address = stringOf(remote);
  if (remote && address !== undefined && /^https?:\/\//u.test(address)) {
    const isFixed =
      /(?:^|\/)[0-9a-f]{40}(?:\/|$)/u.test(address) || dataAt(include, 'integrity') !== undefined;
    if (!isFixed && !isPartlyUnknown(address))
      report(remote, address, 'an address, which sends something else tomorrow', context);
    return;
  }
  const project = dataAt(include, 'project');
  const name = stringOf(project);
  if (project && name !== undefined && !isPartlyUnknown(name))
    checkReference(dataAt(include, 'ref'), project, name, context);
  const component = dataAt(include, 'component');
  const [, path = '', version] = /^([^@]+)@(\S+)$/u.exec(stringOf(component) ?? '') ?? [];
  if (component && version !== undefined && MOVING.test(version))
    report(component, path, `\`${version}\`, which moves`, context);
}

/** `resources.repositories` of Azure; repositories of the same organization are its own. */
function checkRepository(repository: DataNode, context: RuleContext): void {
  const name = dataAt(repository, 'name');
  const text = stringOf(name);
  if (
    !name ||
    text === undefined ||
    !/^(?:github|bitbucket)$/u.test(stringOf(dataAt(repository, 'type')) ?? '')
  )
    return;
  checkReference(dataAt(repository, 'ref'), name, text, context);
}

/** A reference that is a branch, or not given; a tag says at least a version. */
function checkReference(
  reference: DataNode | undefined,
  named: DataNode,
  name: string,
  context: RuleContext,
): void {
  const text = stringOf(reference);
  if (text === undefined) report(named, name, 'its main branch, which changes with each push', context);
  else if (reference && MOVING.test(text))
    report(
      reference,
      name,
      `the branch \`${text.replace(/^refs\/heads\//u, '')}\`, which changes with each push`,
      context,
    );
}

/** `orbs:` of CircleCI (circleci.com/docs/orb-intro): `volatile` is whatever was published last. */
function checkOrb(name: string, orb: DataNode, context: RuleContext): void {
  const [, path = name, version = ''] = /^([\w-]+\/[\w-]+)@(\S+)$/u.exec(stringOf(orb) ?? '') ?? [];
  if (MOVING.test(version)) report(orb, path, `\`${version}\`, which moves`, context);
}

function report(at: DataNode, name: string, from: string, context: RuleContext): void {
  context.report({
    at: at.range,
    subject: name,
    message: `\`${name}\` is taken into this pipeline from ${from}, and its steps run with the secrets of the pipeline. Name a version or the full commit you have looked at.`,
  });
}

export const rule: Rule = {
  id: 'pipeline-part-unpinned',
  title: 'Pipeline takes in steps that can change',
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
  what: 'Finds what pipelines of GitLab, Azure and CircleCI take in from elsewhere at a state that moves: `include:` with a remote address and no `integrity`, with a project at a branch or at none, with a component at `~latest`; repositories of templates on GitHub or Bitbucket at a branch; orbs at `volatile` or a development version. Tags and versions are not reported.',
  why: 'Such a part holds scripts, and they run with the token, the secrets and the caches of the pipeline that trains, signs and deploys. Whoever can push to the branch, or answers at the address, runs commands there with no change in this repository.',
  fix: 'Name a version: the full commit in `ref`, `integrity: sha256-…` for a remote address, a number behind the `@` of a component or an orb. Read what changed before you move it.',
  references: [
    { title: 'GitLab: include', url: 'https://docs.gitlab.com/ci/yaml/#include' },
    {
      title: 'Azure Pipelines: resources.repositories',
      url: 'https://learn.microsoft.com/en-us/azure/devops/pipelines/yaml-schema/resources-repositories-repository',
    },
    { title: 'CircleCI: orbs', url: 'https://circleci.com/docs/orb-intro/' },
  ],
  examples: {
    bad: [
      {
        title: 'GitLab',
        file: '.gitlab-ci.yml',
        code: 'include:\n  - remote: https://ci.acme.io/train.yml\n  - project: acme/ci\n    ref: main\n    file: /train.yml\n  - project: acme/ci\n    file: /test.yml\n  - component: gitlab.com/acme/scan/scan@~latest\n',
        findings: 4,
      },
      {
        title: 'GitLab, address alone',
        file: '.gitlab-ci.yml',
        code: 'include: https://ci.acme.io/train.yml\n',
      },
      {
        title: 'Azure',
        file: 'azure-pipelines.yml',
        code: 'resources:\n  repositories:\n    - repository: templates\n      type: github\n      name: acme/templates\n      endpoint: acme\n      ref: refs/heads/main\nsteps:\n  - template: train.yml@templates\n',
      },
      {
        title: 'CircleCI',
        file: '.circleci/config.yml',
        code: 'version: 2.1\norbs:\n  python: circleci/python@volatile\n  node: circleci/node@5.2.0\n',
      },
    ],
    good: [
      {
        title: 'GitLab at commits, versions and hashes, and files of the own repository',
        file: '.gitlab-ci.yml',
        code: 'include:\n  - local: /ci/build.yml\n  - template: Security/SAST.gitlab-ci.yml\n  - project: acme/ci\n    ref: 0a5c61591373683505ea898e09a3ea4f39ef2b9c\n    file: /train.yml\n  - project: acme/ci\n    ref: v1.4.0\n    file: /train.yml\n  - component: gitlab.com/acme/scan/scan@1.2.0\n  - component: $CI_SERVER_FQDN/acme/scan/scan@$CI_COMMIT_SHA\n  - remote: https://ci.acme.io/train.yml\n    integrity: sha256-L3/GAoKaw0Arw6hDCKeKQlV1QPEgHYxGBHsH4zG1IY8=\n',
      },
      {
        title: 'Azure at a tag, and a repository of the own organization',
        file: 'azure-pipelines.yml',
        code: 'resources:\n  repositories:\n    - repository: templates\n      type: github\n      name: acme/templates\n      ref: refs/tags/v1\n    - repository: own\n      type: git\n      name: project/own\n',
      },
      {
        title: 'workflow of GitHub',
        file: '.github/workflows/a.yml',
        code: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    strategy:\n      matrix:\n        include:\n          - os: ubuntu-latest\n            project: acme\n    steps:\n      - run: make\n',
      },
    ],
  },
  on: { data: check },
};
