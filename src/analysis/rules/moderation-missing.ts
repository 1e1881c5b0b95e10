import type { ApiOf } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import { calleeName } from '../rule-support/call-text';
import { isDirectModelCall } from '../rule-support/direct-model-call';
import { textMatches } from '../rule-support/document-words';
import { flowOptions } from '../rule-support/flow-options';
import { insertedValues } from '../rule-support/inserted-values';
import { promptParts } from '../rule-support/prompt-parts';
import { untrustedSource } from '../rule-support/untrusted-source';
import type { Rule, RuleContext } from '../rule';

const GUARDS =
  /moderat|guard_?rail|nemoguardrails|llm_guard|llamafirewall|LlamaGuard|llama.?guard|content_?safety|ContentSafety|rebuff|lakera|presidio|prompt_?guard|safety_?check|toxic|profanity|detoxify|shield/i;

function check(call: Call, api: ApiOf<'llm-call'>, context: RuleContext): void {
  const { model } = context;
  if (!isDirectModelCall(call, api) || textMatches(GUARDS, model)) return;
  const options = flowOptions('prompt', () => false, context);
  const source = userTexts(call, api, context)
    .flatMap((value) => model.origins(value, options))
    .map((origin) => untrustedSource(origin, context))
    .find((one) => one?.confidence === 'certain');
  if (!source) return;
  context.report({
    at: call,
    subject: calleeName(call, model),
    message: `Text from ${source.origin} becomes a prompt, and nothing in this file moderates it or the answer. Check both with a moderation service or a guard-rail library.`,
  });
}

/** What is sent in the role of the user. */
function userTexts(call: Call, api: ApiOf<'llm-call'>, { model }: RuleContext): readonly Expression[] {
  const parts = promptParts(call, api, model).filter(({ role }) => role !== 'system');
  const whole = api.messages ? call.argument(api.messages) : undefined;
  return [
    ...(whole?.state === 'given' ? [whole.argument.value] : []),
    ...parts.flatMap(({ content }) => [content, ...insertedValues(content, model)]),
  ];
}

export const rule: Rule = {
  id: 'moderation-missing',
  title: 'Text of users reaches the model unmoderated',
  stages: ['llm-operate', 'llm-develop-experiment', 'llm-deploy'],
  risks: ['owasp-llm-2026:LLM01', 'owasp-llm-2025:LLM01', 'owasp-llm-2026:LLM10'],
  cwe: ['CWE-693', 'CWE-1427'],
  atlas: ['AML.T0051', 'AML.T0054'],
  controls: ['C37', 'C35'],
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  tags: ['llm', 'guard-rails'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds requests, chat messages and form fields that become a prompt in a file that uses neither a moderation service nor a guard-rail library.',
  why: 'Whatever users type – threats, instructions to the model, somebody else’s data – goes to the provider in your name, and its answer back to them.',
  fix: 'Check input and output: OpenAI’s moderation (free), Azure AI Content Safety, Bedrock Guardrails, Llama Guard, NeMo Guardrails, Guardrails AI, LLM Guard.',
  references: [
    { title: 'OpenAI: moderation', url: 'https://platform.openai.com/docs/guides/moderation' },
    { title: 'NeMo Guardrails', url: 'https://docs.nvidia.com/nemo/guardrails/' },
  ],
  examples: {
    bad: [
      {
        title: 'FastAPI',
        code: 'from fastapi import FastAPI\nfrom openai import OpenAI\n\napp = FastAPI()\nclient = OpenAI()\n@app.post("/ask")\ndef ask(text: str):\n    return client.responses.create(model="gpt-4o", input=text).output_text\n',
      },
      {
        title: 'Flask',
        code: 'from flask import Flask, request\nimport anthropic\n\napp = Flask(__name__)\nclient = anthropic.Anthropic()\n\n@app.route("/chat", methods=["POST"])\ndef chat():\n    text = request.json["text"]\n    return client.messages.create(model="claude", max_tokens=100, messages=[{"role": "user", "content": text}]).content[0].text\n',
      },
      {
        title: 'Streamlit',
        code: 'import streamlit as st\nfrom openai import OpenAI\n\nclient = OpenAI()\nif question := st.chat_input():\n    st.write(client.responses.create(model="gpt-4o", input=question).output_text)\n',
      },
    ],
    good: [
      {
        title: 'moderated',
        code: 'from fastapi import FastAPI\nfrom openai import OpenAI\n\napp = FastAPI()\nclient = OpenAI()\n@app.post("/ask")\ndef ask(text: str):\n    if client.moderations.create(input=text).results[0].flagged:\n        return "no"\n    return client.responses.create(model="gpt-4o", input=text).output_text\n',
      },
      {
        title: 'fixed text',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\nprint(client.responses.create(model="gpt-4o", input="Write a haiku").output_text)\n',
      },
      {
        title: 'text of the program',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\ndef summarize(report):\n    return client.responses.create(model="gpt-4o", input=f"Summarise {report}").output_text\n',
      },
    ],
  },
  needs: ['llm-call'],
  on: { api: { 'llm-call': check } },
};
