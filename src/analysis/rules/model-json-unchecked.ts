import type { Call, Expression } from '../../source/expression';
import type { Origin, SourceModel } from '../../source/model';
import type { TextRange } from '../../source/range';
import type { Rule, RuleContext } from '../rule';
import { isScript } from '../rule-support/language';
import { mayAskModel } from '../rule-support/may-ask-model';
import { modelOutput } from '../rule-support/model-output';
import { pathSteps } from '../rule-support/path-steps';
import { UNNAMED_MODEL_WORDS } from '../rule-support/unnamed-model-call';

const ASK =
  'import json\nfrom openai import OpenAI\n\nclient = OpenAI()\n\ndef ask(question):\n    return client.responses.create(model="gpt-4o", input=question).output_text\n\n';

const READERS =
  /^(?:json|orjson|ujson|simplejson|json5|json_repair)\.loads$|^globals\.JSON\.parse$|^json5\.(?:default\.)?parse$/u;

/** What a program that checks what it read calls something by. */
const CHECKS =
  /\bjsonschema\b|\bvalidate\(|model_validate|TypeAdapter|parse_obj|parse_raw|\bcattrs?\b|marshmallow|\bvoluptuous\b|fastjsonschema|msgspec|response_schema|json_schema|response_model|response_format\s*=\s*[A-Z]|\bz\.(?:object|array|union)\(|\.safeParse\(|\b[aA]jv\b|valibot|\byup\b|superstruct|typebox|responseSchema|responseJsonSchema|zod(?:Response|Text)Format/u;

const ENVELOPE = /^(?:read\(\)|body|Body|bytes|iter_lines\(\)|model_dump_json\(\)|to_json\(\)|to_dict\(\))$/u;

export const rule: Rule = {
  id: 'model-json-unchecked',
  title: 'JSON of a model used without a check',
  stages: ['llm-develop-experiment', 'llm-operate'],
  risks: ['owasp-llm-2026:LLM10', 'owasp-llm-2025:LLM05'],
  cwe: ['CWE-20', 'CWE-1426'],
  atlas: [],
  controls: ['C36'],
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  tags: ['llm', 'model-output', 'guard-rail'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds `json.loads` of a model’s answer whose fields are used at once: no schema is checked in the file, and nothing catches an answer that is no JSON.',
  why: 'A model leaves fields out, adds others, writes a sentence in front, or gives a list where a number was meant. What then happens is decided by the first line that trips over it, or by none.',
  fix: 'Give the provider a schema (structured output), read the answer into a class (`Model.model_validate_json(text)`), and say what happens when that fails.',
  references: [
    {
      title: 'Pydantic: validating JSON',
      url: 'https://docs.pydantic.dev/latest/concepts/json/',
    },
    {
      title: 'OpenAI: structured outputs',
      url: 'https://platform.openai.com/docs/guides/structured-outputs',
    },
  ],
  examples: {
    bad: [
      {
        title: 'field of an answer',
        code: `${ASK}data = json.loads(ask("Prices as JSON"))\nprint(data["total"])\n`,
      },
      { title: 'field at once', code: `${ASK}total = json.loads(ask("Prices as JSON"))["total"]\n` },
      {
        title: 'handed on as arguments',
        code: `${ASK}data = json.loads(ask("Prices as JSON"))\npay(**data)\n`,
      },
    ],
    good: [
      {
        title: 'failure caught',
        code: `${ASK}try:\n    data = json.loads(ask("Prices as JSON"))\n    print(data["total"])\nexcept (json.JSONDecodeError, KeyError):\n    print("no prices")\n`,
      },
      {
        title: 'read into a class',
        code: `from pydantic import BaseModel\n${ASK}class Prices(BaseModel):\n    total: float\n\ndata = Prices.model_validate(json.loads(ask("Prices as JSON")))\nprint(data.total)\n`,
      },
      { title: 'only shown', code: `${ASK}data = json.loads(ask("Prices as JSON"))\nprint(data)\n` },
      {
        title: 'body of a response',
        code: 'import json\nimport boto3\n\nclient = boto3.client("bedrock-runtime")\nreply = client.invoke_model(modelId="m", body=body)\ndata = json.loads(reply["body"].read())\nprint(data["completion"])\n',
        seen: 'langchain_community: llms/bedrock.py',
      },
      {
        title: 'another file',
        code: `${ASK}print(ask("Hello"))\nsettings = json.loads(open("settings.json").read())\nprint(settings["name"])\n`,
      },
    ],
  },
  needs: ['llm-call'],
  triggers: () => UNNAMED_MODEL_WORDS,
  on: {
    call: (call, context) => {
      if (!call.names.some((name) => READERS.test(name)) || !mayAskModel(context)) return;
      const { model } = context;
      if (!isUsed(call, model) || isInTry(call, model) || model.ask(CHECKS_SOMETHING)) return;
      reportUnchecked(call, context);
    },
  },
};

const CHECKS_SOMETHING = {
  id: 'checks JSON',
  ask: ({ text }: SourceModel): boolean => CHECKS.test(text),
};

function reportUnchecked(call: Call, context: RuleContext): void {
  const input = call.argument({ position: 0 });
  if (input.state !== 'given') return;
  const output = modelOutput(input.argument.value, 'log', context);
  if (!output || output.confidence !== 'certain' || output.origin.parameter) return;
  if (isEnvelope(output.origin) || isOwnJson(input.argument.value, context)) return;
  context.report({
    at: call,
    message: `What ${output.written} is read as JSON and its fields are used unchecked. Check it with a schema, and say what happens when it does not fit.`,
    subject: isScript(context.model) ? 'JSON.parse' : 'json.loads',
    path: pathSteps(output.origin, `what ${output.written}`, { range: call.range, label: 'read as JSON' }),
  });
}

function calledName({ callee }: Call): string {
  return callee.kind === 'attribute' ? callee.name : '';
}

/** What the provider's service wrote around the answer: its form is documented. */
function isEnvelope({ expression, access }: Origin): boolean {
  if (access.some((read) => ENVELOPE.test(read))) return true;
  if (expression.kind === 'call' && /invoke_(?:model|endpoint)/u.test(calledName(expression))) return true;
  const isHttp =
    expression.kind === 'call' &&
    expression.names.some((name) => /^(?:requests|httpx|aiohttp)\./u.test(name));
  return isHttp && !access.includes('json()');
}

/** A copy by way of text. */
function isOwnJson(value: Expression, { model }: RuleContext): boolean {
  const written = model.dereference(value);
  return written.kind === 'call' && written.names.some((name) => name.endsWith('.dumps'));
}

/** `JSON.parse(x).field`, `const { field } = JSON.parse(x)`, or a field of the variable it is given to. */
function isUsedInScript(range: TextRange, model: SourceModel): boolean {
  const around = model.functionAt(range.start)?.range ?? { start: 0, end: model.text.length };
  const behind = model.textAt({ start: range.end, end: around.end });
  const before = model.textAt({ start: around.start, end: range.start });
  if (/^\s*\)*\s*(?:as\s+[^;\n]*)?(?:\??\.\w|\[)/u.test(behind)) return true;
  const target = /(?:const|let|var)\s+(\{[^}]*\}|[\w$]+)\s*(?::[^=\n]+)?=\s*$/u.exec(before)?.[1];
  if (target === undefined) return false;
  return (
    target.startsWith('{') ||
    new RegExp(
      `\\b${target.replaceAll('$', '\\$')}(?:\\??\\.\\w|\\[)|\\.\\.\\.${target.replaceAll('$', '\\$')}\\b`,
      'u',
    ).test(behind)
  );
}

/** Whether a field of what is read is used, as far as the words behind it show. */
function isUsed({ range }: Call, model: SourceModel): boolean {
  if (isScript(model)) return isUsedInScript(range, model);
  const around = model.functionAt(range.start)?.range;
  const behind = around ? model.textAt({ start: range.end, end: around.end }) : model.text.slice(range.end);
  if (/^\s*(?:\[|\.get\()/u.test(behind)) return true;
  const statement = model.statementAt(range.start);
  const target = statement && /^\s*(\w+)\s*(?::[^=\n]+)?=/u.exec(model.textAt(statement))?.[1];
  return (
    target !== undefined &&
    new RegExp(`\\b${target}(?:\\[["']|\\.get\\()|\\*\\*${target}\\b`, 'u').test(behind)
  );
}

/** Whether the block of a `try` is still open at the end of a text. */
function isInScriptTry(before: string): boolean {
  return [...before.matchAll(/\btry\s*\{/gu)].some(({ index, 0: start }) => {
    let depth = 1;
    for (const character of before.slice(index + start.length)) {
      if (character === '{') depth++;
      else if (character === '}' && --depth === 0) return false;
    }
    return true;
  });
}

/** Whether a `try` stands around a call in its function. */
function isInTry({ range }: Call, model: SourceModel): boolean {
  if (isScript(model)) return isInScriptTry(model.text.slice(0, range.start));
  const around = model.functionAt(range.start)?.range;
  const before = model.textAt({ start: around?.start ?? 0, end: range.start });
  const lines = before.split('\n');
  let indent = /^[ \t]*/u.exec(lines.pop() ?? '')?.[0].length ?? 0;
  for (const line of lines.reverse()) {
    const own = /^[ \t]*/u.exec(line)?.[0].length ?? 0;
    if (line.trim() === '' || own >= indent) continue;
    if (/^\s*try\s*:/u.test(line)) return true;
    indent = own;
  }
  return false;
}
