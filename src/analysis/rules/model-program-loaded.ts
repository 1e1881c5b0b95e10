import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import type { Rule, RuleContext } from '../rule';
import { calleeName } from '../rule-support/call-text';
import { dataSource } from '../rule-support/data-source';
import { unsafeReason } from '../rule-support/deserialization-verdict';
import { isInputOfInterest } from '../rule-support/input-text';
import { outsiderData } from '../rule-support/outsider-data';

const FORMATS: ReadonlySet<string> = new Set(['torchscript', 'tensorflow']);

function check(call: Call, api: ApiOf<'deserialization'>, context: RuleContext): void {
  if (!FORMATS.has(api.format) || !isInputOfInterest(call, api, context.model)) return;
  if (!unsafeReason(call, api, context)) return;
  const source = dataSource(call, api, context);
  if (source === 'memory') return;
  const subject = calleeName(call, context.model);
  const outsider = source === 'network' ? outsiderData(call, api, context) : undefined;
  const isOutsiders = outsider !== undefined && outsider.origin !== 'a web page';
  const from = isOutsiders ? ` from ${outsider.origin}` : ' that came over the network';
  const advice = api.instead
    ? `Use ${api.instead}.`
    : 'Load only a model whose hash or signature you have checked.';
  context.report({
    at: call,
    subject,
    message: `${subject} loads a model${source === 'network' ? from : ''} that is itself a program: its operations can read and write files, and parts of it run as code. ${advice}`,
    ...(outsider ? { path: outsider.path } : {}),
    ...(source === 'network' ? { severity: isOutsiders ? ('error' as const) : ('warning' as const) } : {}),
    ...(source === 'network' ? {} : { confidence: 'probable' as const }),
  });
}

export const rule: Rule = {
  id: 'model-program-loaded',
  title: 'Model format that is a program',
  stages: ['model-serving', 'experimentation', 'continuous-training'],
  risks: ['owasp-ml-2023:ML06', 'owasp-ml-2023:ML10', 'owasp-llm-2025:LLM03', 'owasp-llm-2026:LLM04'],
  cwe: ['CWE-502', 'CWE-829'],
  atlas: ['AML.T0011.000', 'AML.T0010.003'],
  controls: ['C06', 'C07', 'C26'],
  severity: 'info',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['deserialization', 'model-files', 'pytorch', 'tensorflow', 'mlflow'],
  languages: ['python'],
  what:
    'Finds loaders of TorchScript, of TensorFlow SavedModels and meta graphs, of Keras models in the legacy `.h5` format, of TensorRT engines, and MLflow models by path – as information; as a warning when the file is downloaded, as an error when a user sends it. ' +
    'MLflow models of a registry (`models:/…`) or a run (`runs:/…`) are left to `model-unpinned`.',
  why: 'Weights are data; these formats are more. A SavedModel may hold operations that read and write files, TorchScript is compiled and run, a legacy Keras file stores Lambda layers as bytecode whatever `safe_mode` says, an MLflow model is a pickle with its own loader.',
  fix: 'Prefer weights as safetensors with the architecture in your own code, or ONNX. Where the format has to stay, check a hash or signature first and load the model in a process that can do little.',
  references: [
    {
      title: 'TensorFlow: security',
      url: 'https://github.com/tensorflow/tensorflow/blob/master/SECURITY.md',
    },
    { title: 'PyTorch: security', url: 'https://github.com/pytorch/pytorch/blob/main/SECURITY.md' },
    { title: 'MLflow: models', url: 'https://mlflow.org/docs/latest/ml/model/' },
  ],
  examples: {
    bad: [
      { title: 'TorchScript', code: 'import torch\n\nmodel = torch.jit.load(path, map_location="cpu")\n' },
      { title: 'a SavedModel', code: 'import tensorflow as tf\n\nmodel = tf.saved_model.load(folder)\n' },
      {
        title: 'a legacy Keras file',
        code: 'from tensorflow.keras.models import load_model\n\nmodel = load_model("model.h5")\n',
      },
      {
        title: 'a model described in YAML',
        code: 'from keras.models import model_from_yaml\n\nmodel = model_from_yaml(text)\n',
      },
      { title: 'MLflow, a path', code: 'import mlflow\n\nmodel = mlflow.pyfunc.load_model(uri)\n' },
      {
        title: 'an uploaded model',
        code: 'import io\nimport torch\nfrom fastapi import FastAPI, UploadFile\n\napp = FastAPI()\n\n@app.post("/model")\nasync def model(file: UploadFile):\n    return torch.jit.load(io.BytesIO(await file.read()))\n',
      },
    ],
    good: [
      { title: 'a Keras file', code: 'import keras\n\nmodel = keras.models.load_model("model.keras")\n' },
      { title: 'weights', code: 'import keras\n\nmodel.load_weights("model.weights.h5")\n' },
      {
        title: 'MLflow, a registry',
        code: 'import mlflow\n\nmodel = mlflow.pyfunc.load_model(f"models:/ranker/{version}")\n',
      },
      {
        title: 'a copy through a buffer',
        code: 'import io\nimport torch\n\nbuffer = io.BytesIO()\ntorch.jit.save(module, buffer)\nbuffer.seek(0)\nclone = torch.jit.load(buffer)\n',
      },
      {
        title: 'scripting and saving',
        code: 'import torch\n\nscripted = torch.jit.script(model)\ntorch.jit.save(scripted, path)\n',
      },
    ],
  },
  needs: ['deserialization'],
  on: { api: { deserialization: check } },
};
