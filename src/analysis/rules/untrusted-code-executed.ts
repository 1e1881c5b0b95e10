import { literalEvalFix } from '../rule-support/literal-eval-fix';
import type { ApiOf } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { Rule, RuleContext } from '../rule';
import { calleeName } from '../rule-support/call-text';
import { mayAskModel } from '../rule-support/may-ask-model';
import { isTestedForMembership } from '../rule-support/membership-test';
import { modelOutput } from '../rule-support/model-output';
import { type OutsiderText, outsiderText } from '../rule-support/outsider-text';
import { sinkInputs } from '../rule-support/sink-inputs';
import { isPromptTemplate } from '../rule-support/template-variables';

/** Small languages for formulas: `expression-evaluated` tells of them. */
const FORMULAS = /^(?:pandas|geopandas|numexpr|sympy|xarray|cudf|modin)\./u;

function check(call: Call, api: ApiOf<'execution-sink'>, context: RuleContext): void {
  if (api.sink !== 'code' && api.sink !== 'template') return;
  // In a program that asks a model, `untrusted-prompt-template` tells of templates.
  if (api.sink === 'template' && (isPromptTemplate(call) || mayAskModel(context))) return;
  const { model } = context;
  const callee = calleeName(call, model).replace(/^builtins\./u, '');
  if (FORMULAS.test(callee)) return;
  for (const { expression, confidence } of sinkInputs(call, api, context)) {
    const outsider = outsiderText(expression, callee, context);
    if (!outsider || (api.sink === 'code' && isModels(expression, context))) continue;
    if (isOfOperator(outsider) && !EVALUATORS.has(callee)) continue;
    const isSure =
      confidence === 'certain' &&
      outsider.confidence === 'certain' &&
      !isTestedForMembership(expression, model);
    context.report({
      at: call,
      subject: callee,
      message: api.sink === 'template' ? templateMessage(callee, outsider) : messageOf(callee, outsider),
      confidence: isSure ? 'certain' : 'probable',
      path: outsider.path,
      fixes: api.sink === 'template' ? [] : literalEvalFix(call, model),
    });
    return;
  }
}

/** A module or script that is named on the command line is what the program is there to run. */
const EVALUATORS = new Set(['eval', 'exec']);

function isOfOperator({ origin }: OutsiderText): boolean {
  return origin === 'the command line' || origin === 'terminal input';
}

/** Models have a rule of their own, which says more. */
function isModels(expression: Expression, context: RuleContext): boolean {
  return modelOutput(expression, 'code', context) !== undefined;
}

function messageOf(callee: string, { origin }: OutsiderText): string {
  if (origin === 'a web page') {
    return `\`${callee}\` runs code that was just downloaded, so whoever controls the address controls this program. Ship the code with the program, or compare its hash with a fixed one first.`;
  }
  return `\`${callee}\` runs text from ${origin} as code. Parse it as data (json, ast.literal_eval), or let the sender choose among fixed functions.`;
}

function templateMessage(callee: string, { origin }: OutsiderText): string {
  return `\`${callee}\` compiles text from ${origin} as a template, whose expressions then run on the server. Keep the template fixed and give the text to it as a value.`;
}

export const rule: Rule = {
  id: 'untrusted-code-executed',
  title: 'Code from outside is executed',
  stages: ['model-serving', 'experimentation', 'llm-develop-experiment', 'data-engineering'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03', 'owasp-agentic-2026:ASI05'],
  cwe: ['CWE-95', 'CWE-94', 'CWE-494', 'CWE-1336'],
  atlas: ['AML.T0011.001', 'AML.T0050'],
  controls: ['C36', 'C12'],
  severity: 'error',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['code-execution', 'downloads'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds `eval`, `exec`, dynamic imports, `runpy` and interpreters that are given a download (`exec(requests.get(url).text)`) or what a request, form or message holds; also templates (Jinja, Mako, Django) whose source is such text. Text of the command line is information. Answers of models have rules of their own.',
  why: 'The code runs with the rights of this program. A download changes when its owner, or somebody on the way, wants it to; a request is written by whoever reaches the server.',
  fix: 'Install code as a package with a pinned hash. Read values with `json.loads` or `ast.literal_eval`. Where a name chooses what happens, look it up in a dictionary of functions.',
  references: [
    { title: 'Python: ast.literal_eval', url: 'https://docs.python.org/3/library/ast.html#ast.literal_eval' },
    {
      title: 'CWE-494: Download of Code Without Integrity Check',
      url: 'https://cwe.mitre.org/data/definitions/494.html',
    },
    { title: 'CWE-95: Eval Injection', url: 'https://cwe.mitre.org/data/definitions/95.html' },
  ],
  examples: {
    bad: [
      { title: 'a download', code: 'import requests\n\nexec(requests.get(url).text)\n' },
      {
        title: 'a download, compiled first',
        code: 'from urllib.request import urlopen\n\nsource = urlopen("https://example.com/setup.py").read()\nexec(compile(source, "setup.py", "exec"))\n',
      },
      {
        title: 'a formula of a request',
        code: 'from flask import Flask, request\n\napp = Flask(__name__)\n\n@app.get("/calculate")\ndef calculate():\n    return str(eval(request.args.get("formula")))\n',
      },
      {
        title: 'a module that a request names',
        code: 'import importlib\nfrom fastapi import FastAPI\n\napp = FastAPI()\n\n@app.post("/run/{plugin}")\ndef run(plugin: str):\n    return importlib.import_module(f"plugins.{plugin}").run()\n',
      },
      {
        title: 'templates that a request writes',
        code: 'from flask import Flask, request, render_template_string\nfrom jinja2 import Environment, Template\n\napp = Flask(__name__)\nenv = Environment()\n\n@app.route("/a")\ndef a():\n    return Template(request.args["t"]).render()\n\n@app.route("/b")\ndef b():\n    return env.from_string(request.form.get("t")).render(x=1)\n\n@app.route("/c")\ndef c():\n    return render_template_string("Hello " + request.args["n"])\n',
        findings: 3,
      },
      {
        title: 'the command line (information)',
        code: 'import sys\n\nprint(eval(sys.argv[1]))\n',
      },
    ],
    good: [
      {
        title: 'data',
        code: 'import ast\nimport requests\n\nvalue = ast.literal_eval(requests.get(url).text)\nother = requests.get(url).json()\n',
      },
      {
        title: 'a number',
        code: 'from flask import Flask, request\n\napp = Flask(__name__)\n\n@app.get("/double")\ndef double():\n    return str(eval(f"{int(request.args[\'n\'])} * 2"))\n',
      },
      {
        title: 'code of the project',
        code: 'about = {}\nwith open("package/version.py") as file:\n    exec(file.read(), about)\n',
      },
      {
        title: 'a function chosen by name',
        code: 'from flask import Flask, request\n\napp = Flask(__name__)\nOPERATIONS = {"add": add, "sub": sub}\n\n@app.get("/run")\ndef run():\n    return OPERATIONS[request.args["op"]](1, 2)\n',
      },
      {
        title: 'values for a fixed template',
        code: 'from flask import Flask, request, render_template_string\nfrom jinja2 import Template\nfrom jinja2.sandbox import SandboxedEnvironment\n\napp = Flask(__name__)\n\n@app.route("/d")\ndef d():\n    return render_template_string("Hello {{ n }}", n=request.args["n"])\n\n@app.route("/e")\ndef e():\n    return SandboxedEnvironment().from_string(request.args["t"]).render()\n\n@app.route("/f")\ndef f():\n    return Template("Hi {{ x }}").render(x=request.args["t"])\n',
      },
      {
        title: 'a module named on the command line',
        code: 'import importlib\nimport sys\n\nmodule = importlib.import_module(sys.argv[1])\n',
        seen: 'CPython: inspect.py, pydoc.py',
      },
      {
        title: 'evaluation mode',
        code: 'import requests\n\nmodel.eval()\nre_compiled = engine.exec(requests.get(url).text)\n',
      },
    ],
  },
  needs: ['execution-sink:code', 'execution-sink:template'],
  wantsSource: true,
  on: { api: { 'execution-sink': check } },
};
