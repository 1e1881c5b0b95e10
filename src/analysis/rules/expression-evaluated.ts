import type { ApiArgument } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import type { Rule, RuleContext } from '../rule';
import { calleeName } from '../rule-support/call-text';
import { isConstantText } from '../rule-support/constant-text';
import { findArgument } from '../rule-support/find-argument';
import { isTestedForMembership } from '../rule-support/membership-test';
import { modelOutput } from '../rule-support/model-output';
import { outsiderText } from '../rule-support/outsider-text';

const FRAMES = new Set(['pandas', 'geopandas', 'modin', 'dask', 'cudf', 'xarray']);

/** How frames are called, where their making cannot be seen. */
const FRAME_NAME =
  /^_?(?:df\d*|d_?f|df_\w+|\w+_df\d*|data_?frame|frame|\w+_frame|[a-z]\w*DataFrame|[a-z]\w*Df)$/u;

const EXPRESSION: ApiArgument = { keyword: 'expr', position: 0 };

/** `df.query(text)`, `df.eval(text)` */
function checkFrame(call: Call, context: RuleContext): void {
  const { callee } = call;
  if (callee.kind !== 'attribute' || (callee.name !== 'query' && callee.name !== 'eval')) return;
  if (!isFrame(call, callee.object, context.model)) return;
  checkText(call, EXPRESSION, context);
}

function isFrame(call: Call, receiver: Expression, model: SourceModel): boolean {
  const isMethodOf = (name: string): boolean =>
    FRAMES.has(name.split('.', 1)[0] ?? '') && name.includes('()');
  if (call.names.length > 0) return call.names.every(isMethodOf);
  const name = baseName(receiver);
  return (
    name !== undefined &&
    FRAME_NAME.test(name) &&
    model.imports.some(({ module }) => FRAMES.has(module.split('.', 1)[0] ?? ''))
  );
}

/** `df` of `df.loc[rows].dropna()`; `df` of `self.df`. */
function baseName(expression: Expression): string | undefined {
  switch (expression.kind) {
    case 'name':
      return expression.name;
    case 'attribute':
      return expression.object.kind === 'name' && expression.object.name === 'self'
        ? expression.name
        : (baseName(expression.object) ?? expression.name);
    case 'subscript':
      return baseName(expression.object);
    case 'call':
      return expression.callee.kind === 'attribute' ? baseName(expression.callee.object) : undefined;
    default:
      return undefined;
  }
}

function checkText(call: Call, input: ApiArgument, context: RuleContext): void {
  const { apis, model } = context;
  const found = findArgument(call, input, model);
  if (found.state !== 'given' || isNoText(found.value, model)) return;
  const text = found.value;
  if (isConstantText(text, model) || holdsNumbersOnly(text, model)) return;
  // A model's answer is reported where it is run as code.
  const isCode = apis.ofKind('execution-sink', call, model).some(({ sink }) => sink === 'code');
  const output = modelOutput(text, 'code', context);
  if (output && isCode) return;
  const subject = calleeName(call, model);
  const outsider = outsiderText(text, subject, context);
  if (!outsider && !output && mayBeNoText(subject, text, model)) return;
  const isSure =
    (outsider?.confidence === 'certain' || output?.confidence === 'certain') &&
    !isTestedForMembership(text, model);
  const who = outsider ? outsider.origin : output ? `what ${output.written}` : undefined;
  context.report({
    at: call,
    subject,
    message:
      who === undefined
        ? `\`${subject}\` evaluates a text that is put together here, and such expressions can call Python functions. Compare columns directly, or build the text from fixed parts only.`
        : `\`${subject}\` evaluates ${output ? who : `text from ${who}`} as an expression, which can call Python functions. Compare columns directly, or let the sender choose among fixed expressions.`,
    ...(isSure ? { severity: 'error' as const } : { confidence: 'probable' as const }),
    ...(outsider ? { path: outsider.path } : {}),
  });
}

/** Functions that take numbers, lists and expressions as well, and are mostly given those. */
const TAKES_ALL = /^sympy\.(?:.*\.)?(?:sympify|S)$/u;
/** How what was read as a text is called. */
const TEXT_NAME = /(?:^|_)(?:text|str|string|formula|equation|line|input|raw|source)s?$/iu;

function mayBeNoText(callee: string, value: Expression, model: SourceModel): boolean {
  if (!TAKES_ALL.test(callee)) return false;
  const isNamedText = (value.kind === 'name' || value.kind === 'attribute') && TEXT_NAME.test(value.name);
  return !isNamedText && model.stringParts(value) === undefined;
}

/** `f"age > {limit:.2f}"`: what is formatted as a number cannot be anything else. */
function holdsNumbersOnly(text: Expression, model: SourceModel): boolean {
  const holes = model.stringParts(text)?.flatMap((part) => (part.kind === 'hole' ? [part] : [])) ?? [];
  return (
    holes.length > 0 &&
    holes.every(
      ({ range, expression }) =>
        /:[^:}'"]*[bdeEfFgGnxX%]\}$/u.test(model.textAt(range)) || isNoText(expression, model),
    )
  );
}

/** Numbers, lists and functions are no text to be evaluated; what a conversion to a number gives is none either. */
function isNoText(value: Expression, model: SourceModel): boolean {
  const target = model.dereference(value);
  if (target.kind === 'call')
    return target.names.some((name) => /^builtins\.(?:int|float|bool|len|round)$/u.test(name));
  return ['number', 'constant', 'collection', 'dict', 'lambda'].includes(target.kind);
}

export const rule: Rule = {
  id: 'expression-evaluated',
  title: 'Text is evaluated as an expression',
  stages: ['data-engineering', 'experimentation', 'model-serving', 'llm-develop-experiment'],
  risks: ['owasp-llm-2026:LLM10', 'owasp-llm-2025:LLM05', 'owasp-ml-2023:ML01'],
  cwe: ['CWE-95', 'CWE-94'],
  atlas: ['AML.T0050'],
  controls: ['C36', 'C16'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['pandas', 'data'],
  languages: ['python'],
  what:
    'Finds `DataFrame.query` and `eval`, `pandas.eval`, `numexpr.evaluate`, `sympy.sympify` and `parse_expr` with a text that is not constant. ' +
    'It is an error where a request or a model gives the text, information otherwise. Constant expressions, also with `@variables`, are fine.',
  why: 'These small languages lead back to Python: attributes of objects in reach, functions through `@`, for sympy the built-in `eval`. A filter that a user types can then run code, and what was meant as a column name closes the expression and opens another.',
  fix: 'Compare columns directly (`df[df["age"] > limit]`), or keep the expression constant and pass values as `@limit`. Where users choose, let them choose among fixed expressions.',
  references: [
    {
      title: 'pandas: DataFrame.query',
      url: 'https://pandas.pydata.org/docs/reference/api/pandas.DataFrame.query.html',
    },
    {
      title: 'SymPy: sympify',
      url: 'https://docs.sympy.org/latest/modules/core.html#sympy.core.sympify.sympify',
    },
    { title: 'CWE-95: Eval Injection', url: 'https://cwe.mitre.org/data/definitions/95.html' },
  ],
  examples: {
    bad: [
      {
        title: 'a filter as a parameter (information)',
        code: 'import pandas as pd\n\ndef select(path, condition):\n    return pd.read_csv(path).query(condition)\n',
      },
      {
        title: 'an f-string',
        code: 'import pandas as pd\n\ndef select(df, column, value):\n    return df.query(f"{column} == {value!r}")\n',
      },
      {
        title: 'eval of a frame',
        code: 'import pandas as pd\n\ndef add(df: pd.DataFrame, formula: str):\n    return df.eval(formula)\n',
      },
      { title: 'pandas.eval', code: 'import pandas as pd\n\nresult = pd.eval(formula)\n' },
      { title: 'numexpr', code: 'import numexpr as ne\n\nresult = ne.evaluate(formula)\n' },
      {
        title: 'a text put together for sympy',
        code: 'import sympy\n\ndef area(width, height):\n    return sympy.sympify(f"{width} * {height}")\n',
      },
      {
        title: 'sympy',
        code: 'from sympy import sympify\nfrom sympy.parsing.sympy_parser import parse_expr\n\na = sympify(text)\nb = parse_expr(text)\n',
        findings: 2,
      },
      {
        title: 'a filter from a request',
        code: 'import pandas as pd\nfrom flask import Flask, request\n\napp = Flask(__name__)\nframe = pd.read_parquet("data.parquet")\n\n@app.get("/rows")\ndef rows():\n    return frame.query(request.args["where"]).to_json()\n',
      },
    ],
    good: [
      {
        title: 'a constant with a variable',
        code: 'import pandas as pd\n\ndef adults(df, limit):\n    return df.query("age > @limit")\n',
      },
      {
        title: 'a constant assignment',
        code: 'import pandas as pd\n\ndf = pd.DataFrame(rows)\ndf.eval("total = price * count", inplace=True)\n',
      },
      {
        title: 'constants of the module',
        code: 'import pandas as pd\n\nADULT = "age >= 18"\nframe = pd.read_csv(path).query(ADULT)\n',
      },
      { title: 'evaluation mode of a model', code: 'import pandas as pd\n\nmodel.eval()\ndf_model.eval()\n' },
      {
        title: 'a database',
        code: 'import pandas as pd\n\nrows = client.query(sql)\nusers = session.query(User).all()\nhits = index.query(vector, top_k=3)\n',
      },
      {
        title: 'a vector store',
        code: 'import chromadb\nimport pandas as pd\n\nfound = chromadb.Client().get_collection("docs").query(query_texts=[text])\n',
      },
      {
        title: 'expressions and sizes for sympy',
        code: 'import sympy\n\ndef divide(base: sympy.Expr, divisor):\n    return sympy.sympify(base) / sympy.sympify(divisor), [sympy.S(size) for size in base.shape]\n',
        seen: 'torch 2.14.1, torch/utils/_sympy/functions.py',
      },
      {
        title: 'numbers for sympy',
        code: 'import sympy\n\nx = sympy.sympify(2)\ny = sympy.S(float(text))\nz = sympy.Symbol(name)\n',
      },
      {
        title: 'a literal',
        code: 'import ast\nimport pandas as pd\n\nvalue = ast.literal_eval(text)\nconstant = pd.eval("1 + 1")\n',
      },
    ],
  },
  needs: ['risky-call:expression-text'],
  triggers: () => ['df.query(', 'df.eval(', ['pandas', '.query('], ['pandas', '.eval(']],
  on: {
    api: {
      'risky-call': (call, api, context) => {
        if (api.topic === 'expression-text' && api.input) checkText(call, api.input, context);
      },
    },
    call: checkFrame,
  },
};
