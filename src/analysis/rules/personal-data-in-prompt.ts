import type { Call, Expression } from '../../source/expression';
import type { Rule, RuleContext } from '../rule';
import { flowOptions } from '../rule-support/flow-options';
import { insertedValues } from '../rule-support/inserted-values';
import { pathSteps } from '../rule-support/path-steps';
import { PROMPT_WORDS, promptListeners } from '../rule-support/prompt-rule';
import { isPersonalName } from '../rule-support/telling-names';

export const rule: Rule = {
  id: 'personal-data-in-prompt',
  title: 'Personal data placed in a prompt',
  stages: ['llm-develop-experiment', 'llm-operate', 'data-engineering', 'model-serving'],
  risks: ['owasp-llm-2026:LLM02', 'owasp-llm-2025:LLM02'],
  cwe: ['CWE-359', 'CWE-201'],
  atlas: ['AML.T0057'],
  controls: ['C19', 'C36'],
  severity: 'warning',
  preset: 'strict',
  since: '0.1.0',
  tags: ['llm', 'prompts', 'privacy'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds fields whose names say that they hold protected personal data (identity and card numbers, birth dates, bank accounts, health records) where they become part of the text sent to a model.',
  why: 'The text leaves the application: it is processed by the provider, kept in traces and caches, and may be repeated to another user. For health, payment and identity data that is rarely covered by what the person agreed to.',
  fix: 'Send only what the task needs. Replace identities by tokens and put them back into the answer, or anonymize the text first (for example with Presidio). Where the data must be sent, record the legal basis and the provider’s retention.',
  references: [
    {
      title: 'OWASP Top 10 for LLM Applications: sensitive information disclosure',
      url: 'https://genai.owasp.org/llmrisk/llm022025-sensitive-information-disclosure/',
    },
    { title: 'Microsoft Presidio: anonymizer', url: 'https://microsoft.github.io/presidio/anonymizer/' },
    {
      title: 'CWE-359: Exposure of Private Personal Information',
      url: 'https://cwe.mitre.org/data/definitions/359.html',
    },
  ],
  examples: {
    bad: [
      {
        title: 'number in a prompt',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\n\ndef check(customer):\n    return client.responses.create(model="gpt-4o", input=f"Is {customer.ssn} a valid number?")\n',
      },
      {
        title: 'health record by its key',
        code: 'import anthropic\n\nclient = anthropic.Anthropic()\n\ndef summarize(row):\n    history = row["medical_history"]\n    return client.messages.create(\n        model="claude", max_tokens=300, messages=[{"role": "user", "content": "Summarise: " + history}]\n    )\n',
      },
    ],
    good: [
      {
        title: 'anonymized first',
        code: 'from openai import OpenAI\nfrom presidio_anonymizer import AnonymizerEngine\n\nclient = OpenAI()\n\ndef check(customer, results):\n    text = AnonymizerEngine().anonymize(text=customer.medical_history, analyzer_results=results).text\n    return client.responses.create(model="gpt-4o", input=f"Summarise: {text}")\n',
      },
      {
        title: 'hash instead of the number',
        code: 'import hashlib\nfrom openai import OpenAI\n\nclient = OpenAI()\n\ndef check(customer):\n    key = hashlib.sha256(customer.ssn.encode()).hexdigest()\n    return client.responses.create(model="gpt-4o", input=f"Ticket of {key}")\n',
      },
      {
        title: 'words about such data',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\n\ndef explain(topic):\n    return client.responses.create(model="gpt-4o", input=f"What is an SSN, an IBAN, a passport number? {topic}")\n',
      },
    ],
  },
  needs: ['llm-call', 'prompt'],
  triggers: () => PROMPT_WORDS,
  on: promptListeners((part, call, context) => {
    for (const value of insertedValues(part.content, context.model)) reportPersonal(value, call, context);
  }),
};

function reportPersonal(value: Expression, call: Call | undefined, context: RuleContext): void {
  const options = flowOptions('prompt', () => false, context);
  for (const origin of context.model.origins(value, options)) {
    const { expression, access, parameter } = origin;
    // A literal is an example or a default, whatever it is called.
    if (expression.kind === 'string') continue;
    const names = [...access, parameter?.parameter.name ?? '', ownName(value), ownName(expression)];
    const field = names.find(isPersonalName);
    if (field === undefined) continue;
    context.report({
      at: value,
      message: `\`${field}\` looks like personal data and becomes part of a prompt, which leaves the application and is kept in traces. Leave it out, or anonymize it first.`,
      subject: field,
      path: pathSteps(origin, `\`${field}\` is read`, {
        range: call?.callee.range ?? value.range,
        label: 'sent to the model',
      }),
    });
    return;
  }
}

function ownName(expression: Expression): string {
  return expression.kind === 'name' || expression.kind === 'attribute' ? expression.name : '';
}
