import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import { calleeName } from '../rule-support/call-text';
import { isDirectModelCall, settingState } from '../rule-support/direct-model-call';
import type { Rule, RuleContext } from '../rule';

function check(call: Call, api: ApiOf<'llm-call'>, context: RuleContext): void {
  if (!isDirectModelCall(call, api)) return;
  const isOpenAi = api.provider === 'OpenAI';
  if (!isOpenAi && api.provider !== 'Anthropic') return;
  const names = isOpenAi ? ['user', 'safety_identifier', 'prompt_cache_key'] : ['metadata'];
  if (settingState(call, names, ['extra_body'], context.model) !== 'absent') return;
  const callee = calleeName(call, context.model);
  context.report({
    at: call,
    subject: callee,
    message: `\`${callee}\` does not say on whose behalf it asks. When one user abuses the model the provider can only block all; pass a hash of the user as ${isOpenAi ? '`safety_identifier`' : '`metadata={"user_id": ...}`'}.`,
  });
}

export const rule: Rule = {
  id: 'user-identifier-missing',
  title: 'Request to a model names no user',
  stages: ['llm-operate', 'llm-monitor', 'llm-develop-experiment'],
  risks: ['owasp-llm-2026:LLM06', 'owasp-llm-2025:LLM10'],
  cwe: ['CWE-1434'],
  atlas: ['AML.T0040'],
  controls: ['C43', 'C34'],
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  tags: ['llm', 'guard-rails', 'monitoring'],
  languages: ['python'],
  what: 'Finds calls of OpenAI without `safety_identifier` or `user`, and of Anthropic without `metadata`.',
  why: 'Providers watch for abuse. With an identifier they can tell which user it is, warn you and block that one; without, they see only your key. Your own logs can be joined with theirs in the same way.',
  fix: 'Pass a stable identifier that says nothing by itself – a hash of the user’s id, never a name or an address: `safety_identifier=...` (OpenAI), `metadata={"user_id": ...}` (Anthropic).',
  references: [
    {
      title: 'OpenAI: safety best practices',
      url: 'https://platform.openai.com/docs/guides/safety-best-practices',
    },
    { title: 'Anthropic: messages', url: 'https://docs.anthropic.com/en/api/messages' },
  ],
  examples: {
    bad: [
      {
        title: 'OpenAI',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\nclient.chat.completions.create(model="gpt-4o", messages=messages, max_completion_tokens=100)\n',
      },
      {
        title: 'Anthropic',
        code: 'import anthropic\n\nanthropic.Anthropic().messages.create(model="claude", max_tokens=100, messages=messages)\n',
      },
    ],
    good: [
      {
        title: 'OpenAI',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\nclient.chat.completions.create(model="gpt-4o", messages=messages, safety_identifier=user_hash)\nclient.responses.create(model="gpt-4o", input=text, user=user_hash)\n',
      },
      {
        title: 'Anthropic',
        code: 'import anthropic\n\nanthropic.Anthropic().messages.create(model="claude", max_tokens=100, messages=messages, metadata={"user_id": user_hash})\n',
      },
      {
        title: 'arguments from elsewhere',
        code: 'from openai import OpenAI\n\ndef ask(**arguments):\n    return OpenAI().chat.completions.create(**arguments)\n',
      },
    ],
  },
  needs: ['llm-call'],
  on: { api: { 'llm-call': check } },
};
