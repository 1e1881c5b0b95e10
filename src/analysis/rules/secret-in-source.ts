import type { Rule } from '../rule';
import { exampleKey, HEXADECIMAL } from '../rule-support/example-keys';
import { checkComments } from '../rule-support/key-in-comment';
import { checkKeyInCall } from '../rule-support/key-in-call';
import { checkSetting, checkText } from '../rule-support/key-in-settings';
import { checkKeyLiteral } from '../rule-support/key-literal';
import { keyWords, settingWords } from '../rule-support/key-words';
import { secretTriggers } from '../rule-support/secret-triggers';

import { isProgramLanguage } from '../../source/program-language';
import { LANGUAGES } from '../../source/model';
const OPENAI = exampleKey('sk-proj-', 60);
const HUGGING_FACE = exampleKey('hf_', 34);

export const rule: Rule = {
  id: 'secret-in-source',
  title: 'Key or token in source code or configuration',
  stages: ['experimentation', 'pipeline-dev-test', 'continuous-integration', 'llm-develop-experiment'],
  risks: ['owasp-llm-2026:LLM02', 'owasp-llm-2025:LLM02', 'owasp-agentic-2026:ASI03', 'owasp-ml-2023:ML05'],
  cwe: ['CWE-798'],
  atlas: ['AML.T0055'],
  controls: ['C12'],
  severity: 'error',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['secrets'],
  languages: LANGUAGES,
  what: 'Finds keys and tokens of model providers, model hubs, vector stores, tracing services and clouds in programs, comments, notebooks, configuration, scripts and instructions. A text counts when it has the format that the provider issues and is not a placeholder; keys without a format of their own count only where a name or a client says what they are. A text that only begins like a key, or is as random as one, is shown as information where a key belongs: given to a client, as a default, in a header. Addresses that hold a password are found too.',
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
      {
        title: 'commented out',
        code: `from openai import OpenAI\n\n# client = OpenAI(api_key="${OPENAI}")\nclient = OpenAI()\n`,
      },
      {
        title: 'begins like a key',
        code: 'import os\nimport openai\nfrom openai import AsyncOpenAI, OpenAI\n\nopenai.api_key = "sk-1234567890abcdef"\nos.environ["OPENAI_API_KEY"] = "sk-proj-12ab34cd56ef"\nclient = OpenAI(api_key="sk-abc123def456")\nother = AsyncOpenAI(**{"api_key": "sk-abc123def456"})\nheaders = {"Authorization": "Bearer sk-1a2b3c4d5e6f"}\n',
        findings: 5,
      },
      {
        title: 'as what is used when nothing is given',
        code: 'import argparse\nimport os\n\nkey = os.getenv("OPENAI_API_KEY", "sk-1234567890abcdef")\ntoken = os.environ.get("HF_TOKEN", "hf_a1b2c3d4e5f6")\nparser = argparse.ArgumentParser()\nparser.add_argument("--api-key", default="sk-9876543210fedcba")\n\n\ndef ask(question, api_key: str = "sk-ant-a1b2c3d4"):\n    pass\n',
        findings: 4,
      },
      {
        title: 'as random as a key, under the name of one',
        code: `SERVICE_API_KEY = "${exampleKey('', 36)}"\nrequests.get(url, headers={"X-API-Key": "${exampleKey('', 40)}"})\n`,
        findings: 2,
      },
      {
        title: 'password in an address',
        code: 'DATABASE_URL = "postgresql+asyncpg://app:Tr0ub4dorAnd3@db.acme.io/prompts"\ncache = redis.from_url("redis://:q8WmTz51@cache.acme.io:6379/0")\n',
        findings: 2,
      },
      {
        title: 'JavaScript',
        file: 'src/chat.ts',
        code: `import OpenAI from 'openai';\n\nconst client = new OpenAI({ apiKey: '${OPENAI}' });\nconst other = new OpenAI({ apiKey: 'sk-1234567890abcdef' });\nconst key = process.env.OPENAI_API_KEY || 'sk-1234567890abcdef';\n// const old = '${HUGGING_FACE}';\n`,
        findings: 4,
      },
      {
        title: 'an environment that is checked in',
        file: '.env',
        code: `OPENAI_API_KEY=${OPENAI}\nSEARCH_API_KEY="${exampleKey('', 40)}"\nDB_PASSWORD=Tr0ub4dor-3\n# HF_TOKEN=${HUGGING_FACE}\n`,
        findings: 4,
      },
      {
        title: 'services',
        file: 'docker-compose.yml',
        code: `services:\n  api:\n    environment:\n      OPENAI_API_KEY: ${OPENAI}\n  worker:\n    environment:\n      - HF_TOKEN=${HUGGING_FACE}\n`,
        findings: 2,
      },
      {
        title: 'a pipeline',
        file: '.github/workflows/train.yml',
        code: `jobs:\n  train:\n    runs-on: ubuntu-latest\n    env:\n      WANDB_API_KEY: ${exampleKey('', 40, HEXADECIMAL)}\n    steps:\n      - run: HF_TOKEN=${HUGGING_FACE} python train.py\n`,
        findings: 2,
      },
      {
        title: 'settings',
        file: 'config.toml',
        code: `[openai]\napi_key = "${OPENAI}"\n`,
      },
      {
        title: 'a service account',
        file: 'service-account.json',
        code: `{"type": "service_account", "private_key": "-----BEGIN PRIVATE KEY-----\\n${exampleKey('', 64)}\\n${exampleKey('', 64)}\\n-----END PRIVATE KEY-----\\n"}\n`,
      },
      {
        title: 'a script',
        file: 'run.sh',
        code: `export OPENAI_API_KEY=${OPENAI}\nexport SEARCH_API_KEY="${exampleKey('', 40)}"\ncurl -H "Authorization: Bearer ${HUGGING_FACE}" https://huggingface.co/api/whoami-v2\ngit clone https://me:q8WmTz51xx@git.acme.io/models.git\n`,
        findings: 4,
      },
      {
        title: 'instructions to an agent',
        file: 'AGENTS.md',
        code: `Call the service with the key ${OPENAI}.\n`,
      },
      {
        title: 'the address of an index',
        file: 'requirements.txt',
        code: '--extra-index-url https://build:q8WmTz51xx@pypi.acme.io/simple\ntorch==2.6.0\n',
      },
      {
        title: 'the token of a registry',
        file: '.npmrc',
        code: `//registry.npmjs.org/:_authToken=${exampleKey('npm_', 36)}\n`,
      },
      {
        title: 'in a command of an image',
        file: 'Dockerfile',
        code: `FROM python:3.12\nRUN hf auth login --token ${HUGGING_FACE}\nUSER me\n`,
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
      {
        title: 'stand-ins where a key belongs',
        code: 'import os\nfrom openai import OpenAI\n\nOpenAI(api_key="sk-test-1234567890")\nOpenAI(api_key="sk-xxxxxxxx1")\nOpenAI(api_key="fake-key-123")\nOpenAI(api_key="ollama")\nOpenAI(api_key="sk-...")\nos.environ["OPENAI_API_KEY"] = "sk-your-key-1"\nkey = os.getenv("OPENAI_API_KEY", "")\nkey = os.getenv("OPENAI_API_KEY", "EMPTY")\nAPI_KEY_NAME = "X-API-Key-2"\nTOKEN_URL = "https://auth.acme.io/oauth2/v2.0/token"\n',
      },
      {
        title: 'names of variables, secrets and files',
        code: 'api_key = "projects/my-project-1/secrets/openai/versions/3"\nsecret_key = "OPENAI_API_KEY_2_FOR_TESTS_ONLY"\naccess_token = "/run/secrets/access_token_2025"\npassword = "settings.database_1.password_value"\n',
      },
      {
        title: 'addresses without a secret',
        code: 'a = "postgresql://postgres:postgres@localhost:5432/app"\nb = "postgresql://user:password@host:5432/db"\nc = f"mysql://{user}:{password}@db.acme.io"\nd = "redis://localhost:6379/0"\ne = "https://acme.io/search?key=title-of-the-page"\nf = "mongodb://<user>:<password>@cluster.acme.io"\n',
      },
      {
        title: 'a password that anybody may give',
        code: 'parts = urlsplit("ftp://anonymous:flabada@ftp.acme.io/pub/data.tar.gz")\nmirror = "ftp://ftp:me%40acme.io@mirror.acme.io/"\n',
      },
      {
        title: 'references in configuration',
        file: '.github/workflows/train.yml',
        code: 'jobs:\n  train:\n    runs-on: ubuntu-latest\n    env:\n      OPENAI_API_KEY: ${{ secrets.OPENAI_API_KEY }}\n      GITHUB_TOKEN: ${{ github.token }}\n      MAX_TOKENS: 4096\n    steps:\n      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683\n      - run: HF_TOKEN=$TOKEN python train.py\n',
      },
      {
        title: 'an environment to be filled in',
        file: '.env.example',
        code: 'OPENAI_API_KEY=sk-...\nHF_TOKEN=hf_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\nDB_PASSWORD=changeme\nPOSTGRES_PASSWORD=postgres\nANTHROPIC_API_KEY=your-key-here\nLANGSMITH_API_KEY=\nKEY_FILE=/run/secrets/key\n',
      },
      {
        title: 'hashes of packages and models',
        file: 'package-lock.json',
        code: `{"packages": {"node_modules/x": {"integrity": "sha512-${exampleKey('', 86)}==", "resolved": "https://registry.npmjs.org/x/-/x-1.0.0.tgz"}}}\n`,
      },
      {
        title: 'services with variables',
        file: 'compose.yaml',
        code: 'services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: ${POSTGRES_PASSWORD}\n      OPENAI_API_KEY:\n  api:\n    environment:\n      - HF_TOKEN\n      - API_KEY=${API_KEY:-none}\n',
      },
    ],
  },
  triggers: (catalog, language) => [
    ...secretTriggers(catalog, language),
    ...(isProgramLanguage(language) ? keyWords() : settingWords()),
  ],
  on: {
    string: (literal, context) =>
      isProgramLanguage(context.model.language)
        ? checkKeyLiteral(literal, context)
        : checkSetting(literal, context),
    call: checkKeyInCall,
    text: (text, context) =>
      isProgramLanguage(context.model.language) ? checkComments(text, context) : checkText(text, context),
  },
};
