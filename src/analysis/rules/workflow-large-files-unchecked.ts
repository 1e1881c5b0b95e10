import { dataAt, scalarOf, stringOf, type DataNode } from '../../source/content/data-node';
import type { Rule, RuleContext } from '../rule';
import { githubWorkflow, inputOf } from '../rule-support/pipelines/github-workflow';

const CHECKED = /sha256sum|shasum|model_signing|cosign|verify|modelscan|picklescan|fickling/iu;

function check(root: DataNode, context: RuleContext): void {
  if (context.role !== 'workflow' || CHECKED.test(context.model.text)) return;
  const workflow = githubWorkflow(root, context);
  for (const { steps } of workflow?.jobs ?? [])
    for (const step of steps) {
      const input = step.action === 'actions/checkout' ? inputOf(step, 'lfs') : undefined;
      if (input && String(scalarOf(input)) === 'true') report('lfs: true', input, context);
    }
  // Azure Pipelines write it beside the checkout.
  const steps = dataAt(root, 'steps');
  for (const step of steps?.kind === 'list' ? steps.items : []) {
    const input = dataAt(step, 'lfs');
    if (stringOf(dataAt(step, 'checkout')) && input && String(scalarOf(input)) === 'true')
      report('lfs: true', input, context);
  }
}

function report(what: string, { range }: DataNode, context: RuleContext): void {
  context.report({
    at: range,
    subject: 'lfs',
    message: `\`${what}\` brings large files of the branch – models, data – into the pipeline, which nobody sees in a review. Compare their hashes or verify their signature before one of them is loaded.`,
    confidence: 'probable',
  });
}

const START =
  'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n        with:\n';

export const rule: Rule = {
  id: 'workflow-large-files-unchecked',
  title: 'Pipeline takes large files that nobody looked at',
  stages: ['continuous-integration', 'continuous-training', 'llm-test-evaluate'],
  risks: ['owasp-ml-2023:ML06', 'owasp-ml-2023:ML10', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-353'],
  atlas: ['AML.T0010.003', 'AML.T0010.002'],
  controls: ['C26', 'C06'],
  severity: 'info',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['ci', 'models', 'integrity'],
  languages: ['yaml'],
  what: 'Finds checkouts of pipelines that fetch the files behind Git LFS (`lfs: true`), where nothing in the same file compares a hash, verifies a signature or scans a model. The command `git lfs pull` is seen by `model-unpinned-in-command`.',
  why: 'A review shows three lines of a pointer instead of the model. A replaced file of weights – with code in it, where it is a pickle – is loaded by the next job.',
  fix: 'Verify what was fetched: `sha256sum --check models.sha256`, or a signature over the folder. Keep weights in a format that carries no code.',
  references: [
    { title: 'Git LFS', url: 'https://git-lfs.com/' },
    { title: 'OpenSSF model signing', url: 'https://github.com/sigstore/model-transparency' },
  ],
  examples: {
    bad: [
      {
        title: 'a checkout',
        code: `${START}          lfs: true\n      - run: pytest\n`,
        file: '.github/workflows/a.yml',
      },
      {
        title: 'Azure',
        code: 'steps:\n  - checkout: self\n    lfs: true\n  - script: pytest\n',
        file: 'azure-pipelines.yml',
      },
    ],
    good: [
      {
        title: 'verified',
        code: `${START}          lfs: true\n      - run: sha256sum --check models.sha256\n`,
        file: '.github/workflows/a.yml',
      },
      {
        title: 'not fetched',
        code: `${START}          lfs: false\n      - run: pytest\n`,
        file: '.github/workflows/a.yml',
      },
    ],
  },
  on: { data: check },
};
