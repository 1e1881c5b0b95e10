import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import { calleeName } from '../rule-support/call-text';
import { dataSource } from '../rule-support/data-source';
import { deserializationFixes } from '../rule-support/deserialization-fixes';
import { isCertain, unsafeReason } from '../rule-support/deserialization-verdict';
import { outsiderReport } from '../rule-support/outsider-report';
import type { Rule, RuleContext } from '../rule';

function check(call: Call, api: ApiOf<'deserialization'>, context: RuleContext): void {
  if (api.format !== 'keras') return;
  const reason = unsafeReason(call, api, context);
  if (!reason) return;
  const subject = calleeName(call, context.model);
  const source = dataSource(call, api, context);
  context.report({
    at: call,
    subject,
    message:
      reason.kind === 'always'
        ? `${subject} switches safe mode off for every model this process loads, so a Lambda layer in any of them runs its code. Load the one trusted model with custom_objects instead.`
        : `${subject} with safe_mode=False runs the Python code of Lambda layers stored in the model. Leave safe mode on and pass your own layers as custom_objects.`,
    ...outsiderReport(subject, call, api, source, 'Leave safe mode on.', context),
    fixes: deserializationFixes(call, api, context.model),
    ...(source === 'network' ? { severity: 'error' as const } : {}),
    ...(call.nameConfidence === 'probable' || !isCertain(reason) ? { confidence: 'probable' as const } : {}),
  });
}

export const rule: Rule = {
  id: 'keras-unsafe-load',
  title: 'Keras safe mode is off',
  stages: ['experimentation', 'model-serving', 'continuous-training'],
  risks: ['owasp-ml-2023:ML06', 'owasp-ml-2023:ML10', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-502', 'CWE-94'],
  atlas: ['AML.T0011.000', 'AML.T0010.003', 'AML.T0018.002'],
  controls: ['C07', 'C06', 'C08'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['deserialization', 'model-files', 'keras'],
  languages: ['python'],
  what: 'Finds Keras and tf.keras loaders with `safe_mode=False` and calls of `keras.config.enable_unsafe_deserialization()`. Loading with safe mode on is not reported, whatever the file.',
  why: 'A Lambda layer is stored as Python bytecode inside the model file. With safe mode off, Keras rebuilds and runs it, so the author of the file runs code in your process.',
  fix:
    'Remove `safe_mode=False`. Replace Lambda layers by registered layers (`@keras.saving.register_keras_serializable()`) and pass them through `custom_objects`. ' +
    'Prefer the `.keras` format: safe mode has no effect on legacy `.h5` files, which deserve a scan before they are loaded.',
  references: [
    {
      title: 'Keras: saving and loading',
      url: 'https://keras.io/api/models/model_saving_apis/model_saving_and_loading/',
    },
    { title: 'Keras: configuration', url: 'https://keras.io/api/utils/config_utils/' },
  ],
  examples: {
    bad: [
      {
        title: 'Keras 3',
        code: 'import keras\n\nmodel = keras.models.load_model("model.keras", safe_mode=False)\n',
      },
      {
        title: 'tf.keras',
        code: 'import tensorflow as tf\n\nmodel = tf.keras.models.load_model(path, safe_mode=False)\n',
      },
      {
        title: 'imported by name, custom objects given',
        code: 'from tensorflow.keras.models import load_model\n\nmodel = load_model(\n    path,\n    custom_objects={"Attention": Attention},\n    safe_mode=False,\n)\n',
      },
      {
        title: 'off for the whole process',
        code: 'import keras\n\nkeras.config.enable_unsafe_deserialization()\n',
      },
      {
        title: 'a constant',
        code: 'from keras.saving import load_model\n\nSAFE_MODE = False\nmodel = load_model(path, safe_mode=SAFE_MODE)\n',
      },
    ],
    good: [
      { title: 'the default', code: 'import keras\n\nmodel = keras.models.load_model("model.keras")\n' },
      {
        title: 'switched on',
        code: 'import tensorflow as tf\n\nmodel = tf.keras.models.load_model(path, safe_mode=True)\n',
      },
      {
        title: 'the caller decides',
        code: 'import keras\n\ndef load(path, safe_mode):\n    return keras.saving.load_model(path, safe_mode=safe_mode)\n',
      },
      { title: 'weights only', code: 'import keras\n\nmodel.load_weights("model.weights.h5")\n' },
      {
        title: 'a SavedModel',
        code: 'import tensorflow as tf\n\nmodel = tf.saved_model.load("exported/1")\n',
      },
      {
        title: 'safe mode of something else',
        code: 'from mypackage import load_model\n\nload_model(path, safe_mode=False)\n',
      },
    ],
  },
  needs: ['deserialization'],
  on: { api: { deserialization: check } },
};
