import type { Rule } from '../rule';
import { JAVASCRIPT } from '../rule-examples/javascript/untrusted-input-in-system-prompt';
import { systemPromptListeners } from '../rule-support/system-prompt-rule';
import { PROMPT_WORDS } from '../rule-support/prompt-rule';
import { isIndirect } from '../rule-support/untrusted-source';

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
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds text that whoever uses the application chose (web requests, form fields, uploaded files, chat messages, the command line) where it becomes part of the system prompt or the instructions of an agent. The same text in the user role is not reported; passages and pages that the application fetched are the matter of `retrieved-text-in-system-prompt`.',
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
        title: 'through the dependency of a handler',
        code: 'from typing import Annotated\nfrom fastapi import Depends, FastAPI, Header\nfrom openai import OpenAI\n\napp = FastAPI()\nclient = OpenAI()\n\nasync def common(q: str | None = None, lang: str = "en"):\n    return {"q": q, "lang": lang}\n\ndef persona_of(x_persona: Annotated[str, Header()]):\n    return x_persona\n\nclass Query:\n    def __init__(self, persona: str, limit: int = 10):\n        self.persona = persona\n\n@app.get("/a")\nasync def a(params: dict = Depends(common)):\n    return client.responses.create(model="gpt-4o", instructions="Speak " + params["lang"], input="hi")\n\n@app.get("/b")\ndef b(persona: Annotated[str, Depends(persona_of)]):\n    return client.responses.create(model="gpt-4o", instructions=f"You are {persona}", input="hi")\n\n@app.get("/c")\ndef c(q: Query = Depends()):\n    return client.responses.create(model="gpt-4o", instructions=f"You are {q.persona}", input="hi")\n',
        findings: 3,
      },
      {
        title: 'parameter of a route',
        code: 'from fastapi import FastAPI\nfrom openai import OpenAI\n\napp = FastAPI()\nclient = OpenAI()\n\n@app.post("/ask")\nasync def ask(topic: str, question: str):\n    return client.chat.completions.create(\n        model="gpt-4o",\n        messages=[\n            {"role": "system", "content": f"You are an expert in {topic}."},\n            {"role": "user", "content": question},\n        ],\n    )\n',
      },
      {
        title: 'form field in the instructions of an agent',
        code: 'from agents import Agent\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n@app.route("/agent", methods=["POST"])\ndef make():\n    agent = Agent(name="helper", instructions="Help with " + request.form["task"])\n    return run(agent)\n',
      },
      {
        title: 'list of messages built step by step',
        code: 'import streamlit as st\nfrom openai import OpenAI\n\nclient = OpenAI()\nname = st.text_input("Your name")\nmessages = []\nmessages.append({"role": "system", "content": "The customer is called {}".format(name)})\nmessages.append({"role": "user", "content": "Hello"})\nclient.chat.completions.create(model="gpt-4o", messages=messages)\n',
      },
      ...JAVASCRIPT.bad,
    ],
    good: [
      {
        title: 'settings that a dependency reads',
        code: 'from typing import Annotated\nfrom fastapi import Depends, FastAPI, Header\nfrom openai import OpenAI\n\napp = FastAPI()\nclient = OpenAI()\n\ndef get_settings():\n    return {"persona": "helper"}\n\ndef get_user(token: str = Header()):\n    return load_user(token)\n\ndef get_limit(limit: int = 3):\n    return limit\n\n@app.get("/c")\ndef c(settings=Depends(get_settings), user=Depends(get_user), limit=Depends(get_limit)):\n    return client.responses.create(model="gpt-4o", instructions=f"You are {settings[\'persona\']} of {user.team}, {limit}", input="hi")\n',
      },
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
      ...JAVASCRIPT.good,
    ],
  },
  needs: ['llm-call', 'prompt'],
  triggers: () => PROMPT_WORDS,
  on: systemPromptListeners({
    concerns: (origin) => !isIndirect(origin),
    message: (origin) =>
      `Text from ${origin} becomes part of the system prompt, where it can override the application's own rules. Send it in the user role, and keep the system prompt constant.`,
  }),
};
