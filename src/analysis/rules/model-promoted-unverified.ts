import type { ShellCommand } from '../../source/content/shell-command';
import type { Call } from '../../source/expression';
import { textValue } from '../rule-support/written-value';
import type { Rule, RuleContext } from '../rule';

/** Names of what says something about a model before it is promoted. */
const CHECKS =
  /evaluat|\beval|verif|validat|metric|score|accuracy|\bauc|f1|rmse|\bmae\b|\bloss\b|threshold|compare|approv|baseline|sha256|digest|sign(?:ed|ing|ature)|cosign|scan|gate|pytest|\btests?\b/iu;

/** The names under which a model is served. */
const LIVE = /^(?:production|prod|champion|live|serving|current|default|stable|release)$/iu;

function check(call: Call, context: RuleContext): void {
  const { callee } = call;
  const { model } = context;
  if (callee.kind !== 'attribute') return;
  const place =
    callee.name === 'transition_model_version_stage'
      ? call.argument({ keyword: 'stage', position: 2 })
      : callee.name === 'set_registered_model_alias'
        ? call.argument({ keyword: 'alias', position: 1 })
        : undefined;
  if (place?.state !== 'given') return;
  const name = textValue(place.argument.value, model);
  if (name === undefined || !LIVE.test(name) || CHECKS.test(model.text)) return;
  report(`\`${name}\``, callee.name, call.range, context);
}

function checkCommand({ program, words, range }: ShellCommand, context: RuleContext): void {
  if (context.role !== 'workflow') return;
  const [, verb] = words.map(({ text }) => text);
  const isUpload = /^(?:huggingface-cli|hf|modelscope)$/u.test(program ?? '') && verb === 'upload';
  if (isUpload && !CHECKS.test(context.model.text)) report('the hub', 'upload', range, context);
}

function report(where: string, subject: string, at: Call['range'], context: RuleContext): void {
  context.report({
    at,
    subject,
    message: `A model goes to ${where}, and nothing here evaluates or verifies it first. Let an evaluation and a check of its signature decide, and stop when one of them fails.`,
    confidence: 'probable',
  });
}

export const rule: Rule = {
  id: 'model-promoted-unverified',
  title: 'Model is promoted without evaluation or verification',
  stages: ['continuous-training', 'continuous-deployment', 'llm-release', 'continuous-integration'],
  risks: ['owasp-ml-2023:ML10', 'owasp-ml-2023:ML06', 'owasp-llm-2026:LLM05', 'owasp-llm-2025:LLM04'],
  cwe: ['CWE-353', 'CWE-345'],
  atlas: ['AML.T0018', 'AML.T0020'],
  controls: ['C28', 'C26'],
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  tags: ['registry', 'promotion', 'guard-rail'],
  languages: ['python', 'yaml'],
  what: 'Finds programs that give a model version of MLflow the stage or alias it is served under (`Production`, `champion`), and workflows that upload to a model hub, where nothing in the same file speaks of a metric, an evaluation, a signature or a hash.',
  why: 'The registry is the last place where a poisoned, replaced or simply bad model can be stopped. When a job promotes whatever it was handed, everybody who can write the artifact decides what is served.',
  fix: 'Compare the metrics with those of the version that serves now, verify the signature or hash of the artifact, and promote only then. Keep the right to promote with an account that training does not have.',
  references: [
    {
      title: 'MLflow: model registry',
      url: 'https://mlflow.org/docs/latest/ml/model-registry/',
    },
    { title: 'OpenSSF model signing', url: 'https://github.com/sigstore/model-transparency' },
  ],
  examples: {
    bad: [
      {
        title: 'a stage',
        code: 'from mlflow import MlflowClient\n\nclient = MlflowClient()\nclient.transition_model_version_stage(name="m", version=3, stage="Production")\n',
      },
      {
        title: 'an alias',
        code: 'from mlflow.tracking import MlflowClient\n\nMlflowClient().set_registered_model_alias("m", "champion", 3)\n',
      },
      {
        title: 'a workflow',
        code: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: python train.py\n      - run: hf upload acme/m ./model\n',
        file: '.github/workflows/a.yml',
      },
    ],
    good: [
      {
        title: 'after an evaluation',
        code: 'from mlflow import MlflowClient\n\nclient = MlflowClient()\nif accuracy > 0.9:\n    client.transition_model_version_stage("m", 3, "Production")\n',
      },
      {
        title: 'to a place for trials',
        code: 'from mlflow import MlflowClient\n\nclient = MlflowClient()\nclient.transition_model_version_stage("m", 3, "Staging")\nclient.set_registered_model_alias("m", "challenger", 3)\n',
      },
      {
        title: 'a workflow that evaluates',
        code: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: python evaluate.py\n      - run: hf upload acme/m ./model\n',
        file: '.github/workflows/a.yml',
      },
    ],
  },
  triggers: () => ['transition_model_version_stage', 'set_registered_model_alias'],
  on: { call: check, command: checkCommand },
};
