import { dataAt, itemsOf, stringOf, type DataNode } from '../../source/content/data-node';
import type { Rule, RuleContext } from '../rule';
import { githubWorkflow } from '../rule-support/pipelines/github-workflow';

function check(root: DataNode, context: RuleContext): void {
  const workflow = githubWorkflow(root, context);
  const event = ['pull_request', 'pull_request_target', 'issue_comment'].find((name) =>
    workflow?.events.has(name),
  );
  if (!workflow || !event) return;
  for (const { node } of workflow.jobs) {
    const runner = dataAt(node, 'runs-on');
    const labels = runner?.kind === 'map' ? dataAt(runner, 'labels') : runner;
    const own = itemsOf(labels).find((one) => /(?:^|\W)self-hosted(?:\W|$)/u.test(stringOf(one) ?? ''));
    const condition = stringOf(dataAt(node, 'if')) ?? '';
    if (
      !own ||
      /head\.repo\.full_name|event_name\s*!=\s*'pull_request|event_name\s*==\s*'(?:push|schedule)|\.fork/u.test(
        condition,
      )
    )
      continue;
    context.report({
      at: own.range,
      subject: 'self-hosted',
      message: `\`${event}\` runs what a pull request brings on a machine of your own, which the next job uses as well. Keep such runners for trusted branches, or start a fresh one for each job.`,
      confidence: 'probable',
    });
  }
}

export const rule: Rule = {
  id: 'self-hosted-runner-exposed',
  title: 'Pull requests run on an own machine',
  stages: ['continuous-integration', 'continuous-training', 'llm-test-evaluate'],
  risks: ['owasp-ml-2023:ML06', 'owasp-ml-2023:ML05', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-829', 'CWE-250'],
  atlas: ['AML.T0010.001', 'AML.T0035'],
  controls: ['C14', 'C15'],
  severity: 'info',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['ci', 'isolation'],
  languages: ['yaml'],
  what: 'Finds jobs of workflows for pull requests and comments that run on `self-hosted` runners (GPU machines, mostly).',
  why: 'In a public repository everybody can open a pull request whose tests stay behind on the machine: they read models, data and tokens of later jobs, or mine.',
  fix: 'Use runners that exist for one job only, ask for approval of all outside contributors, and limit runner groups to protected branches.',
  references: [
    {
      title: 'GitHub: hardening for self-hosted runners',
      url: 'https://docs.github.com/en/actions/reference/security/secure-use#hardening-for-self-hosted-runners',
    },
  ],
  examples: {
    bad: [
      {
        title: 'a GPU machine',
        code: 'on: [push, pull_request]\njobs:\n  a:\n    runs-on: [self-hosted, gpu]\n    steps:\n      - run: pytest\n',
        file: '.github/workflows/a.yml',
      },
      {
        title: 'with labels in a map',
        code: 'on:\n  pull_request_target:\njobs:\n  a:\n    runs-on:\n      group: gpu\n      labels: self-hosted\n    steps:\n      - run: pytest\n',
        file: '.github/workflows/a.yml',
      },
    ],
    good: [
      {
        title: 'pushes only, a rented runner, own branches',
        code: 'on: [push]\njobs:\n  a:\n    runs-on: [self-hosted, gpu]\n    steps:\n      - run: pytest\n',
        file: '.github/workflows/a.yml',
      },
      {
        title: 'own branches only',
        code: 'on: [pull_request]\njobs:\n  a:\n    if: github.event.pull_request.head.repo.full_name == github.repository\n    runs-on: self-hosted\n    steps:\n      - run: pytest\n  b:\n    runs-on: ubuntu-latest\n    steps:\n      - run: pytest\n',
        file: '.github/workflows/a.yml',
      },
    ],
  },
  on: { data: check },
};
