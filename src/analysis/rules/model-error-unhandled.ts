import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import { calleeName } from '../rule-support/call-text';
import { isDirectModelCall } from '../rule-support/direct-model-call';
import { textMatches } from '../rule-support/document-words';
import type { Rule, RuleContext } from '../rule';

const HANDLES =
  /^\s*(?:try|except\b.*):|\b(?:retry|backoff|tenacity|suppress|exception_handler|errorhandler|add_exception_handler|with_retry|with_fallbacks)\b/m;

function check(call: Call, api: ApiOf<'llm-call'>, context: RuleContext): void {
  const { model } = context;
  if (!isDirectModelCall(call, api) || !model.functionAt(call.range.start)) return;
  if (textMatches(HANDLES, model)) return;
  const callee = calleeName(call, model);
  context.report({
    at: call,
    subject: callee,
    message: `Errors of \`${callee}\` are handled nowhere in this file. A limit of rate or time then ends whatever is going on; catch them, or retry with pauses.`,
  });
}

export const rule: Rule = {
  id: 'model-error-unhandled',
  title: 'Error of a model service is not handled',
  stages: ['llm-develop-experiment', 'llm-operate'],
  risks: ['owasp-agentic-2026:ASI08', 'owasp-llm-2026:LLM06', 'owasp-llm-2025:LLM10'],
  cwe: ['CWE-703'],
  atlas: ['AML.T0029'],
  controls: ['C34', 'C43'],
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  tags: ['llm', 'guard-rails'],
  languages: ['python'],
  what: 'Finds functions that ask a model without a `try` around the call, a retry decorator or an error handler in the file.',
  why: 'Limits of rate, time and length are daily events of model services. Without handling, one of them ends the request, the agent’s run or the batch, and the trace with the prompt goes to the log or to the user.',
  fix: 'Catch the errors of the client (`openai.APIError`, `anthropic.APIStatusError`) where you can answer without the model, and retry with growing pauses (`tenacity`, `max_retries=`).',
  references: [
    {
      title: 'OpenAI Python: handling errors',
      url: 'https://github.com/openai/openai-python#handling-errors',
    },
  ],
  examples: {
    bad: [
      {
        title: 'a function',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\ndef ask(text):\n    return client.responses.create(model="gpt-4o", input=text).output_text\n',
      },
      {
        title: 'Anthropic',
        code: 'import anthropic\n\nasync def ask(messages):\n    client = anthropic.AsyncAnthropic()\n    return await client.messages.create(model="claude", max_tokens=100, messages=messages)\n',
      },
    ],
    good: [
      {
        title: 'caught',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\ndef ask(text):\n    try:\n        return client.responses.create(model="gpt-4o", input=text).output_text\n    except Exception:\n        return None\n',
      },
      {
        title: 'caught by the caller',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\ndef ask(text):\n    return client.responses.create(model="gpt-4o", input=text).output_text\n\ndef main():\n    try:\n        ask("hello")\n    except Exception as error:\n        print(error)\n',
      },
      {
        title: 'retried',
        code: 'from openai import OpenAI\nfrom tenacity import retry\n\nclient = OpenAI()\n\n@retry()\ndef ask(text):\n    return client.responses.create(model="gpt-4o", input=text).output_text\n',
      },
      {
        title: 'a script',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\nprint(client.responses.create(model="gpt-4o", input="hello").output_text)\n',
      },
    ],
  },
  needs: ['llm-call'],
  on: { api: { 'llm-call': check } },
};
