import type { Call, Expression } from '../../source/expression';
import { textMatches } from '../rule-support/document-words';
import type { Rule, RuleContext } from '../rule';

const LIMITS =
  /MAX_CONTENT_LENGTH|MAX_FORM|max_(?:file_?)?size|MAX_\w*(?:SIZE|BYTES)|content[-_]length|max_upload|file\.size|\.size\s*>|LimitUpload|body_limit/i;
const UPLOAD =
  /^(?:fastapi|starlette\.datastructures|fastapi\.datastructures|litestar\.datastructures)\.UploadFile\(\)\.read$/;

function check(call: Call, context: RuleContext): void {
  const { model } = context;
  const { callee } = call;
  if (callee.kind !== 'attribute' || callee.name !== 'read' || call.arguments.length > 0) return;
  const isUpload = call.names.some((name) => UPLOAD.test(name)) || isFlaskFile(callee.object, context);
  if (!isUpload || textMatches(LIMITS, model)) return;
  context.report({
    at: call,
    subject: 'upload',
    message: `\`${model.textAt(callee.range)}\` reads an upload of any size into memory. Set a limit for requests, or read a limited number of bytes.`,
  });
}

/** `request.files["image"]`, also through a variable. */
function isFlaskFile(object: Expression, { model }: RuleContext): boolean {
  const value = model.dereference(object);
  const files =
    value.kind === 'subscript'
      ? value.object
      : value.kind === 'call' && value.callee.kind === 'attribute' && value.callee.name === 'get'
        ? value.callee.object
        : undefined;
  return (
    files !== undefined &&
    model.qualifiedNames(files).some((name) => /^(?:flask|quart)\.request\.files$/.test(name))
  );
}

export const rule: Rule = {
  id: 'upload-size-unlimited',
  title: 'Upload of any size is read into memory',
  stages: ['model-serving', 'llm-operate', 'data-engineering'],
  risks: ['owasp-llm-2026:LLM06', 'owasp-llm-2025:LLM10'],
  cwe: ['CWE-770', 'CWE-400'],
  atlas: ['AML.T0029'],
  controls: ['C35', 'C34'],
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  tags: ['serving', 'guard-rails'],
  languages: ['python'],
  what: 'Finds uploads that are read whole in FastAPI, Starlette and Flask, in a file that names no limit.',
  why: 'One request with a file of many gigabytes fills the memory of the server that also holds the model. Images and archives grow further when they are opened.',
  fix: 'Set a limit before reading: `app.config["MAX_CONTENT_LENGTH"]` (Flask), the proxy’s body limit, or read in pieces and stop: `await file.read(LIMIT + 1)`.',
  references: [
    {
      title: 'Flask: MAX_CONTENT_LENGTH',
      url: 'https://flask.palletsprojects.com/en/stable/config/#MAX_CONTENT_LENGTH',
    },
    { title: 'CWE-770', url: 'https://cwe.mitre.org/data/definitions/770.html' },
  ],
  examples: {
    bad: [
      {
        title: 'FastAPI',
        code: 'from fastapi import FastAPI, UploadFile\n\napp = FastAPI()\n\n@app.post("/predict")\nasync def predict(file: UploadFile):\n    data = await file.read()\n    return run(data)\n',
      },
      {
        title: 'Flask',
        code: 'from flask import Flask, request\n\napp = Flask(__name__)\n\n@app.route("/predict", methods=["POST"])\ndef predict():\n    image = request.files["image"].read()\n    return run(image)\n',
      },
    ],
    good: [
      {
        title: 'a limit',
        code: 'from flask import Flask, request\n\napp = Flask(__name__)\napp.config["MAX_CONTENT_LENGTH"] = 10_000_000\n\n@app.route("/predict", methods=["POST"])\ndef predict():\n    return run(request.files["image"].read())\n',
      },
      {
        title: 'in pieces',
        code: 'from fastapi import FastAPI, UploadFile\n\napp = FastAPI()\n\n@app.post("/predict")\nasync def predict(file: UploadFile):\n    return run(await file.read(1_000_000))\n',
      },
      {
        title: 'a file of the program',
        code: 'with open("model.bin", "rb") as file:\n    data = file.read()\n',
      },
    ],
  },
  triggers: () => ['UploadFile', 'request.files'],
  on: { call: check },
};
