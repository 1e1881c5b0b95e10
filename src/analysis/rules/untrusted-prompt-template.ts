import type { Call, Expression } from '../../source/expression';
import type { Rule, RuleContext } from '../rule';
import { foreignTextIn } from '../rule-support/foreign-text';
import { insertedValues } from '../rule-support/inserted-values';
import { mayAskModel } from '../rule-support/may-ask-model';
import { pathSteps } from '../rule-support/path-steps';
import { PROMPT_WORDS } from '../rule-support/prompt-rule';
import { promptParts } from '../rule-support/prompt-parts';
import { sinkInputs } from '../rule-support/sink-inputs';
import { isPromptTemplate } from '../rule-support/template-variables';
import { isIndirect } from '../rule-support/untrusted-source';

const HEAD =
  'from flask import Flask, request\nfrom langchain_core.prompts import ChatPromptTemplate, PromptTemplate\nfrom langchain_openai import ChatOpenAI\n\napp = Flask(__name__)\nllm = ChatOpenAI()\n\n@app.post("/ask")\ndef ask():\n    text = request.json["text"]\n';

export const rule: Rule = {
  id: 'untrusted-prompt-template',
  title: 'Prompt template written by the caller',
  stages: ['llm-develop-experiment', 'llm-operate', 'model-serving'],
  risks: ['owasp-llm-2026:LLM01', 'owasp-llm-2025:LLM01', 'owasp-llm-2026:LLM08'],
  cwe: ['CWE-134', 'CWE-1336', 'CWE-1427'],
  atlas: ['AML.T0051.000', 'AML.T0056'],
  controls: ['C37', 'C48'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['llm', 'prompts', 'templates'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds text from outside that becomes the source of a template: the text of a prompt template, the string that `.format` is called on, a Jinja template in a program that asks a model. A value that is put into a fixed template is not reported.',
  why: 'In a template the text can read what it is filled with: `{api_key}`, `{user.__class__.__init__.__globals__}`. In Jinja it runs Python. And braces that were meant as text stop the request with an exception.',
  fix: 'Write the template in the program and give the text to it as a value: `PromptTemplate.from_template("Summarise: {text}").invoke({"text": text})`. Where users may write templates, render them with `SandboxedEnvironment` and only the values meant for them.',
  references: [
    { title: 'CWE-134: format string', url: 'https://cwe.mitre.org/data/definitions/134.html' },
    {
      title: 'LangChain: prompt templates',
      url: 'https://python.langchain.com/docs/concepts/prompt_templates/',
    },
    { title: 'Jinja: sandbox', url: 'https://jinja.palletsprojects.com/en/stable/sandbox/' },
  ],
  examples: {
    bad: [
      {
        title: 'template of the request',
        code: `${HEAD}    prompt = PromptTemplate.from_template(text)\n    return (prompt | llm).invoke({"name": "x"}).content\n`,
      },
      {
        title: 'text put into the source of a template',
        code: `${HEAD}    prompt = ChatPromptTemplate.from_messages([("human", f"Answer {text} as {{persona}}")])\n    return (prompt | llm).invoke({"persona": "x"}).content\n`,
      },
      {
        title: 'format of a text of the request',
        code: `${HEAD}    return llm.invoke(text.format(user=current_user)).content\n`,
      },
      {
        title: 'Jinja template of the request',
        code: 'import jinja2\nfrom fastapi import FastAPI\nfrom openai import OpenAI\n\napp = FastAPI()\nclient = OpenAI()\n\n@app.post("/ask")\ndef ask(template: str):\n    prompt = jinja2.Template(template).render(name="x")\n    return client.responses.create(model="gpt-4o", input=prompt)\n',
      },
    ],
    good: [
      {
        title: 'text as a value',
        code: `${HEAD}    prompt = PromptTemplate.from_template("Summarise: {text}")\n    return (prompt | llm).invoke({"text": text}).content\n`,
      },
      {
        title: 'format of a fixed text',
        code: `${HEAD}    return llm.invoke("Summarise: {}".format(text)).content\n`,
      },
      {
        title: 'template chosen by its name',
        code: `TEMPLATES = {"short": "Summarise {topic}", "long": "Explain {topic}"}\n${HEAD}    prompt = PromptTemplate.from_template(TEMPLATES[text])\n    return (prompt | llm).invoke({"topic": "x"}).content\n`,
      },
      {
        title: 'sandboxed',
        code: 'from jinja2.sandbox import SandboxedEnvironment\nfrom fastapi import FastAPI\nfrom openai import OpenAI\n\napp = FastAPI()\nclient = OpenAI()\n\n@app.post("/ask")\ndef ask(template: str):\n    return client.responses.create(model="gpt-4o", input=SandboxedEnvironment().from_string(template).render(name="x"))\n',
      },
      {
        title: 'template of a file',
        code: 'from pathlib import Path\nfrom langchain_core.prompts import PromptTemplate\n\nprompt = PromptTemplate.from_template(Path("prompts/summary.txt").read_text())\n',
      },
    ],
  },
  needs: ['llm-call', 'prompt'],
  triggers: () => PROMPT_WORDS,
  on: {
    api: {
      prompt: (call, api, context) => {
        if (!isPromptTemplate(call)) return;
        for (const { role, content } of promptParts(call, api, context.model)) {
          // In the system role the text is reported for what it says.
          if (role === 'system') continue;
          if (insertedValues(content, context.model).some((value) => reportForeign(value, call, context)))
            return;
        }
      },
      'execution-sink': (call, api, context) => {
        if (api.sink !== 'template' || isPromptTemplate(call) || !mayAskModel(context)) return;
        sinkInputs(call, api, context).some(({ expression }) => reportForeign(expression, call, context));
      },
    },
    call: (call, context) => {
      const text = formatted(call, context);
      if (text && mayAskModel(context)) reportForeign(text, call, context, true);
    },
  },
};

/** The string whose braces a call fills; only where it is not written here. */
function formatted(call: Call, { model }: RuleContext): Expression | undefined {
  const { callee } = call;
  if (callee.kind !== 'attribute' || !/^format(?:_map)?$/u.test(callee.name)) return undefined;
  if (call.arguments.length === 0 || call.names.some((name) => !name.startsWith('builtins.')))
    return undefined;
  return model.stringParts(callee.object) ? undefined : callee.object;
}

function reportForeign(value: Expression, call: Call, context: RuleContext, wholeOnly = false): boolean {
  const found = foreignTextIn(
    value,
    context,
    ({ origin }, from) => !isIndirect(origin) && (!wholeOnly || from.whole),
  );
  if (!found) return false;
  const { origin, confidence, from } = found;
  context.report({
    at: value,
    message: `Text from ${origin} becomes the source of a template, where it can read what the template is filled with. Keep the template fixed, and give the text to it as a value.`,
    subject: origin,
    confidence,
    path: pathSteps(from, origin, { range: call.callee.range, label: 'used as a template' }),
  });
  return true;
}
