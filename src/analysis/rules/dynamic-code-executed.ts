import { literalEvalFix } from '../rule-support/literal-eval-fix';
import type { ApiOf } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import type { Rule, RuleContext } from '../rule';
import { calleeName } from '../rule-support/call-text';
import { isConstantText } from '../rule-support/constant-text';
import { filePath } from '../rule-support/file-path';
import { isFixedPath } from '../rule-support/fixed-path';
import { modelOutput } from '../rule-support/model-output';
import { outsiderText } from '../rule-support/outsider-text';
import { sinkInputs } from '../rule-support/sink-inputs';

const BUILT_IN = /^builtins\.(?:eval|exec)$/u;

/** What the other rules about executed text say nothing of: nobody knows where the text comes from. */
function check(call: Call, api: ApiOf<'execution-sink'>, context: RuleContext): void {
  if (api.sink !== 'code' || !call.names.every((name) => BUILT_IN.test(name))) return;
  const { model } = context;
  const callee = calleeName(call, model).replace(/^builtins\./u, '');
  for (const { expression } of sinkInputs(call, api, context)) {
    if (isConstantText(expression, model) || isOfFixedFile(expression, model)) continue;
    if (outsiderText(expression, callee, context) || modelOutput(expression, 'code', context)) continue;
    context.report({
      at: call,
      subject: callee,
      message: `\`${callee}\` runs a text that is not constant as code. Look names up in a dictionary, read values with ast.literal_eval or json.`,
      fixes: literalEvalFix(call, model),
    });
    return;
  }
}

/** `exec(open("version.py").read())`, also compiled first. */
function isOfFixedFile(expression: Expression, model: SourceModel): boolean {
  const target = model.dereference(expression);
  if (target.kind === 'call' && target.names.includes('builtins.compile')) {
    const source = target.argument({ position: 0, keyword: 'source' });
    return source.state === 'given' && isOfFixedFile(source.argument.value, model);
  }
  const path = filePath(expression, model);
  return path !== undefined && isFixedPath(path, model);
}

export const rule: Rule = {
  id: 'dynamic-code-executed',
  title: 'Text that is not constant is executed',
  stages: ['experimentation', 'model-serving', 'data-engineering'],
  risks: ['owasp-ml-2023:ML06', 'owasp-agentic-2026:ASI05'],
  cwe: ['CWE-95', 'CWE-94'],
  atlas: ['AML.T0050'],
  controls: ['C36'],
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  tags: ['code-execution', 'guard-rail'],
  languages: ['python'],
  what: 'Finds `eval` and `exec` of a text that is not constant and of which nothing more is known. Requests, downloads and answers of models are reported by `untrusted-code-executed` and `model-output-executed`; a fixed file of the project is not reported.',
  why: 'Research code likes `eval(args.optimizer)` and `eval(f"models.{name}")`. As soon as the value comes from a configuration, a dataset or a request, it runs whatever is in it.',
  fix: 'Use a dictionary of functions, `getattr` on one module with a list of allowed names, `ast.literal_eval` for values.',
  references: [
    { title: 'Python: ast.literal_eval', url: 'https://docs.python.org/3/library/ast.html#ast.literal_eval' },
    { title: 'CWE-95: Eval Injection', url: 'https://cwe.mitre.org/data/definitions/95.html' },
  ],
  examples: {
    bad: [
      { title: 'a name put into a text', code: 'def build(name):\n    return eval(f"models.{name}")()\n' },
      { title: 'a setting', code: 'value = eval(config["lambda"])\n' },
      { title: 'exec', code: 'def run(source):\n    exec(compile(source, "<cell>", "exec"), {})\n' },
    ],
    good: [
      { title: 'a constant', code: 'value = eval("1 + 1")\n' },
      {
        title: 'a file of the project',
        code: 'with open("version.py") as file:\n    exec(compile(file.read(), "version.py", "exec"))\n',
      },
      { title: 'literals', code: 'import ast\n\nvalue = ast.literal_eval(text)\n' },
      { title: 'evaluation mode of a model', code: 'model.eval()\nmodel.exec(text)\n' },
    ],
  },
  needs: ['execution-sink:code'],
  on: { api: { 'execution-sink': check } },
};
