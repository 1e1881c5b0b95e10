import type { Call } from '../../source/expression';
import { flowOptions } from '../rule-support/flow-options';
import { untrustedSource } from '../rule-support/untrusted-source';
import type { Rule, RuleContext } from '../rule';

const LEARNS = /^(?:fit|partial_fit|train_on_batch|learn_one|learn_many|fit_generator|update_model|retrain)$/;

function check(call: Call, context: RuleContext): void {
  const { callee } = call;
  if (callee.kind !== 'attribute' || !LEARNS.test(callee.name)) return;
  const { model } = context;
  const options = flowOptions('prompt', () => false, context);
  for (const { value } of call.arguments) {
    const values = value.kind === 'collection' ? value.elements : [value];
    const source = values
      .flatMap((one) => model.origins(one, options))
      .map((origin) => untrustedSource(origin, context))
      .find((one) => one?.confidence === 'certain');
    if (!source) continue;
    context.report({
      at: call,
      subject: callee.name,
      message: `\`${model.textAt(callee.range)}\` learns from ${source.origin} as it comes in, so that whoever sends it teaches the model. Store it, check it, and train in a step of its own.`,
    });
    return;
  }
}

export const rule: Rule = {
  id: 'training-on-user-input',
  title: 'Model learns from what users send, unchecked',
  stages: ['continuous-training', 'continuous-monitoring', 'data-engineering'],
  risks: ['owasp-ml-2023:ML02', 'owasp-ml-2023:ML08', 'owasp-llm-2026:LLM05', 'owasp-llm-2025:LLM04'],
  cwe: ['CWE-349', 'CWE-345'],
  atlas: ['AML.T0020'],
  controls: ['C17', 'C32'],
  severity: 'warning',
  preset: 'strict',
  since: '0.1.0',
  tags: ['data', 'poisoning'],
  languages: ['python'],
  what: 'Finds requests, messages and form fields that reach `fit`, `partial_fit`, `train_on_batch`, `learn_one` or the training data of a fine-tuning job without a check in between.',
  why: 'Whoever can send feedback teaches the model: a few hundred chosen samples are enough to move a filter or to plant a trigger. Chat bots were turned within a day this way.',
  fix: 'Store feedback first. Check it (who sent how much, how far is it from what is known), let a person look at a sample, and train in a separate step whose result has to pass the evaluation.',
  references: [
    { title: 'MITRE ATLAS: poison training data', url: 'https://atlas.mitre.org/techniques/AML.T0020' },
  ],
  examples: {
    bad: [
      {
        title: 'online learning',
        code: 'from flask import Flask, request\nfrom sklearn.linear_model import SGDClassifier\n\napp = Flask(__name__)\nmodel = SGDClassifier()\n\n@app.route("/feedback", methods=["POST"])\ndef feedback():\n    data = request.get_json()\n    model.partial_fit([data["features"]], [data["label"]])\n    return "ok"\n',
      },
      {
        title: 'a route of FastAPI',
        code: 'from fastapi import FastAPI\nfrom river import linear_model\n\napp = FastAPI()\nmodel = linear_model.LogisticRegression()\n\n@app.post("/learn")\ndef learn(features: dict, label: str):\n    model.learn_one(features, label)\n',
      },
    ],
    good: [
      {
        title: 'stored first',
        code: 'from flask import Flask, request\n\napp = Flask(__name__)\n\n@app.route("/feedback", methods=["POST"])\ndef feedback():\n    store.append(request.get_json())\n    return "ok"\n',
      },
      {
        title: 'data of the program',
        code: 'from sklearn.linear_model import SGDClassifier\n\nmodel = SGDClassifier()\nmodel.fit(X_train, y_train)\n',
      },
      {
        title: 'checked',
        code: 'from flask import Flask, request\n\napp = Flask(__name__)\n\n@app.route("/feedback", methods=["POST"])\ndef feedback():\n    data = validate(request.get_json())\n    model.partial_fit([data["features"]], [data["label"]])\n    return "ok"\n',
      },
      {
        title: 'a prediction',
        code: 'from flask import Flask, request\n\napp = Flask(__name__)\n\n@app.route("/predict", methods=["POST"])\ndef predict():\n    return model.predict([request.get_json()["features"]])\n',
      },
    ],
  },
  triggers: () => [
    'partial_fit',
    'train_on_batch',
    'learn_one',
    'learn_many',
    'retrain',
    ['.fit(', 'request'],
    ['.fit(', 'fastapi'],
  ],
  on: { call: check },
};
