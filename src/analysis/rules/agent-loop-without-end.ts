import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import type { Rule, RuleContext } from '../rule';
import { calleeName } from '../rule-support/call-text';
import { isInEndlessLoop } from '../rule-support/endless-loop';

const CLIENT = 'from openai import OpenAI\n\nclient = OpenAI()\n\n';

export const rule: Rule = {
  id: 'agent-loop-without-end',
  title: 'Loop of an agent that only the model ends',
  stages: ['llm-develop-experiment', 'llm-operate'],
  risks: ['owasp-llm-2026:LLM06', 'owasp-llm-2025:LLM10', 'owasp-agentic-2026:ASI08', 'owasp-llm-2026:LLM03'],
  cwe: ['CWE-400', 'CWE-770'],
  atlas: ['AML.T0034.002', 'AML.T0029'],
  controls: ['C39', 'C34'],
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  tags: ['agents', 'limits', 'cost', 'guard-rail'],
  languages: ['python'],
  what: 'Finds `while True` around a call of a model and its tools in which nothing counts rounds, looks at a clock or waits for a person: the loop ends when the model stops calling tools.',
  why: 'A model that gets stuck, or that a hostile text keeps busy, calls tools until the budget is spent.',
  fix: 'Count the rounds: `for _ in range(MAX_ROUNDS)`, and say what happens when they are used up. Add a limit of time or of tokens.',
  references: [
    {
      title: 'OWASP Top 10 for LLM Applications: unbounded consumption',
      url: 'https://genai.owasp.org/llmrisk/llm102025-unbounded-consumption/',
    },
  ],
  examples: {
    bad: [
      {
        title: 'loop around chat completions',
        code: `${CLIENT}def run(messages):\n    while True:\n        reply = client.chat.completions.create(model="gpt-4o", messages=messages, tools=TOOLS, max_tokens=500)\n        message = reply.choices[0].message\n        messages.append(message)\n        if not message.tool_calls:\n            return message.content\n        for call in message.tool_calls:\n            messages.append(execute(call))\n`,
      },
      {
        title: 'asynchronous, Anthropic',
        code: 'import anthropic\n\nclient = anthropic.AsyncAnthropic()\n\nasync def run(messages):\n    while True:\n        response = await client.messages.create(model="claude", max_tokens=900, messages=messages, tools=TOOLS)\n        if response.stop_reason != "tool_use":\n            break\n        messages.append(await use(response))\n',
      },
    ],
    good: [
      {
        title: 'rounds are counted',
        code: `${CLIENT}def run(messages):\n    for _ in range(10):\n        reply = client.chat.completions.create(model="gpt-4o", messages=messages, tools=TOOLS)\n        if not reply.choices[0].message.tool_calls:\n            return reply\n    raise RuntimeError("too many rounds")\n`,
      },
      {
        title: 'counter in the loop',
        code: `${CLIENT}def run(messages):\n    rounds = 0\n    while True:\n        rounds += 1\n        if rounds > 10:\n            raise RuntimeError("too many")\n        reply = client.chat.completions.create(model="gpt-4o", messages=messages, tools=TOOLS)\n        if not reply.choices[0].message.tool_calls:\n            return reply\n`,
      },
      {
        title: 'a person types each question',
        code: `${CLIENT}def chat(messages):\n    while True:\n        messages.append({"role": "user", "content": input("> ")})\n        reply = client.chat.completions.create(model="gpt-4o", messages=messages, tools=TOOLS)\n        print(reply.choices[0].message.content)\n`,
      },
      {
        title: 'no tools',
        code: `${CLIENT}def stream(questions):\n    while True:\n        question = questions.get()\n        yield client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}])\n`,
      },
    ],
  },
  needs: ['llm-call'],
  on: { api: { 'llm-call': check } },
};

function check(call: Call, _: ApiOf<'llm-call'>, context: RuleContext): void {
  if (!isInEndlessLoop(call, context.model)) return;
  const callee = calleeName(call, context.model);
  context.report({
    at: call,
    message: `\`${callee}\` stands in a loop with tools that only the model ends. Count the rounds, and say what happens when they are used up.`,
    subject: callee,
  });
}
