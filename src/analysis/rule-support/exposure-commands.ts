import type { RiskyCommand } from './risky-command';

const WIDE = String.raw`["']?(?:0\.0\.0\.0|::|\*)`;

/** Words one of which stands in each of the commands below. */
export const EXPOSING_WORDS: readonly string[] = (
  '--host --server-name --dashboard-host --bind_all --disable-token --address --listen OLLAMA_HOST mlflow optuna aim ' +
  'label-studio langflow flowise phoenix guild chroma marimo bokeh panel'
).split(' ');

/** Commands that open a service of machine learning, which asks nobody who he is, to every interface. */
export const EXPOSING_COMMANDS: readonly RiskyCommand[] = [
  {
    pattern: new RegExp(
      String.raw`\bmlflow\s+(?:server|ui|models\s+serve)\b(?!.*--app-name)[^;&|]*\s(?:--host|-h)[= ]${WIDE}`,
    ),
    does: 'serves MLflow on every interface without a password',
  },
  {
    pattern: new RegExp(String.raw`\btensorboard\b[^;&|]*\s(?:--bind_all\b|--host[= ]${WIDE})`),
    does: 'serves TensorBoard on every interface without a password',
  },
  {
    pattern: new RegExp(String.raw`\bray\s+start\b[^;&|]*\s--dashboard-host[= ]${WIDE}`),
    does: 'opens the Ray dashboard, through which anybody can submit jobs, to every interface',
  },
  {
    pattern: /\btorchserve\b[^;&|]*\s--disable-token(?:-auth)?\b/,
    does: 'starts TorchServe without its token, so that anybody can load models',
  },
  {
    pattern: new RegExp(
      String.raw`(?:\bvllm(?:\s+serve|\.entrypoints\.\S+)|\bsglang(?:\.launch_server)?\b|\bllama_cpp\.server\b|\bllama-server\b|\btext-generation-launcher\b|\blmdeploy\s+serve\b)(?!.*(?:--api[-_]key|API_KEY))[^;&|]*\s(?:--host|--hostname|--server-name)[= ]${WIDE}`,
    ),
    does: 'serves a model on every interface without an API key',
  },
  {
    pattern: new RegExp(String.raw`\b(?:dask[- ]scheduler|dask[- ]worker)\b[^;&|]*\s--host[= ]${WIDE}`),
    does: 'opens a scheduler that runs the code it is sent to every interface',
  },
  {
    pattern: new RegExp(String.raw`\bOLLAMA_HOST=${WIDE}`),
    does: 'opens Ollama, which asks nobody for a key, to every interface',
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:optuna-dashboard|aim\s+(?:up|server)|label-studio\s+start|langflow\s+run|flowise\s+start|phoenix\s+serve|guild\s+view|chroma\s+run|marimo\s+(?:edit|run)\b(?=.*--no-token)|bokeh\s+serve|panel\s+serve)\b[^;&|]*\s(?:--host|--address|-h)[= ]${WIDE}`,
    ),
    does: 'serves it on every interface without a password',
  },
  {
    pattern: /\bdebugpy\b[^;&|]*\s--listen[= ]["']?0\.0\.0\.0/,
    does: 'lets anybody who connects run code',
  },
];

/** Commands that start a notebook server which anybody can use. */
export const NOTEBOOK_COMMANDS: readonly RiskyCommand[] = [
  {
    pattern:
      /\b(?:jupyter|start-(?:notebook|lab|singleuser)(?:\.sh|\.py)?)\b.*--(?:NotebookApp|ServerApp|IdentityProvider|LabApp)\.token(?:=|\s+)(?:''|""|["']{2}|$|\s)/s,
    does: 'starts a notebook server without a token',
  },
  {
    pattern:
      /\b(?:jupyter|start-(?:notebook|lab|singleuser)(?:\.sh|\.py)?)\b.*--(?:NotebookApp|ServerApp|PasswordIdentityProvider)\.(?:password|hashed_password)(?:=|\s+)(?:''|""|$|\s)/s,
    does: 'starts a notebook server without a password',
  },
  {
    pattern:
      /\b(?:jupyter|start-(?:notebook|lab|singleuser)(?:\.sh|\.py)?)\b.*--(?:NotebookApp|ServerApp)\.(?:disable_check_xsrf=True|allow_origin(?:_pat)?=["']?(?:\.?\*))/s,
    does: 'starts a notebook server that other web pages may use',
  },
  {
    pattern:
      /\b(?:jupyter|start-(?:notebook|lab|singleuser)(?:\.sh|\.py)?)\b(?=.*--allow-root)(?=.*--(?:ip|NotebookApp\.ip|ServerApp\.ip)[= ]["']?(?:0\.0\.0\.0|\*)).*/s,
    does: 'starts a notebook server as root on every interface',
  },
];
