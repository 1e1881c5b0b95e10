import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import { isDirectModelCall } from '../rule-support/direct-model-call';
import { handlerOf } from '../rule-support/handler-parameter';
import { textMatches } from '../rule-support/document-words';
import type { Rule, RuleContext } from '../rule';

const LIMITS =
  /limiter|rate_?limit|throttl|quota|slowapi|Depends\(|login_required|jwt_required|Security\(|permission_classes|requires_auth|auth_required|HTTPBearer|APIKeyHeader/i;

function check(call: Call, api: ApiOf<'llm-call'>, context: RuleContext): void {
  if (!isDirectModelCall(call, api)) return;
  const around = context.model.functionAt(call.range.start);
  if (!around || handlerOf('request-handler', around, context)?.confidence !== 'certain') return;
  if (textMatches(LIMITS, context.model)) return;
  context.report({
    at: call,
    subject: around.name,
    message: `The route \`${around.name}\` asks a model for everybody, as often as they send. Limit requests and tokens for each user.`,
  });
}

export const rule: Rule = {
  id: 'rate-limit-missing',
  title: 'Everybody may ask the model as often as he likes',
  stages: ['llm-operate', 'llm-deploy', 'model-serving'],
  risks: ['owasp-llm-2026:LLM06', 'owasp-llm-2025:LLM10', 'owasp-ml-2023:ML05'],
  cwe: ['CWE-770'],
  atlas: ['AML.T0034', 'AML.T0029'],
  controls: ['C34'],
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  tags: ['llm', 'guard-rails', 'serving'],
  languages: ['python'],
  what: 'Finds routes that ask a model directly, in a file without a rate limit, a quota or a login.',
  why: 'Each request costs money at the provider, and a script sends thousands of them. Unlimited questions are also how a model is copied by its answers.',
  fix: 'Limit requests and tokens for each user, with `slowapi`, `flask-limiter`, `fastapi-limiter` or the gateway in front, and set a spending limit at the provider.',
  references: [
    {
      title: 'OWASP: unbounded consumption',
      url: 'https://genai.owasp.org/llmrisk/llm102025-unbounded-consumption/',
    },
    { title: 'SlowApi', url: 'https://slowapi.readthedocs.io/' },
  ],
  examples: {
    bad: [
      {
        title: 'FastAPI',
        code: 'from fastapi import FastAPI\nfrom openai import OpenAI\n\napp = FastAPI()\nclient = OpenAI()\n@app.post("/ask")\ndef ask(text: str):\n    return client.responses.create(model="gpt-4o", input=text).output_text\n',
      },
      {
        title: 'Flask',
        code: 'from flask import Flask, request\nimport anthropic\n\napp = Flask(__name__)\nclient = anthropic.Anthropic()\n\n@app.route("/chat", methods=["POST"])\ndef chat():\n    return client.messages.create(model="claude", max_tokens=100, messages=request.json["messages"]).content[0].text\n',
      },
    ],
    good: [
      {
        title: 'with a limit',
        code: 'from fastapi import FastAPI\nfrom slowapi import Limiter\nfrom openai import OpenAI\n\napp = FastAPI()\nclient = OpenAI()\nlimiter = Limiter(key_func=user_of)\n\n@app.post("/ask")\n@limiter.limit("5/minute")\ndef ask(request, text: str):\n    return client.responses.create(model="gpt-4o", input=text).output_text\n',
      },
      {
        title: 'no route',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\ndef ask(text):\n    return client.responses.create(model="gpt-4o", input=text).output_text\n',
      },
      {
        title: 'with a login',
        code: 'from fastapi import Depends, FastAPI\nfrom openai import OpenAI\n\napp = FastAPI()\nclient = OpenAI()\n@app.post("/ask")\ndef ask(text: str, user=Depends(current_user)):\n    return client.responses.create(model="gpt-4o", input=text).output_text\n',
      },
    ],
  },
  needs: ['llm-call'],
  on: { api: { 'llm-call': check } },
};
