import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import { calleeName } from '../rule-support/call-text';
import { isDirectModelCall } from '../rule-support/direct-model-call';
import { textMatches } from '../rule-support/document-words';
import type { Rule, RuleContext } from '../rule';

const READS =
  /\.(?:content|text|parsed|output_text|output_parsed|output|delta)\b|\[["'](?:content|text)["']\]/;
const LOOKS =
  /refusal|refused|finish_reason|stop_reason|content_filter|prompt_feedback|block_reason|safety_ratings|incomplete_details|ContentFilter|LengthFinish|RefusalError/;

function check(call: Call, api: ApiOf<'llm-call'>, context: RuleContext): void {
  if (!isDirectModelCall(call, api) || !/^(?:OpenAI|Anthropic|Google Gemini|Vertex AI)$/.test(api.provider))
    return;
  if (!textMatches(READS, context.model) || textMatches(LOOKS, context.model)) return;
  const callee = calleeName(call, context.model);
  context.report({
    at: call,
    subject: callee,
    message: `The answer of \`${callee}\` is used without looking whether the model refused or was cut off. Look at ${api.provider === 'Anthropic' ? 'stop_reason' : api.provider === 'OpenAI' ? 'refusal and finish_reason' : 'prompt_feedback and finish_reason'} first.`,
  });
}

export const rule: Rule = {
  id: 'refusal-unhandled',
  title: 'Refusal of a model is not looked for',
  stages: ['llm-develop-experiment', 'llm-operate'],
  risks: ['owasp-llm-2026:LLM10', 'owasp-llm-2025:LLM05', 'owasp-llm-2026:LLM07'],
  cwe: ['CWE-703', 'CWE-1426'],
  atlas: ['AML.T0067'],
  controls: ['C36'],
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  tags: ['llm', 'guard-rails'],
  languages: ['python'],
  what: 'Finds calls of OpenAI, Anthropic and Google in a file that reads the answer but never looks at how it ended: `refusal`, `finish_reason`, `stop_reason`, `content_filter`, `prompt_feedback`.',
  why: 'A model may refuse, and a filter may cut its answer. The text is then empty, an apology or a half sentence – and the program stores it, parses it or shows it as if it were the result.',
  fix: 'Look before you use the text: `message.refusal` and `finish_reason == "content_filter"` (OpenAI), `stop_reason == "refusal"` (Anthropic), `prompt_feedback.block_reason` and `finish_reason` of the candidate (Gemini).',
  references: [
    { title: 'OpenAI: refusals', url: 'https://platform.openai.com/docs/guides/structured-outputs#refusals' },
    { title: 'Anthropic: stop reasons', url: 'https://docs.anthropic.com/en/api/handling-stop-reasons' },
  ],
  examples: {
    bad: [
      {
        title: 'OpenAI',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\ndef ask(text):\n    response = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": text}])\n    return response.choices[0].message.content\n',
      },
      {
        title: 'a parsed answer',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\ncompletion = client.chat.completions.parse(model="gpt-4o", messages=messages, response_format=Invoice)\nsave(completion.choices[0].message.parsed)\n',
      },
      {
        title: 'Anthropic',
        code: 'import anthropic\n\nclient = anthropic.Anthropic()\nmessage = client.messages.create(model="claude", max_tokens=100, messages=messages)\nprint(message.content[0].text)\n',
      },
    ],
    good: [
      {
        title: 'OpenAI',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\nmessage = client.chat.completions.create(model="gpt-4o", messages=messages).choices[0].message\nif message.refusal:\n    raise ValueError(message.refusal)\nprint(message.content)\n',
      },
      {
        title: 'Anthropic',
        code: 'import anthropic\n\nclient = anthropic.Anthropic()\nmessage = client.messages.create(model="claude", max_tokens=100, messages=messages)\nif message.stop_reason == "refusal":\n    raise ValueError("refused")\nprint(message.content[0].text)\n',
      },
      {
        title: 'the answer is handed on',
        code: 'from openai import OpenAI\n\ndef ask(messages):\n    return OpenAI().chat.completions.create(model="gpt-4o", messages=messages)\n',
      },
    ],
  },
  needs: ['llm-call'],
  on: { api: { 'llm-call': check } },
};
