import type { Call, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import { calleeName } from '../rule-support/call-text';
import { isLogCall, loggedValues } from '../rule-support/logged-values';
import { textValue } from '../rule-support/written-value';
import type { Rule, RuleContext } from '../rule';

const TRACKER =
  /^(?:wandb\.(?:init|log|config\.update|run\.config\.update|run\.log|init\(\)\.(?:log|config\.update)|save|Artifact\(\)\.add_file|log_artifact)|mlflow\.(?:log_params?|log_dict|log_text|log_artifacts?|set_tags?|MlflowClient\(\)\.(?:log_param|log_dict|log_text|log_artifact|set_tag))|comet_ml\.(?:Experiment|start)\(\)\.(?:log_parameters?|log_others?|log_text|log_asset|log_asset_data)|neptune\.\w+\(\)\.(?:assign|upload)|clearml\.Task\.(?:init|current_task)\(\)\.(?:connect|connect_configuration|upload_artifact)|tensorboardX?\.\w+\(\)\.(?:add_text|add_hparams)|torch\.utils\.tensorboard\.(?:writer\.)?SummaryWriter\(\)\.(?:add_text|add_hparams)|aim\.Run\(\)\.\w+|dvclive\.Live\(\)\.log_params?|sentry_sdk\.set_(?:context|extra|tag)|langfuse\.Langfuse\(\)\.(?:trace|span|event)|logfire\.\w+)$/;

const SECRET_FILE =
  /(?:^|[/\\])(?:\.env(?:\.(?!example|sample|template|dist)\w+)?|\.netrc|\.pypirc|credentials(?:\.json)?|id_rsa|id_ed25519|secrets?\.(?:ya?ml|json|toml)|service[-_]account\.json|kaggle\.json)$/;

function check(call: Call, context: RuleContext): void {
  const isTracker = call.names.some((name) => TRACKER.test(name));
  if (!isTracker && !isLogCall(call)) return;
  const { model } = context;
  if (loggedValues(call).some((value) => isWholeEnvironment(value, model))) {
    report(call, 'the whole environment', isTracker, context);
    return;
  }
  const stores =
    isTracker && /log_artifacts?$|save$|add_file$|upload|log_asset$/.test(calleeName(call, model));
  const path = stores
    ? call.arguments
        .map(({ value }) => textValue(value, model))
        .find((text) => text !== undefined && SECRET_FILE.test(text))
    : undefined;
  if (path !== undefined) report(call, `\`${path}\``, isTracker, context);
}

function report(call: Call, what: string, isTracker: boolean, context: RuleContext): void {
  const callee = calleeName(call, context.model).replace(/^builtins\./, '');
  const where = isTracker
    ? 'the experiment tracker, where everybody with access reads it'
    : 'the log, where it is kept and passed on';
  context.report({
    at: call,
    subject: callee,
    message: `\`${callee}\` writes ${what}, with all keys and passwords in it, to ${where}. Write only the settings that you need, by name.`,
  });
}

/** `os.environ`, a copy of it, or a dictionary made of it. */
function isWholeEnvironment(value: Expression, model: SourceModel): boolean {
  const seen = model.dereference(value);
  if (seen.kind === 'dict') {
    return seen.entries.some((entry) => entry.key === undefined && isEnvironment(entry.value, model));
  }
  if (seen.kind === 'call') {
    const [first] = seen.arguments;
    if (seen.names.some((name) => /^os\.environ\.(?:copy|items|values)$/.test(name))) return true;
    const hands = seen.names.some((name) =>
      /^(?:builtins\.(?:dict|str|repr|list|sorted|vars)|json\.dumps|pprint\.pformat|os\.environ\.copy)$/.test(
        name,
      ),
    );
    return hands && first !== undefined && isWholeEnvironment(first.value, model);
  }
  return isEnvironment(seen, model);
}

function isEnvironment(value: Expression, model: SourceModel): boolean {
  return (
    (value.kind === 'attribute' || value.kind === 'name') &&
    model.qualifiedNames(value).includes('os.environ')
  );
}

export const rule: Rule = {
  id: 'environment-logged',
  title: 'Environment written to a log or tracker',
  stages: ['experimentation', 'continuous-training', 'llm-develop-experiment', 'llm-monitor'],
  risks: ['owasp-llm-2026:LLM02', 'owasp-llm-2025:LLM02', 'owasp-ml-2023:ML05', 'owasp-agentic-2026:ASI03'],
  cwe: ['CWE-532', 'CWE-201'],
  atlas: ['AML.T0055'],
  controls: ['C12', 'C20'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['secrets', 'logging', 'experiment-tracking'],
  languages: ['python'],
  what: 'Finds `os.environ` as a whole – itself, a copy, a dictionary or text made of it – given to Weights & Biases, MLflow, Comet, Neptune, ClearML, TensorBoard, `print` or a logger, and files such as `.env` stored as artifacts of a run.',
  why: 'The environment of a training job holds the keys of the hub, the cloud and the model providers. Trackers and logs are kept for years, shared with the team and sometimes public; nobody looks for keys there, except those who want them.',
  fix: 'Name what you need: `{name: os.environ.get(name) for name in ("WORLD_SIZE", "CUDA_VISIBLE_DEVICES")}`. Revoke what was already written.',
  references: [
    {
      title: 'CWE-532: Insertion of Sensitive Information into Log File',
      url: 'https://cwe.mitre.org/data/definitions/532.html',
    },
  ],
  examples: {
    bad: [
      {
        title: 'Weights & Biases',
        code: 'import os\nimport wandb\n\nwandb.init(project="chat", config=dict(os.environ))\n',
      },
      {
        title: 'its configuration',
        code: 'import os\nimport wandb\n\nrun = wandb.init()\nwandb.config.update(os.environ)\n',
      },
      {
        title: 'MLflow',
        code: 'import os\nimport mlflow\n\nmlflow.log_params(os.environ)\nmlflow.log_dict({**os.environ}, "environment.json")\n',
        findings: 2,
      },
      { title: 'a file of keys', code: 'import mlflow\n\nmlflow.log_artifact(".env")\n' },
      {
        title: 'the log',
        code: 'import logging\nimport os\n\nlogging.info("environment: %s", os.environ)\nlogging.getLogger(__name__).debug(f"started with {dict(os.environ)}")\n',
        findings: 2,
      },
      {
        title: 'the terminal',
        code: 'import json\nfrom os import environ\n\nprint(environ)\nprint(json.dumps(dict(environ), indent=2))\n',
        findings: 2,
      },
    ],
    good: [
      {
        title: 'one setting',
        code: 'import os\nimport mlflow\n\nmlflow.log_param("world_size", os.environ["WORLD_SIZE"])\nprint(os.environ.get("HOME"))\n',
      },
      {
        title: 'named settings',
        code: 'import os\nimport wandb\n\nwandb.init(config={"seed": 1, "node": os.environ.get("NODE_RANK")})\n',
      },
      {
        title: 'the environment of a program',
        code: 'import os\nimport subprocess\n\nsubprocess.run(["train"], env=dict(os.environ), check=True)\nsettings.update(os.environ)\n',
      },
      { title: 'names only', code: 'import os\n\nprint(list(os.environ.keys()))\nprint(len(os.environ))\n' },
      {
        title: 'a file without keys',
        code: 'import mlflow\n\nmlflow.log_artifact("model.onnx")\nmlflow.log_artifact(".env.example")\n',
      },
    ],
  },
  triggers: () => [
    // Most programs ask for one variable, and write that at most.
    ...[')', ',', '}', ']', ':', '!', ' ', '\n', '\r', '.copy', '.items', '.values', '._'].map(
      (end) => `environ${end}`,
    ),
    'log_artifact',
    'wandb.save',
    'log_asset',
    ['.env', 'upload'],
    ['.env', 'add_file'],
  ],
  on: { call: check },
};
