import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import { calleeName } from '../rule-support/call-text';
import { isDirectModelCall, settingState } from '../rule-support/direct-model-call';
import { textMatches } from '../rule-support/document-words';
import type { Rule, RuleContext } from '../rule';

const PARSES = /json\.loads\(|model_validate_json\(|yaml\.safe_load\(|ast\.(?:literal_eval|parse)\(/;
const LOOKS = /finish_reason|stop_reason|incomplete_details|LengthFinish|is_truncated|max_tokens_reached/;
const LIMITS = ['max_tokens', 'max_completion_tokens', 'max_output_tokens', 'max_new_tokens'];

function check(call: Call, api: ApiOf<'llm-call'>, context: RuleContext): void {
  const { model } = context;
  if (!isDirectModelCall(call, api) || settingState(call, LIMITS, [], model) !== 'given') return;
  if (asksForOneWord(call, context)) return;
  if (!textMatches(PARSES, model) || textMatches(LOOKS, model)) return;
  const callee = calleeName(call, model);
  context.report({
    at: call,
    subject: callee,
    message: `The answer of \`${callee}\` may be cut off at its limit and is parsed without looking. Check the reason it ended before parsing.`,
  });
}

/** `max_tokens=1`: a yes or no, whose limit is its length. */
function asksForOneWord(call: Call, { model }: RuleContext): boolean {
  return LIMITS.some((keyword) => {
    const found = call.argument({ keyword });
    const limit = found.state === 'given' ? model.evaluate(found.argument.value) : undefined;
    return limit?.known === true && typeof limit.value === 'number' && limit.value <= 5;
  });
}

export const rule: Rule = {
  id: 'truncated-answer-unhandled',
  title: 'Cut-off answer is parsed as if it were whole',
  stages: ['llm-develop-experiment', 'llm-operate'],
  risks: ['owasp-llm-2026:LLM10', 'owasp-llm-2025:LLM05'],
  cwe: ['CWE-703', 'CWE-1426'],
  atlas: ['AML.T0067'],
  controls: ['C36'],
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  tags: ['llm', 'guard-rails'],
  languages: ['python'],
  what: 'Finds calls with a limit for the answer in a file that parses answers as JSON or code and never looks whether the limit was reached.',
  why: 'At the limit the model stops in the middle of a word. What is parsed is then half a document: at best an error, at worst a shorter list that nobody misses.',
  fix: 'Look at `finish_reason == "length"` (OpenAI), `stop_reason == "max_tokens"` (Anthropic) or `incomplete_details` (responses) before you parse.',
  references: [
    { title: 'Anthropic: stop reasons', url: 'https://docs.anthropic.com/en/api/handling-stop-reasons' },
  ],
  examples: {
    bad: [
      {
        title: 'OpenAI',
        code: 'import json\nfrom openai import OpenAI\n\nclient = OpenAI()\nresponse = client.chat.completions.create(model="gpt-4o", messages=messages, max_completion_tokens=200)\nitems = json.loads(response.choices[0].message.content)\n',
      },
    ],
    good: [
      {
        title: 'looked at',
        code: 'import json\nfrom openai import OpenAI\n\nclient = OpenAI()\nchoice = client.chat.completions.create(model="gpt-4o", messages=messages, max_completion_tokens=200).choices[0]\nif choice.finish_reason == "length":\n    raise ValueError("cut off")\nitems = json.loads(choice.message.content)\n',
      },
      {
        title: 'a yes or no',
        code: 'import json\nfrom openai import OpenAI\n\nclient = OpenAI()\nitems = json.loads(text)\nverdict = client.chat.completions.create(model="gpt-4o", messages=messages, max_tokens=1).choices[0].message.content == "1"\n',
        seen: 'EleutherAI/lm-evaluation-harness, lm_eval/tasks/pisa/utils.py',
      },
      {
        title: 'no parsing',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\nprint(client.chat.completions.create(model="gpt-4o", messages=messages, max_completion_tokens=200).choices[0].message.content)\n',
      },
    ],
  },
  needs: ['llm-call'],
  on: { api: { 'llm-call': check } },
};
