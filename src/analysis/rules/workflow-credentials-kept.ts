import { scalarOf, stringOf, type DataNode } from '../../source/content/data-node';
import type { Rule, RuleContext } from '../rule';
import { githubWorkflow, inputOf } from '../rule-support/pipelines/github-workflow';

function check(root: DataNode, context: RuleContext): void {
  const workflow = githubWorkflow(root, context);
  if (!workflow) return;
  for (const { steps } of workflow.jobs)
    for (const [at, step] of steps.entries()) {
      if (step.action !== 'actions/checkout' || !step.uses) continue;
      const kept = inputOf(step, 'persist-credentials');
      if (kept && String(scalarOf(kept)) !== 'true') continue;
      // Who pushes later needs what is kept.
      const pushes = steps
        .slice(at)
        .some(
          ({ run, action }) =>
            /\bgit\s+push\b|\bgit\s+fetch\b/u.test(stringOf(run) ?? '') ||
            /commit|push|release|pages/u.test(action ?? ''),
        );
      if (pushes) continue;
      context.report({
        at: kept?.range ?? step.uses.range,
        subject: 'persist-credentials',
        message:
          'The checkout leaves the token in the folder, where every later step and each uploaded artifact can take it. Add `persist-credentials: false`.',
      });
    }
}

const START =
  'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n';

export const rule: Rule = {
  id: 'workflow-credentials-kept',
  title: 'Checkout leaves its token behind',
  stages: ['continuous-integration', 'pipeline-dev-test', 'continuous-training'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM02', 'owasp-llm-2025:LLM02'],
  cwe: ['CWE-522'],
  atlas: ['AML.T0055'],
  controls: ['C14'],
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  tags: ['ci', 'secrets', 'guard-rail'],
  languages: ['yaml'],
  what: 'Finds `actions/checkout` without `persist-credentials: false` in jobs where no later step pushes or fetches.',
  why: 'The token is stored for `git` so that later steps can push. Every script, package and test that runs after it can read it, and an artifact of the whole folder publishes it.',
  fix: 'Add `with: { persist-credentials: false }`, and give the token only to the step that pushes.',
  references: [{ title: 'actions/checkout', url: 'https://github.com/actions/checkout#usage' }],
  examples: {
    bad: [
      { title: 'the default', code: `${START}      - run: make test\n`, file: '.github/workflows/a.yml' },
      {
        title: 'written out',
        code: `${START}        with:\n          persist-credentials: true\n      - run: make test\n`,
        file: '.github/workflows/a.yml',
      },
    ],
    good: [
      {
        title: 'not kept',
        code: `${START}        with:\n          persist-credentials: false\n      - run: make test\n`,
        file: '.github/workflows/a.yml',
      },
      {
        title: 'needed',
        code: `${START}      - run: git push origin main\n`,
        file: '.github/workflows/a.yml',
      },
    ],
  },
  on: { data: check },
};
