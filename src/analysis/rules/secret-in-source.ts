import type { Call, StringExpression } from '../../source/expression';
import type { Rule, RuleContext } from '../rule';
import { environmentFix } from '../rule-support/environment-fix';
import { exampleKey, HEXADECIMAL } from '../rule-support/example-keys';
import { isModelClient, keyArguments } from '../rule-support/key-arguments';
import { literalSecrets, type LiteralSecret } from '../rule-support/literal-secrets';
import { bitsPerCharacter, isPlaceholder } from '../rule-support/placeholder';
import { maskSecret, wholeSecret } from '../rule-support/secret-matcher';
import { secretTriggers } from '../rule-support/secret-triggers';

const OPENAI = exampleKey('sk-proj-', 60);
const HUGGING_FACE = exampleKey('hf_', 34);

export const rule: Rule = {
  id: 'secret-in-source',
  title: 'Key or token in source code',
  stages: ['experimentation', 'pipeline-dev-test', 'continuous-integration', 'llm-develop-experiment'],
  risks: ['owasp-llm-2026:LLM02', 'owasp-llm-2025:LLM02', 'owasp-agentic-2026:ASI03', 'owasp-ml-2023:ML05'],
  cwe: ['CWE-798'],
  atlas: ['AML.T0055'],
  controls: ['C12'],
  severity: 'error',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['secrets'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds keys and tokens of model providers, model hubs, vector stores, tracing services and clouds in string literals. A text counts when it has the exact format that the provider issues and is not a placeholder; keys without a format of their own count only where a variable or a client says what they are.',
  why: 'Whoever can read the repository, a notebook copy, a container image or a crash report can use the key: spend the budget, read prompts and files of the account, download private models. Deleting the line does not help, because the history keeps it.',
  fix: 'Revoke the key at the provider first. Then read the new one at run time: from an environment variable, the secret store of the platform, or a `.env` file that is not committed.',
  references: [
    {
      title: 'CWE-798: Use of Hard-coded Credentials',
      url: 'https://cwe.mitre.org/data/definitions/798.html',
    },
    {
      title: 'OpenAI: best practices for API key safety',
      url: 'https://help.openai.com/en/articles/5112595-best-practices-for-api-key-safety',
    },
    { title: 'Hugging Face: user access tokens', url: 'https://huggingface.co/docs/hub/security-tokens' },
  ],
  examples: {
    bad: [
      {
        title: 'key given to a client',
        code: `from openai import OpenAI\n\nclient = OpenAI(api_key="${OPENAI}")\n`,
      },
      {
        title: 'token in a variable',
        code: `from huggingface_hub import login\n\nHF_TOKEN = "${HUGGING_FACE}"\nlogin(HF_TOKEN)\n`,
      },
      {
        title: 'key put into the environment by the program itself',
        code: `import os\n\nos.environ["OPENAI_API_KEY"] = "${OPENAI}"\n`,
      },
      {
        title: 'key in a header',
        code: `headers = {"Authorization": f"Bearer ${HUGGING_FACE}"}\n`,
      },
      {
        title: 'key without a format of its own, told by its name',
        code: `MISTRAL_API_KEY = "${exampleKey('', 32)}"\n`,
      },
      {
        title: 'key without a format of its own, told by the client',
        code: `import wandb\n\nwandb.login(key="${exampleKey('', 40, HEXADECIMAL)}")\n`,
      },
    ],
    good: [
      {
        title: 'read from the environment',
        code: 'import os\nfrom openai import OpenAI\n\nclient = OpenAI(api_key=os.environ["OPENAI_API_KEY"])\n',
      },
      {
        title: 'placeholders',
        code: 'a = "sk-..."\nb = "your-api-key"\nc = "sk-proj-XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX"\nd = "hf_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"\ne = "<OPENAI_API_KEY>"\n',
      },
      {
        title: 'a local server that takes any key',
        code: 'from openai import OpenAI\n\nclient = OpenAI(base_url="http://localhost:8000/v1", api_key="EMPTY")\n',
      },
      {
        title: 'hash of a commit',
        code: `REVISION = "${exampleKey('', 40, HEXADECIMAL)}"\n`,
      },
      {
        title: 'a name that only starts like a key',
        code: 'name = "hf_hub_download_with_a_very_long_name_here"\nother = "sk-learn-compatible-estimator-for-all-the-things"\n',
      },
    ],
  },
  triggers: secretTriggers,
  on: {
    string: (literal, context) => {
      for (const found of literalSecrets(literal, context)) report(found, literal, context);
    },
    call: checkClient,
  },
};

function report(found: LiteralSecret, literal: StringExpression, context: RuleContext): void {
  const { format, secret, range, whole } = found;
  context.report({
    at: range,
    message: `This ${format.title} (${maskSecret(secret)}) can be used by everybody who reads the file or its history. Revoke it, and read the new one from ${format.environment} in the environment.`,
    subject: format.title,
    fixes: whole ? environmentFix(literal, format.environment, context.model) : [],
  });
}

/** Keys that only the client they are passed to makes recognisable. */
function checkClient(call: Call, context: RuleContext): void {
  if (call.names.length === 0) return;
  for (const { value } of keyArguments(call)) {
    const literal = context.model.dereference(value);
    if (literal.kind !== 'string' || literal.value === undefined) continue;
    if (literalSecrets(literal, context).length > 0) continue;
    const secret = literal.value;
    const format = wholeSecret(secret, context.catalog, ({ context: place }) =>
      (place?.modules ?? []).some((module) => call.names.some((name) => `${name}.`.startsWith(`${module}.`))),
    );
    if (format) report({ format, secret, range: literal.range, whole: true }, literal, context);
    else if (looksIssued(secret) && isModelClient(call, context))
      reportUnknownFormat(literal, secret, context);
  }
}

/** Random enough to be a key, although no provider's format is known for it. */
function looksIssued(text: string): boolean {
  const isKeyLike = /^[A-Za-z0-9_\-.+/=]{24,200}$/.test(text) && /\d/.test(text) && /[A-Za-z]/.test(text);
  return isKeyLike && !isPlaceholder(text) && bitsPerCharacter(text) >= 3.7;
}

function reportUnknownFormat(literal: StringExpression, secret: string, context: RuleContext): void {
  context.report({
    at: literal,
    message: `The client gets its key as a literal (${maskSecret(secret)}) that everybody who reads the file can use. If it is a real key, revoke it, and read the new one from the environment.`,
    subject: 'API key',
    confidence: 'probable',
    fixes: environmentFix(literal, 'API_KEY', context.model),
  });
}
