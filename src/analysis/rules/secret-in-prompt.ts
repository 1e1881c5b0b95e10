import type { Call, Expression } from '../../source/expression';
import type { Rule, RuleContext } from '../rule';
import { JAVASCRIPT } from '../rule-examples/javascript/secret-in-prompt';
import { exampleKey } from '../rule-support/example-keys';
import { flowOptions } from '../rule-support/flow-options';
import { insertedValues } from '../rule-support/inserted-values';
import { pathSteps } from '../rule-support/path-steps';
import { PROMPT_WORDS, promptListeners } from '../rule-support/prompt-rule';
import { secretsIn } from '../rule-support/secret-matcher';
import { isSecretCall, secretSource } from '../rule-support/secret-source';

export const rule: Rule = {
  id: 'secret-in-prompt',
  title: 'Secret placed in a prompt',
  stages: ['llm-develop-experiment', 'llm-operate', 'model-serving'],
  risks: ['owasp-llm-2026:LLM08', 'owasp-llm-2025:LLM07', 'owasp-llm-2026:LLM02', 'owasp-agentic-2026:ASI03'],
  cwe: ['CWE-200', 'CWE-798'],
  atlas: ['AML.T0056', 'AML.T0057', 'AML.T0055'],
  controls: ['C48', 'C12'],
  severity: 'error',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['llm', 'prompts', 'secrets'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds keys, tokens and passwords (from the environment, a vault, a keyring, a settings object or a literal) that become part of the text sent to a model. A key that is given to the client is not reported.',
  why: 'Everything in a prompt can come out again: a user who asks for the instructions gets them often enough, and the provider, traces and logs keep a copy. A model does not need the secret to use a tool; the code around it does.',
  fix: 'Leave the secret out of the prompt. Let a tool or function of your own hold it and make the call, and tell the model only that the tool exists. Change a secret that has been sent.',
  references: [
    {
      title: 'OWASP Top 10 for LLM Applications: system prompt leakage',
      url: 'https://genai.owasp.org/llmrisk/llm072025-system-prompt-leakage/',
    },
    {
      title: 'CWE-200: Exposure of Sensitive Information',
      url: 'https://cwe.mitre.org/data/definitions/200.html',
    },
  ],
  examples: {
    bad: [
      {
        title: 'key in the system prompt',
        code: 'import os\nfrom openai import OpenAI\n\nclient = OpenAI()\nkey = os.environ["WEATHER_API_KEY"]\nclient.chat.completions.create(\n    model="gpt-4o",\n    messages=[{"role": "system", "content": f"Call the weather service with key {key}."}],\n)\n',
      },
      {
        title: 'password in an agent',
        code: 'import os\nfrom crewai import Agent\n\nagent = Agent(role="DBA", goal="Tune queries", backstory="Log in with " + os.getenv("DB_PASSWORD"))\n',
      },
      {
        title: 'secret of a vault in a template',
        code: 'import keyring\nfrom langchain_core.prompts import PromptTemplate\n\ntoken = keyring.get_password("jira", "bot")\nprompt = PromptTemplate.from_template("Use the token %s for Jira. {task}" % token)\n',
      },
      {
        title: 'literal key in a prompt',
        code: `import ollama\n\nTOKEN = "${exampleKey('ghp_', 36)}"  # mlsecops: ignore[secret-in-source] shown by another rule\nollama.generate("llama3", f"Push with {TOKEN}")\n`,
      },
      ...JAVASCRIPT.bad,
    ],
    good: [
      {
        title: 'key of the client',
        code: 'import os\nfrom openai import OpenAI\n\nclient = OpenAI(api_key=os.environ["OPENAI_API_KEY"])\nclient.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello"}])\n',
      },
      {
        title: 'setting that is no secret',
        code: 'import os\nfrom openai import OpenAI\n\nclient = OpenAI()\nlanguage = os.environ.get("ANSWER_LANGUAGE", "English")\nlimit = os.getenv("MAX_TOKENS")\nclient.responses.create(model="gpt-4o", instructions=f"Answer in {language}, {limit} tokens.", input=question)\n',
      },
      {
        title: 'length of a key',
        code: 'import os\nfrom openai import OpenAI\n\nclient = OpenAI()\nclient.responses.create(model="gpt-4o", input=f"Key length: {len(os.environ[\'API_KEY\'])}")\n',
      },
      {
        title: 'answer of a service that was called with a key',
        code: 'import os\nimport requests\nfrom openai import OpenAI\n\nclient = OpenAI()\nreply = requests.get("https://api.example.com", headers={"key": os.environ["WEATHER_API_KEY"]}, timeout=9)\nclient.responses.create(model="gpt-4o", input=f"Summarise: {reply.text}")\n',
      },
      ...JAVASCRIPT.good,
    ],
  },
  needs: ['llm-call', 'prompt'],
  triggers: () => PROMPT_WORDS,
  on: promptListeners((part, call, context) => {
    const { content } = part;
    if (reportWritten(content, context)) return;
    const values = insertedValues(content, context.model);
    for (const value of values) if (reportSecret(value, call, context)) return;
  }),
};

/** A key that stands in the text itself or in a constant put into it. */
function reportWritten(content: Expression, context: RuleContext): boolean {
  const text = (context.model.stringParts(content) ?? [])
    .map((piece) => (piece.kind === 'text' ? piece.value : ' '))
    .join('');
  const [match] = secretsIn(text, context.catalog);
  if (!match) return false;
  context.report({
    at: content,
    message: messageFor(match.format.title),
    subject: match.format.title,
  });
  return true;
}

function reportSecret(value: Expression, call: Call | undefined, context: RuleContext): boolean {
  const options = flowOptions('secret', (other) => isSecretCall(other, context), context);
  for (const origin of context.model.origins(value, options)) {
    const source = secretSource(origin, context);
    if (!source) continue;
    context.report({
      at: value,
      message: messageFor(`\`${source.name}\``),
      subject: source.name,
      confidence: source.confidence,
      path: pathSteps(origin, `\`${source.name}\` is read`, {
        range: call?.callee.range ?? value.range,
        label: 'sent to the model',
      }),
    });
    return true;
  }
  return false;
}

function messageFor(secret: string): string {
  return `${secret} becomes part of a prompt, and what is in a prompt can be asked out of the model or read in logs. Keep it in the code that makes the call, and change it if it has been sent.`;
}
