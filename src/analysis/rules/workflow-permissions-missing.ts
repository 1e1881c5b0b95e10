import { dataAt, type DataNode } from '../../source/content/data-node';
import type { Rule, RuleContext } from '../rule';
import { githubWorkflow } from '../rule-support/pipelines/github-workflow';

function check(root: DataNode, context: RuleContext): void {
  const workflow = githubWorkflow(root, context);
  if (!workflow || workflow.isAction || dataAt(root, 'permissions')) return;
  const jobs = root.kind === 'map' ? root.entries.find(({ key }) => key === 'jobs') : undefined;
  const bare = workflow.jobs.filter(({ node }) => !dataAt(node, 'permissions'));
  if (!jobs || bare.length === 0) return;
  context.report({
    at: jobs.keyRange,
    subject: 'permissions',
    message:
      'No `permissions` are written, so the token has those of the repository, which in many is the right to write everything. Add `permissions: { contents: read }` at the top.',
    fixes: [
      {
        title: 'Add `permissions: { contents: read }`',
        safe: false,
        edits: [
          {
            range: { start: jobs.keyRange.start, end: jobs.keyRange.start },
            newText: 'permissions:\n  contents: read\n',
          },
        ],
      },
    ],
  });
}

export const rule: Rule = {
  id: 'workflow-permissions-missing',
  title: 'Workflow does not say what its token may do',
  stages: ['continuous-integration', 'pipeline-dev-test', 'llm-release', 'continuous-training'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03', 'owasp-agentic-2026:ASI03'],
  cwe: ['CWE-250', 'CWE-732'],
  atlas: ['AML.T0010.001', 'AML.T0012'],
  controls: ['C14'],
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  tags: ['ci', 'least-privilege', 'guard-rail'],
  languages: ['yaml'],
  what: 'Finds workflows of GitHub with a job that gets no `permissions`, neither from its own entry nor from the top of the workflow.',
  why: 'What the token may do is then a setting of the repository or the organisation that nobody sees in the file; in older ones it is the right to write.',
  fix: 'Write `permissions: { contents: read }` at the top and more at single jobs.',
  references: [
    {
      title: 'GitHub: permissions for the token',
      url: 'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions',
    },
  ],
  examples: {
    bad: [
      {
        title: 'nothing is said',
        code: 'on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make\n',
        file: '.github/workflows/a.yml',
      },
    ],
    good: [
      {
        title: 'at the top',
        code: 'on: push\npermissions: {}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make\n',
        file: '.github/workflows/a.yml',
      },
      {
        title: 'at each job',
        code: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    permissions: { contents: read }\n    steps:\n      - run: make\n',
        file: '.github/workflows/a.yml',
      },
    ],
  },
  on: { data: check },
};
