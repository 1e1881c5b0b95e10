import type { Call, Expression } from '../../source/expression';
import type { Origin } from '../../source/model';
import type { Fix, FindingStep } from '../finding';
import type { Rule, RuleContext } from '../rule';
import { flowOptions } from '../rule-support/flow-options';
import { insertedValues } from '../rule-support/inserted-values';
import { isTestedForMembership } from '../rule-support/membership-test';
import { pathSteps } from '../rule-support/path-steps';
import type { PromptPart } from '../rule-support/prompt-parts';
import { promptListeners } from '../rule-support/prompt-rule';
import { runnableSteps } from '../rule-support/runnable-steps';
import { templateFillings } from '../rule-support/template-fillings';
import { isPromptTemplate, templateVariables } from '../rule-support/template-variables';
import { untrustedOrigin, untrustedSource, type UntrustedSource } from '../rule-support/untrusted-source';
import { UNNAMED_MODEL_WORDS } from '../rule-support/unnamed-model-call';

export const rule: Rule = {
  id: 'untrusted-input-in-system-prompt',
  title: 'Untrusted input in a system prompt',
  stages: ['llm-develop-experiment', 'llm-operate', 'model-serving'],
  risks: ['owasp-llm-2026:LLM01', 'owasp-llm-2025:LLM01', 'owasp-agentic-2026:ASI01', 'owasp-llm-2026:LLM08'],
  cwe: ['CWE-1427'],
  atlas: ['AML.T0051', 'AML.T0093'],
  controls: ['C37', 'C48'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['llm', 'prompts', 'prompt-injection'],
  languages: ['python'],
  what: 'Finds text that somebody outside chose (web requests, form fields, web pages, documents, retrieved passages, mail, tool results) where it becomes part of the system prompt or the instructions of an agent. The same text in the user role is not reported.',
  why: 'Models give the system role more weight than any other. Text that lands there can lift the rules of the application, redirect its tools and ask for its secrets, and nothing later in the conversation outranks it.',
  fix: 'Keep the system prompt constant. Send what comes from outside in the user role, or as a tool result, clearly delimited, and tell the system prompt that such text is data. Where a choice must reach the system prompt, let it select from fixed texts.',
  references: [
    {
      title: 'OWASP Top 10 for LLM Applications: prompt injection',
      url: 'https://genai.owasp.org/llmrisk/llm01-prompt-injection/',
    },
    {
      title: 'OpenAI: the chain of command in the Model Spec',
      url: 'https://model-spec.openai.com/',
    },
    { title: 'CWE-1427: LLM prompting', url: 'https://cwe.mitre.org/data/definitions/1427.html' },
  ],
  examples: {
    bad: [
      {
        title: 'parameter of a route',
        code: 'from fastapi import FastAPI\nfrom openai import OpenAI\n\napp = FastAPI()\nclient = OpenAI()\n\n@app.post("/ask")\nasync def ask(topic: str, question: str):\n    return client.chat.completions.create(\n        model="gpt-4o",\n        messages=[\n            {"role": "system", "content": f"You are an expert in {topic}."},\n            {"role": "user", "content": question},\n        ],\n    )\n',
      },
      {
        title: 'form field in the instructions of an agent',
        code: 'from agents import Agent\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n@app.route("/agent", methods=["POST"])\ndef make():\n    agent = Agent(name="helper", instructions="Help with " + request.form["task"])\n    return run(agent)\n',
      },
      {
        title: 'web page in the system prompt',
        code: 'import anthropic\nimport requests\n\nclient = anthropic.Anthropic()\npage = requests.get(url, timeout=10).text\nclient.messages.create(\n    model="claude",\n    max_tokens=500,\n    system=f"Answer from this page:\\n{page}",\n    messages=[{"role": "user", "content": question}],\n)\n',
      },
      {
        title: 'list of messages built step by step',
        code: 'import streamlit as st\nfrom openai import OpenAI\n\nclient = OpenAI()\nname = st.text_input("Your name")\nmessages = []\nmessages.append({"role": "system", "content": "The customer is called {}".format(name)})\nmessages.append({"role": "user", "content": "Hello"})\nclient.chat.completions.create(model="gpt-4o", messages=messages)\n',
      },
      {
        title: 'retrieved passages in a system message of LangChain',
        code: 'from langchain_chroma import Chroma\nfrom langchain_core.messages import HumanMessage, SystemMessage\nfrom langchain_openai import ChatOpenAI\n\nstore = Chroma(collection_name="docs")\nllm = ChatOpenAI()\n\ndef answer(question):\n    docs = store.similarity_search(question)\n    context = "\\n".join(doc.page_content for doc in docs)\n    return llm.invoke([SystemMessage(content=f"Context: {context}"), HumanMessage(content=question)])\n',
      },
    ],
    good: [
      {
        title: 'input in the user role',
        code: 'from fastapi import FastAPI\nfrom openai import OpenAI\n\napp = FastAPI()\nclient = OpenAI()\nSYSTEM = "You answer questions about our products."\n\n@app.post("/ask")\nasync def ask(question: str):\n    return client.chat.completions.create(\n        model="gpt-4o",\n        messages=[{"role": "system", "content": SYSTEM}, {"role": "user", "content": f"Question: {question}"}],\n    )\n',
      },
      {
        title: 'choice from fixed texts',
        code: 'from fastapi import FastAPI\nfrom openai import OpenAI\n\nSTYLES = {"short": "Answer in one sentence.", "long": "Answer in detail."}\napp = FastAPI()\nclient = OpenAI()\n\n@app.post("/ask")\nasync def ask(style: str, question: str):\n    return client.responses.create(model="gpt-4o", instructions=STYLES[style], input=question)\n',
      },
      {
        title: 'number of a typed parameter, injected objects',
        code: 'from fastapi import Depends, FastAPI\nfrom openai import OpenAI\n\napp = FastAPI()\nclient = OpenAI()\n\n@app.post("/ask")\nasync def ask(words: int, question: str, settings: Settings = Depends(get_settings)):\n    return client.responses.create(\n        model="gpt-4o",\n        instructions=f"{settings.greeting} Answer in at most {words} words.",\n        input=question,\n    )\n',
      },
      {
        title: 'date in the system prompt',
        code: 'from datetime import date\nfrom openai import OpenAI\n\nclient = OpenAI()\nclient.chat.completions.create(\n    model="gpt-4o",\n    messages=[{"role": "system", "content": f"Today is {date.today()}."}, {"role": "user", "content": input()}],\n)\n',
      },
    ],
  },
  needs: ['llm-call', 'prompt'],
  triggers: () => UNNAMED_MODEL_WORDS,
  on: promptListeners((part, call, context) => {
    if (part.role !== 'system') return;
    for (const value of insertedValues(part.content, context.model)) {
      if (reportUntrusted(value, call, context, userRoleFix(value, part, context))) return;
    }
    if (isPromptTemplate(call)) checkVariables(part, call, context);
  }),
};

/** The variables of a template for the system role, where the file shows what they are filled with. */
function checkVariables(part: PromptPart, template: Call, context: RuleContext): void {
  const { model } = context;
  const variables = templateVariables(part, model);
  if (variables.length === 0) return;
  for (const { variable, value, isDocuments } of templateFillings(template, model)) {
    if (!variables.includes(variable)) continue;
    if (isDocuments) report(value, { origin: 'retrieved documents', confidence: 'probable' }, [], context);
    else if (!reportUntrusted(value, template, context, [])) reportRetriever(value, context);
  }
}

/** A retriever in a chain: the chain invokes it, and what it finds fills the variable. */
function reportRetriever(value: Expression, context: RuleContext): void {
  const { apis, model } = context;
  const sources = runnableSteps(value, model).flatMap((step) => model.origins(step, { stopAt: () => true }));
  for (const { expression } of sources) {
    if (expression.kind !== 'call') continue;
    const invoked = apis.ofNames(expression.names.map((name) => `${name}().invoke`));
    const source = invoked.find((api) => api.is === 'untrusted-input');
    if (source) return report(value, { origin: source.origin, confidence: 'certain' }, [], context);
  }
}

function reportUntrusted(
  value: Expression,
  call: Call,
  context: RuleContext,
  fixes: readonly Fix[],
): boolean {
  const isSource = (other: Call): boolean => untrustedOrigin(other, context) !== undefined;
  for (const origin of context.model.origins(value, flowOptions('prompt', isSource, context))) {
    const source = untrustedSource(origin, context);
    if (!source) continue;
    const confidence = isLikelyIntended(value, origin, context) ? 'probable' : source.confidence;
    const path = pathSteps(origin, source.origin, {
      range: call.callee.range,
      label: 'sent as system prompt',
    });
    report(value, { origin: source.origin, confidence }, path, context, fixes);
    return true;
  }
  return false;
}

function report(
  value: Expression,
  { origin, confidence }: UntrustedSource,
  path: readonly FindingStep[],
  context: RuleContext,
  fixes: readonly Fix[] = [],
): void {
  context.report({
    at: value,
    message: `Text from ${origin} becomes part of the system prompt, where it can override the application's own rules. Send it in the user role, and keep the system prompt constant.`,
    subject: origin,
    confidence,
    path,
    fixes,
  });
}

/** A field that is called system prompt was opened on purpose, and a checked one is closed; still worth knowing. */
function isLikelyIntended(value: Expression, { access, parameter }: Origin, { model }: RuleContext): boolean {
  if (isTestedForMembership(value, model)) return true;
  return [...access, parameter?.parameter.name ?? ''].some((name) =>
    /system|instruction|persona/i.test(name),
  );
}

/** Only where the whole message is the outsider's text: a mixed one has to be split by its author. */
function userRoleFix(
  value: Expression,
  { content, roleName }: PromptPart,
  { model }: RuleContext,
): readonly Fix[] {
  const isWhole = model.stringParts(content) === undefined && value === content;
  if (!isWhole || roleName?.kind !== 'string') return [];
  const quote = model.textAt(roleName.range).at(-1) ?? '"';
  const newText = `${quote}user${quote}`;
  return [{ title: 'Send it in the user role', safe: false, edits: [{ range: roleName.range, newText }] }];
}
