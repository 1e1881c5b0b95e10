import type { Call } from '../../source/expression';
import type { Rule, RuleContext } from '../rule';
import { loggedSecret, writesTo } from '../rule-support/logged-secret';
import { pathSteps } from '../rule-support/path-steps';

const WRITERS = ['print', 'log', 'raise', 'console', 'wandb', 'set_attribute', 'setAttribute', 'streamlit'];
const NAMES = [
  'api_key',
  'apikey',
  'API_KEY',
  'apiKey',
  'assword',
  'ASSWORD',
  'ecret',
  'SECRET',
  '_token',
  'TOKEN',
  'Token',
  'getpass',
];

function check(call: Call, context: RuleContext): void {
  const place = writesTo(call);
  if (place === undefined) return;
  const found = loggedSecret(call, context);
  if (!found) return;
  const { name, confidence, origin, value } = found;
  const shown = `\`${name}\``;
  context.report({
    at: value,
    subject: name,
    confidence,
    message: `${shown} is written to ${place}, where it is kept and read by more people than may use it. Leave it out, or write only whether it is set.`,
    ...(origin
      ? {
          path: pathSteps(origin, `${shown} is read`, {
            range: call.callee.range,
            label: `written to ${place}`,
          }),
        }
      : {}),
  });
}

export const rule: Rule = {
  id: 'secret-in-log',
  title: 'Secret written to a log, trace or error message',
  stages: ['experimentation', 'model-serving', 'llm-develop-experiment', 'llm-monitor'],
  risks: ['owasp-llm-2026:LLM02', 'owasp-llm-2025:LLM02', 'owasp-agentic-2026:ASI03', 'owasp-ml-2023:ML05'],
  cwe: ['CWE-532'],
  atlas: ['AML.T0055'],
  controls: ['C12', 'C20'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['secrets', 'logging'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds keys, tokens and passwords – from the environment, a vault, a prompt for one, or by the name of a variable – that are printed, logged, put into the text of an error, an experiment tracker, a span or a page. A part of a key, its length, a hash of it, and whether it is set are left alone.',
  why: 'Logs, traces and trackers are kept for years, copied to other services and read by many; errors are shown to users. The outputs of a notebook are committed with it.',
  fix: 'Write whether the key is set, not what it is. Where two keys must be told apart, write a hash or the last four characters. Replace a key that has been written.',
  references: [
    {
      title: 'CWE-532: Insertion of Sensitive Information into Log File',
      url: 'https://cwe.mitre.org/data/definitions/532.html',
    },
  ],
  examples: {
    bad: [
      {
        title: 'printed and logged',
        code: 'import logging\nimport os\n\nkey = os.environ["OPENAI_API_KEY"]\nprint(key)\nprint("key:", os.getenv("HF_TOKEN"))\nlogging.info(f"using {key}")\nlogger = logging.getLogger(__name__)\nlogger.debug("token %s", os.environ.get("WANDB_API_KEY"))\n',
        findings: 4,
      },
      {
        title: 'by its name',
        code: 'import logging\n\n\ndef connect(host, password, api_key):\n    print(f"{host} {password}")\n    logging.error("failed with key " + api_key)\n',
        findings: 2,
      },
      {
        title: 'names that begin like a flag',
        code: 'def connect(user_password, notion_api_key):\n    print(user_password)\n    print("key:", notion_api_key)\n',
        findings: 2,
      },
      {
        title: 'in an error',
        code: 'import os\n\napi_key = os.environ["ANTHROPIC_API_KEY"]\nif not api_key.startswith("sk-ant-"):\n    raise ValueError(f"Bad key: {api_key}")\n',
      },
      {
        title: 'tracker, page and span',
        code: 'import os\n\nimport mlflow\nimport streamlit as st\nimport wandb\n\ntoken = os.environ["HF_TOKEN"]\nmlflow.log_param("token", token)\nwandb.config.update({"api_key": os.environ["OPENAI_API_KEY"]})\nst.write(token)\nspan.set_attribute("auth", token)\n',
        findings: 4,
      },
      {
        title: 'JavaScript',
        file: 'src/server.ts',
        code: 'const apiKey = process.env.OPENAI_API_KEY;\nconsole.log(apiKey);\nconsole.error(`key ${process.env.ANTHROPIC_API_KEY}`);\n',
        findings: 2,
      },
    ],
    good: [
      {
        title: 'a part, a length, whether it is set',
        code: 'import os\nimport hashlib\n\napi_key = os.environ.get("OPENAI_API_KEY", "")\nprint(api_key[:4])\nprint(f"...{api_key[-4:]}")\nprint(len(api_key), bool(api_key), api_key is not None)\nprint("set" if api_key else "missing")\nprint("OPENAI_API_KEY" in os.environ)\nprint(hashlib.sha256(api_key.encode()).hexdigest())\n',
      },
      {
        title: 'settings, names and tokens of a text',
        code: 'import os\n\nprint(os.environ["HOME"], os.getenv("MAX_TOKENS"))\nraise ValueError("OPENAI_API_KEY is not set")\nfor token in tokens:\n    print(token)\nprint(num_tokens, tokenizer.pad_token, eos_token)\n',
      },
      {
        title: 'given to a client',
        code: 'import os\nfrom openai import OpenAI\n\nclient = OpenAI(api_key=os.environ["OPENAI_API_KEY"])\nprint(client.models.list())\n',
      },
      {
        title: 'the place where a token lies',
        seen: 'transformers, integrations/integration_utils.py',
        code: 'import os\n\n\ndef token():\n    token_path = os.environ.get("KUBEFLOW_TRAINER_SERVER_TOKEN")\n    if not token_path or not os.path.exists(token_path):\n        logger.debug(f"no token at {token_path}")\n',
      },
      {
        title: 'masked',
        code: 'import os\n\nsecret_key = mask(os.environ["SECRET_KEY"])\nprint(secret_key)\nprint(mask(os.environ["SECRET_KEY"]))\n',
      },
      {
        title: 'JavaScript',
        file: 'src/server.ts',
        code: "console.log(process.env.NODE_ENV, Boolean(process.env.OPENAI_API_KEY), process.env.OPENAI_API_KEY ? 'set' : 'missing');\nif (!process.env.OPENAI_API_KEY) throw new Error('OPENAI_API_KEY is missing');\n",
      },
    ],
  },
  triggers: () => WRITERS.flatMap((writer) => NAMES.map((name) => [writer, name])),
  on: { call: check },
};
