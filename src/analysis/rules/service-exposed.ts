import type { Call } from '../../source/expression';
import { EXPOSING_COMMANDS, EXPOSING_WORDS } from '../rule-support/exposure-commands';
import { riskyCallListeners } from '../rule-support/risky-call';
import { riskyCommandListener, riskyShellListener } from '../rule-support/risky-command';
import { textValue } from '../rule-support/written-value';
import { EXPOSURE_REPAIRS } from '../rule-support/commands/command-repairs';
import { OWN_ADDRESS, sourceRepair } from '../rule-support/source-repair';
import type { Rule, RuleContext } from '../rule';

const ADVICE = 'Bind it to 127.0.0.1 and reach it through a tunnel, or put authentication in front of it.';

const risky = riskyCallListeners({ topics: ['exposed-service', 'exposed-debugger'], advice: ADVICE });

/** `demo.launch(server_name="0.0.0.0")` where the application comes from elsewhere. */
function checkLaunch(call: Call, context: RuleContext): void {
  const { model } = context;
  const { callee } = call;
  if (callee.kind !== 'attribute' || callee.name !== 'launch') return;
  if (call.names.some((name) => name.startsWith('gradio.'))) return;
  const host = call.argument({ keyword: 'server_name' });
  if (host.state !== 'given' || textValue(host.argument.value, model) !== '0.0.0.0') return;
  if (call.argument({ keyword: 'auth' }).state !== 'absent') return;
  context.report({
    at: call,
    subject: 'launch',
    message: `\`${model.textAt(callee.range)}\` serves the application on every interface and asks nobody for a password. ${ADVICE}`,
    fixes: sourceRepair(host.argument.range, [OWN_ADDRESS], model),
  });
}

export const rule: Rule = {
  id: 'service-exposed',
  title: 'Service without a password listens on every interface',
  stages: ['model-serving', 'experimentation', 'llm-deploy', 'continuous-training', 'llm-operate'],
  risks: ['owasp-ml-2023:ML05', 'owasp-llm-2026:LLM06', 'owasp-llm-2025:LLM10', 'owasp-agentic-2026:ASI05'],
  cwe: ['CWE-306', 'CWE-1327'],
  atlas: ['AML.T0049', 'AML.T0035'],
  controls: ['C34', 'C15'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['serving', 'exposure'],
  languages: ['python', 'shell', 'dockerfile', 'yaml', 'json'],
  what: 'Finds Ray, Dask, MLflow, TensorBoard, Gradio, Phoenix, FiftyOne and others, remote debuggers and servers that unpickle, opened to every interface (`0.0.0.0`, `::`) without a password, in calls and in the commands that a program, script or image runs; inference servers count when they are started without an API key.',
  why: 'These services trust everybody who reaches them: a Ray dashboard runs jobs, an MLflow server hands out and overwrites models, a debugger runs code. Machines with open dashboards are found within hours by programs that look for GPUs.',
  fix: 'Bind to `127.0.0.1` and use an SSH tunnel or a proxy with authentication. In a container, publish the port on `127.0.0.1` only, or put the service in a network of its own. Set what the service has: `auth=` (Gradio), `--app-name basic-auth` (MLflow), `--api-key` (vLLM).',
  references: [
    { title: 'Ray: security', url: 'https://docs.ray.io/en/latest/ray-security/index.html' },
    { title: 'MLflow: authentication', url: 'https://mlflow.org/docs/latest/ml/auth/' },
    {
      title: 'CWE-306: Missing Authentication for Critical Function',
      url: 'https://cwe.mitre.org/data/definitions/306.html',
    },
  ],
  examples: {
    bad: [
      { title: 'Ray', code: 'import ray\n\nray.init(dashboard_host="0.0.0.0", dashboard_port=8265)\n' },
      {
        title: 'Dask',
        code: 'from dask.distributed import LocalCluster\n\ncluster = LocalCluster(host="0.0.0.0")\n',
      },
      {
        title: 'Gradio',
        code: 'import gradio as gr\n\nwith gr.Blocks() as demo:\n    gr.Textbox()\ndemo.queue().launch(server_name="0.0.0.0", server_port=7860)\n',
      },
      {
        title: 'an interface',
        code: 'import gradio as gr\n\ngr.Interface(fn=predict, inputs="text", outputs="text").launch(server_name="0.0.0.0")\n',
      },
      {
        title: 'an application from another file',
        code: 'from app import build\n\ndemo = build()\ndemo.launch(server_name="0.0.0.0")\n',
      },
      {
        title: 'TensorBoard',
        code: 'from tensorboard import program\n\nboard = program.TensorBoard()\nboard.configure(argv=[None, "--logdir", "runs"], bind_all=True)\n',
      },
      { title: 'a debugger', code: 'import debugpy\n\ndebugpy.listen(("0.0.0.0", 5678))\n' },
      {
        title: 'a manager of processes',
        code: 'from multiprocessing.managers import BaseManager\n\nmanager = BaseManager(address=("0.0.0.0", 50000), authkey=b"abc")\n',
      },
      {
        title: 'MLflow as a command',
        code: 'import subprocess\n\nsubprocess.Popen(["mlflow", "server", "--host", "0.0.0.0", "--port", "5000"])\n',
      },
      {
        title: 'TensorBoard as a command',
        code: 'import os\n\nos.system("tensorboard --logdir runs --bind_all &")\n',
      },
      {
        title: 'an inference server',
        code: 'import subprocess\n\nsubprocess.run("python -m vllm.entrypoints.openai.api_server --model acme/chat --host 0.0.0.0", shell=True)\n',
      },
      {
        title: 'through the environment',
        code: 'import os\n\nos.environ["OLLAMA_HOST"] = "0.0.0.0:11434"\n',
      },
    ],
    good: [
      {
        title: 'this machine',
        code: 'import ray\nimport gradio as gr\n\nray.init(dashboard_host="127.0.0.1")\nwith gr.Blocks() as demo:\n    gr.Textbox()\ndemo.launch(server_name="127.0.0.1")\n',
      },
      {
        title: 'the default',
        code: 'import ray\nimport debugpy\n\nray.init()\ndebugpy.listen(("127.0.0.1", 5678))\ndebugpy.listen(5678)\n',
      },
      {
        title: 'with a password',
        code: 'import gradio as gr\n\nwith gr.Blocks() as demo:\n    gr.Textbox()\ndemo.launch(server_name="0.0.0.0", auth=check_user)\n',
      },
      {
        title: 'an API key',
        code: 'import subprocess\n\nsubprocess.run(["vllm", "serve", "acme/chat", "--host", "0.0.0.0", "--api-key", key])\n',
      },
      {
        title: 'commands for this machine',
        code: 'import subprocess\n\nsubprocess.run(["mlflow", "server", "--host", "127.0.0.1"])\nsubprocess.run(["tensorboard", "--logdir", "runs"])\n',
      },
    ],
  },
  needs: ['risky-call:exposed-service', 'risky-call:exposed-debugger', 'execution-sink:shell'],
  commandWords: EXPOSING_WORDS,
  triggers: () => ['server_name', 'OLLAMA_HOST', '--host', '--bind_all', '--dashboard-host', 'disable-token'],
  on: {
    api: {
      ...risky.api,
      'execution-sink': riskyCommandListener(EXPOSING_COMMANDS, ADVICE, EXPOSURE_REPAIRS),
    },
    command: riskyShellListener(EXPOSING_COMMANDS, ADVICE, EXPOSURE_REPAIRS),
    call: checkLaunch,
  },
};
