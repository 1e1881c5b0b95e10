import type { Call } from '../../source/expression';
import type { Rule, RuleContext } from '../rule';
import { loggedSecret, writesTo } from '../rule-support/logged-secret';
import { loggedSecretWords } from '../rule-support/logged-secret-words';
import { pathSteps } from '../rule-support/path-steps';

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
        title: 'of tokens those that open something',
        code: 'import os\n\n\ndef connect(access_token, githubToken):\n    print(access_token)\n    print(githubToken)\n    print(os.environ["ACME_TOKEN"])\n',
        findings: 3,
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
        title: 'tokens of a vocabulary, ids and states',
        seen: 'transformers, processing_florence2.py, tokenization_luke.py; lm_eval, models/huggingface.py; langsmith, resources/public/runs.py; huggingface_hub, utils/_oauth_device.py; ray, serve/_private/replica.py',
        code: 'import os\n\n\ndef check(self, task_token, think_end_token, share_token, reserved_slot_token):\n    if len(task_token) > 1:\n        raise ValueError(f"Task token {task_token} should be the only content in the prompt.")\n    print(f"Found {self.image_token} tokens, {think_end_token=}", {"token": share_token})\n    raise DeviceCodeError("Device code expired.", error_code=DeviceErrorCode.EXPIRED_TOKEN, slot=reserved_slot_token)\n',
      },
      {
        title: 'names of variables',
        seen: 'wandb, sdk/lib/wbauth/authenticate.py; anthropic, lib/credentials/_chain.py',
        code: 'from wandb import env\n\nraise AuthenticationError(f"{env.API_KEY} invalid: {e}")\nraise ValueError(f"{ENV_API_KEY} is not set")\n',
      },
      {
        title: 'an address that is kept beside its key, a path, a hash',
        seen: 'langsmith, client.py; ray, autoscaler/_private/_azure/config.py; jupyter_server, serverapp.py',
        code: 'import logging\n\nlogger = logging.getLogger(__name__)\n\n\nclass Client:\n    def send(self, api_key, config, settings):\n        urls = {self.api_url: api_key}\n        for api_url in urls.values():\n            logger.warning("Failed to reach %s", api_url)\n        private_key_path = config.ssh_private_key\n        logger.info("key at %s", private_key_path)\n        print(settings.hashed_password)\n',
      },
      {
        title: 'nothing was given',
        seen: 'anthropic, lib/_scoped_client.py',
        code: 'def scoped(client, auth_token, api_key):\n    if not auth_token:\n        raise ValueError(f"Expected a non-empty value for `auth_token` but received {auth_token!r}")\n    if api_key is None:\n        raise ValueError(f"no key: {api_key}")\n',
      },
      {
        title: 'nothing was given, in JavaScript',
        file: 'src/client.ts',
        code: 'function scoped(apiKey: string, authToken: string) {\n  if (!apiKey) throw new Error(`bad key: ${apiKey}`);\n  if (authToken === undefined) {\n    console.error(authToken);\n  }\n}\n',
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
  triggers: loggedSecretWords,
  on: { call: check },
};
