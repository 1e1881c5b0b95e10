import type { DockerInstruction } from '../../source/content/docker-instruction';
import { isPartlyUnknown } from '../rule-support/commands/known-value';
import { isSecretName, passedSecret, secretFile } from '../rule-support/commands/image-secrets';
import { isPlaceholder } from '../rule-support/placeholder';
import type { Rule, RuleContext } from '../rule';

const ADVICE = 'Give it to the build with `RUN --mount=type=secret`, or to the container when it starts.';

function check(instruction: DockerInstruction, context: RuleContext): void {
  const { keyword } = instruction;
  if (keyword === 'ENV' || keyword === 'ARG') checkSettings(instruction, context);
  else if (keyword === 'COPY' || keyword === 'ADD') checkFiles(instruction, context);
  else if (keyword === 'RUN') checkCommands(instruction, context);
}

function checkSettings({ keyword, settings }: DockerInstruction, context: RuleContext): void {
  for (const { name, value, range } of settings) {
    if (!isSecretName(name)) continue;
    const isGiven = value === undefined || isPartlyUnknown(value);
    if (!isGiven && (value.trim() === '' || isHarmless(value))) continue;
    const what = isGiven
      ? keyword === 'ARG'
        ? `The build argument \`${name}\` can be read in the history of the image.`
        : `\`${name}\` stays in the image for everybody who can pull it.`
      : `The value of \`${name}\` is written into the image and this file.`;
    context.report({ at: range, subject: name, message: `${what} ${ADVICE}` });
  }
}

/** A word that stands where people put their own. */
function isHarmless(value: string): boolean {
  return (
    /^(?:true|false|none|null|\d{1,6}|x+|\*+|<.*>|change_?me|secret|password|todo)$/iu.test(value) ||
    (value.length < 40 &&
      /your|example|placeholder|dummy|change.?me|replace|xxx|fake|not[-_ ]?(?:needed|used|required|set)|^empty$|^unused$|^build$/iu.test(
        value,
      )) ||
    (value.length >= 40 && isPlaceholder(value))
  );
}

function checkFiles({ text, flags, range }: DockerInstruction, context: RuleContext): void {
  // What comes from another stage or a text behind `<<` is no file of the project.
  if (flags.some(({ name }) => name === '--from') || text.includes('<<')) return;
  const words = text.startsWith('[')
    ? [...text.matchAll(/"((?:\\.|[^"\\])*)"/gu)].map((match) => match[1] ?? '')
    : text.split(/\s+/u);
  const found = words.slice(0, -1).find(secretFile);
  if (found === undefined) return;
  context.report({
    at: range,
    subject: found,
    message: `\`${found}\` holds credentials and becomes part of the image, for everybody who can pull it. ${ADVICE}`,
  });
}

function checkCommands({ commands, flags }: DockerInstruction, context: RuleContext): void {
  const isMounted = flags.some(({ name, value }) => name === '--mount' && /type=secret/u.test(value ?? ''));
  if (isMounted) return;
  for (const command of commands) {
    const found = passedSecret(command);
    if (!found) continue;
    context.report({
      at: found.range,
      subject: found.name,
      message: `\`${found.name}\` is part of a command whose text stays in the history of the image. ${ADVICE}`,
    });
  }
}

export const rule: Rule = {
  id: 'secret-in-image',
  title: 'Secret becomes part of a container image',
  stages: ['continuous-integration', 'continuous-deployment', 'model-serving', 'llm-deploy'],
  risks: ['owasp-llm-2026:LLM02', 'owasp-llm-2025:LLM02', 'owasp-ml-2023:ML05'],
  cwe: ['CWE-798', 'CWE-200'],
  atlas: ['AML.T0055'],
  controls: ['C12', 'C29'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['secrets', 'containers'],
  languages: ['dockerfile'],
  what: 'Finds `ENV` and `ARG` whose names say that they are keys, tokens or passwords, with a value or with one that is put in at build time; `COPY` of `.env` and of files with credentials; and tokens in `RUN` commands that are not mounted as a secret. Empty values and placeholders are left alone.',
  why: 'An image keeps every layer and the text of every instruction. Whoever can pull it reads the key with `docker history` or unpacks the file, also after a later layer has removed it.',
  fix: 'At build time use `RUN --mount=type=secret,id=hf_token` and `docker build --secret`. At run time pass it through the environment or a secret store. List `.env` in `.dockerignore`. A key that was in an image counts as known: replace it.',
  references: [
    { title: 'Docker: build secrets', url: 'https://docs.docker.com/build/building/secrets/' },
    {
      title: 'Docker: build check SecretsUsedInArgOrEnv',
      url: 'https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/',
    },
  ],
  examples: {
    bad: [
      {
        title: 'a key in the environment',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nENV OPENAI_API_KEY=9f3b1c7d2e5a4f60b8c1d2e3f4a5b6c7\nUSER me\n',
      },
      {
        title: 'a password, the old way',
        file: 'Dockerfile',
        code: 'FROM postgres:16\nENV POSTGRES_PASSWORD hunter2hunter\nUSER me\n',
      },
      {
        title: 'build arguments',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nARG HF_TOKEN\nENV HF_TOKEN=$HF_TOKEN\nUSER me\n',
        findings: 2,
      },
      {
        title: 'several at once',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nENV A=1 \\\n    AWS_SECRET_ACCESS_KEY="q7Zr5Tn1" \\\n    WANDB_API_KEY=${WANDB_API_KEY}\nUSER me\n',
        findings: 2,
      },
      {
        title: 'a file of settings',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nCOPY .env /app/.env\nCOPY ["config/service-account.json", "/app/"]\nADD id_rsa /root/.ssh/\nUSER me\n',
        findings: 3,
      },
      {
        title: 'in a command',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nARG TOKEN_FOR_BUILD\nRUN huggingface-cli login --token $HF_TOKEN\nRUN git clone https://${GITHUB_TOKEN}@github.com/acme/private.git\nUSER me\n',
        findings: 2,
      },
    ],
    good: [
      {
        title: 'mounted',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nRUN --mount=type=secret,id=hf_token,env=HF_TOKEN hf auth login --token $HF_TOKEN\nUSER me\n',
      },
      {
        title: 'settings that only sound so',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nENV TOKENIZERS_PARALLELISM=false MAX_TOKENS=512 HF_TOKEN_PATH=/run/secrets/hf KEY_LENGTH=32 PASSWORD_FILE=/run/secrets/x SSH_KEY_NAME=a\nARG PYTHON_VERSION=3.12\nUSER me\n',
      },
      {
        title: 'empty and placeholders',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nENV OPENAI_API_KEY="" HF_TOKEN=your-token-here API_KEY=changeme\nUSER me\n',
      },
      {
        title: 'files that hold none',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nCOPY .env.example requirements.txt ./\nCOPY --from=build /app/.env /app/\nCOPY . /app\nUSER me\n',
      },
    ],
  },
  on: { instruction: check },
};
