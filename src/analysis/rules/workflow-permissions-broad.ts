import { dataAt, scalarOf, type DataNode } from '../../source/content/data-node';
import type { Rule, RuleContext } from '../rule';
import { githubWorkflow } from '../rule-support/pipelines/github-workflow';

function check(root: DataNode, context: RuleContext): void {
  const workflow = githubWorkflow(root, context);
  if (!workflow || workflow.isAction) return;
  for (const owner of [root, ...workflow.jobs.map(({ node }) => node)]) {
    const permissions = dataAt(owner, 'permissions');
    if (!permissions || scalarOf(permissions) !== 'write-all') continue;
    context.report({
      at: permissions.range,
      subject: 'permissions',
      message:
        '`write-all` gives every action and every line of this workflow the right to change code, releases, packages and other workflows. Start with `contents: read`, and add to single jobs what they need.',
      fixes: [
        {
          title: 'Let it read only (`read-all`)',
          safe: false,
          edits: [{ range: permissions.range, newText: 'read-all' }],
        },
      ],
    });
  }
}

export const rule: Rule = {
  id: 'workflow-permissions-broad',
  title: 'Workflow token may write everything',
  stages: ['continuous-integration', 'pipeline-dev-test', 'llm-release', 'continuous-training'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03', 'owasp-agentic-2026:ASI03'],
  cwe: ['CWE-250', 'CWE-732'],
  atlas: ['AML.T0010.001', 'AML.T0012'],
  controls: ['C14'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['ci', 'least-privilege'],
  languages: ['yaml'],
  what: 'Finds `permissions: write-all` for a workflow or a job of GitHub. A workflow without `permissions` is left to the strict rule `workflow-permissions-missing`.',
  why: 'One action taken over, or one script that an outsider gets text into, then has the repository: it pushes code, replaces releases and models, and rewrites workflows.',
  fix: 'Write `permissions: { contents: read }` at the top, and `packages: write`, `id-token: write` and the like at the one job that publishes.',
  references: [
    {
      title: 'GitHub: permissions for the token',
      url: 'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions',
    },
  ],
  examples: {
    bad: [
      {
        title: 'the workflow, and a job',
        code: 'on: push\npermissions: write-all\njobs:\n  a:\n    runs-on: ubuntu-latest\n    permissions: "write-all"\n    steps:\n      - run: make\n',
        file: '.github/workflows/a.yml',
        findings: 2,
      },
    ],
    good: [
      {
        title: 'what is needed',
        code: 'on: push\npermissions:\n  contents: read\njobs:\n  a:\n    runs-on: ubuntu-latest\n    permissions: { packages: write }\n    steps:\n      - run: make\n',
        file: '.github/workflows/a.yml',
      },
      {
        title: 'reading, and nothing',
        code: 'on: push\npermissions: read-all\njobs:\n  a:\n    runs-on: ubuntu-latest\n    permissions: {}\n    steps:\n      - run: make\n',
        file: '.github/workflows/a.yml',
      },
    ],
  },
  on: { data: check },
};
