import type { DataNode } from '../../source/content/data-node';
import type { DockerInstruction } from '../../source/content/docker-instruction';
import type { Rule, RuleContext } from '../rule';
import {
  environmentSettings,
  imageSettings,
  type EnvironmentSetting,
} from '../rule-support/deployment/environment-settings';
import { DEFAULT_PASSWORD, LOGIN_OFF, PASSWORD_NAME } from '../rule-support/deployment/login-settings';

function check(root: DataNode, context: RuleContext): void {
  for (const setting of environmentSettings(root, context)) examine(setting, context);
}

function checkInstruction(instruction: DockerInstruction, context: RuleContext): void {
  for (const setting of imageSettings(instruction)) examine(setting, context);
}

function examine({ name, value, range }: EnvironmentSetting, context: RuleContext): void {
  const text = value.replace(/^\$\{\w+:?-([^}]*)\}$/u, '$1').trim();
  const found = LOGIN_OFF.find((one) => one.name.test(name) && one.value.test(text));
  if (found) {
    // In a list of what is to be filled in, nothing is still to come.
    if (text === '' && context.role === 'environment') return;
    context.report({
      at: range,
      subject: name,
      message: `\`${name}=${text}\` ${found.does}. Set a password or key of its own, or bind the service to 127.0.0.1.`,
      ...(found.severity ? { severity: found.severity } : {}),
    });
    return;
  }
  if (PASSWORD_NAME.test(name) && DEFAULT_PASSWORD.test(text) && context.role !== 'environment')
    context.report({
      at: range,
      subject: name,
      message: `\`${name}\` is a password that is tried first. Take it from the environment or a secret that is made at installation (\`\${${name}:?}\`).`,
      severity: 'info',
    });
}

export const rule: Rule = {
  id: 'service-login-off',
  title: 'Service is set up without a login or with a default password',
  stages: ['continuous-deployment', 'model-serving', 'llm-deploy', 'experimentation'],
  risks: ['owasp-ml-2023:ML05', 'owasp-ml-2023:ML10', 'owasp-llm-2026:LLM02', 'owasp-agentic-2026:ASI03'],
  cwe: ['CWE-306', 'CWE-1392'],
  atlas: ['AML.T0049', 'AML.T0012'],
  controls: ['C34', 'C30'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['serving', 'exposure', 'deployment'],
  languages: ['yaml', 'dockerfile', 'dotenv'],
  what: 'Finds variables in compose files, Kubernetes manifests, Dockerfiles and `.env` files that leave a service without a login (an empty `JUPYTER_TOKEN`, `OLLAMA_HOST=0.0.0.0`, anonymous access to Weaviate, `ALLOW_RESET`, `trust` of PostgreSQL, Open WebUI, Langflow, Elasticsearch and others), and, as information, passwords that every attacker tries first (`minioadmin`, `postgres`).',
  why: 'Behind these services lie the models, prompts and documents, and in notebooks and flows a place to run code. Default passwords are tried by programs within minutes after a port is open.',
  fix: 'Make a password at installation and take it from the environment or a secret: `POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?}`. Leave switches that allow anonymous access out.',
  references: [
    {
      title: 'CWE-306: Missing Authentication for Critical Function',
      url: 'https://cwe.mitre.org/data/definitions/306.html',
    },
    { title: 'Docker: secrets in compose', url: 'https://docs.docker.com/compose/how-tos/use-secrets/' },
  ],
  examples: {
    bad: [
      {
        title: 'compose',
        file: 'docker-compose.yml',
        code: 'services:\n  lab:\n    build: .\n    environment:\n      - JUPYTER_TOKEN=\n      - OLLAMA_HOST=0.0.0.0\n      - ALLOW_RESET=TRUE\n  db:\n    image: postgres:16.2\n    environment:\n      POSTGRES_HOST_AUTH_METHOD: trust\n  vectors:\n    image: semitechnologies/weaviate:1.27.0\n    environment:\n      AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED: "true"\n  search:\n    image: elasticsearch:8.15.0\n    environment: ["xpack.security.enabled=false"]\n  ui:\n    image: ghcr.io/open-webui/open-webui:v0.5.0\n    environment: { WEBUI_AUTH: "False" }\n',
        findings: 7,
      },
      {
        title: 'passwords that come with the service (information)',
        file: 'compose.yaml',
        code: 'services:\n  store:\n    image: minio/minio:RELEASE.2024-01-01T00-00-00Z\n    environment:\n      MINIO_ROOT_PASSWORD: minioadmin\n  db:\n    image: postgres:16.2\n    environment:\n      - POSTGRES_PASSWORD=postgres\n      - POSTGRES_USER=postgres\n',
        findings: 2,
      },
      {
        title: 'Kubernetes',
        file: 'k8s/ollama.yaml',
        code: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          image: ollama/ollama:0.5.1\n          env:\n            - name: OLLAMA_ORIGINS\n              value: "*"\n            - { name: LANGFLOW_AUTO_LOGIN, value: "true" }\n',
        findings: 2,
      },
      {
        title: 'an image, and an environment',
        file: 'Dockerfile',
        code: 'FROM ollama/ollama:0.5.1\nENV OLLAMA_HOST=0.0.0.0:11434\nUSER 1000\n',
      },
    ],
    good: [
      {
        title: 'from outside',
        file: 'docker-compose.yml',
        code: 'services:\n  lab:\n    build: .\n    environment:\n      - JUPYTER_TOKEN=${JUPYTER_TOKEN:?}\n      - OLLAMA_HOST=http://ollama:11434\n      - ALLOW_RESET=FALSE\n      - POSTGRES_PASSWORD=${POSTGRES_PASSWORD}\n      - AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED=false\n      - POSTGRES_USER=postgres\n  bare:\n    image: redis:7.2\n    environment:\n      - JUPYTER_TOKEN\n',
      },
      {
        title: 'a list to fill in',
        file: '.env.example',
        code: 'JUPYTER_TOKEN=\nPOSTGRES_PASSWORD=changeme\nWEBUI_AUTH=True\n',
      },
      { title: 'other YAML', file: 'settings.yaml', code: 'WEBUI_AUTH: "False"\n' },
    ],
  },
  on: { data: check, instruction: checkInstruction },
};
