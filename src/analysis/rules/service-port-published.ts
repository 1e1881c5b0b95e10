import { dataAt, itemsOf, stringOf, type DataNode } from '../../source/content/data-node';
import type { ShellCommand } from '../../source/content/shell-command';
import type { TextRange } from '../../source/range';
import { COMMAND_LANGUAGES } from '../rule-support/commands/document-languages';
import {
  openService,
  publishedPort,
  type OpenService,
  type PublishedPort,
} from '../rule-support/deployment/open-services';
import { composeServices, kubernetesKind, wordOf } from '../rule-support/deployment/services';
import type { Rule, RuleContext } from '../rule';

/** Names of services in a cluster that ask nobody for a password. */
const NAMED =
  /(?:^|[-_])(?:jupyter(?:lab|hub)?|notebook|ray(?:cluster)?(?:-head)?|mlflow|tensorboard|ollama|vllm|chroma(?:db)?|qdrant|milvus|weaviate|triton|torchserve|dask|redis)(?:$|[-_])/u;

function check(root: DataNode, context: RuleContext): void {
  for (const { node, image } of composeServices(root, context))
    for (const item of itemsOf(dataAt(node, 'ports'))) {
      const port = portOf(item);
      const service = port && openService(image, port.port);
      if (port && service && !service.login?.test(context.model.textAt(node.range)))
        report(service, port, item.range, context);
    }
  if (kubernetesKind(root, context) === 'Service') checkClusterService(root, context);
}

function portOf(item: DataNode): PublishedPort | undefined {
  if (item.kind !== 'map') return publishedPort(wordOf(item) ?? '');
  const target = Number(wordOf(dataAt(item, 'target')));
  if (dataAt(item, 'published') === undefined || Number.isNaN(target)) return undefined;
  return { address: stringOf(dataAt(item, 'host_ip')), port: target };
}

function checkClusterService(root: DataNode, context: RuleContext): void {
  const type = dataAt(root, 'spec', 'type');
  const name = stringOf(dataAt(root, 'metadata', 'name')) ?? '';
  const text = stringOf(type) ?? '';
  if (!type || !/^(?:LoadBalancer|NodePort)$/u.test(text) || !NAMED.test(name)) return;
  if (dataAt(root, 'spec', 'loadBalancerSourceRanges')) return;
  const notes = context.model.textAt(root.range);
  if (/load-balancer-(?:internal|type"?: *"?internal)|aws-load-balancer-scheme"?: *"?internal/iu.test(notes))
    return;
  context.report({
    at: type.range,
    subject: name,
    message: `\`${text}\` opens \`${name}\` to the network outside the cluster, and such services ask nobody for a password. Use \`ClusterIP\`, and an ingress with authentication in front.`,
    confidence: 'probable',
  });
}

/** `docker run -p 11434:11434 ollama/ollama` */
function checkCommand({ program, words, range }: ShellCommand, context: RuleContext): void {
  if (!/^(?:docker|podman|nerdctl)$/u.test(program ?? '') || !words.some(({ text }) => text === 'run'))
    return;
  const images = words.map(({ text }) => text.replace(/@.*$/u, '').replace(/:[^/:]*$/u, ''));
  for (const [at, { text, range: place }] of words.entries()) {
    const given =
      /^(?:-p|--publish)=?(\S+:\S+)$/u.exec(text)?.[1] ??
      (/^(?:-p|--publish)$/u.test(words[at - 1]?.text ?? '') ? text : undefined);
    const port = given === undefined ? undefined : publishedPort(given);
    if (!port) continue;
    const service = images.map((image) => openService(image, port.port)).find(Boolean);
    if (service && !service.login?.test(context.model.textAt(range))) report(service, port, place, context);
  }
}

function report(
  service: OpenService,
  { address, port }: PublishedPort,
  at: TextRange,
  context: RuleContext,
): void {
  if (address !== undefined && !/^(?:0\.0\.0\.0|\[::\])$/u.test(address)) return;
  const isCertain = address !== undefined || service.runsCode === true;
  context.report({
    at,
    subject: `${service.title}:${port}`,
    message: `${service.title} asks nobody for a password, and this port is published on every address of the host: whoever reaches it ${service.risk}. Publish it as \`127.0.0.1:${port}:${port}\`, or not at all for other services of this file.`,
    ...(isCertain ? {} : { severity: 'info' as const, confidence: 'probable' as const }),
  });
}

export const rule: Rule = {
  id: 'service-port-published',
  title: 'Port of a service without a password is published',
  stages: ['model-serving', 'continuous-deployment', 'llm-deploy', 'experimentation'],
  risks: ['owasp-ml-2023:ML05', 'owasp-llm-2026:LLM06', 'owasp-llm-2025:LLM10', 'owasp-agentic-2026:ASI05'],
  cwe: ['CWE-306', 'CWE-1327'],
  atlas: ['AML.T0049', 'AML.T0035'],
  controls: ['C34', 'C15'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['serving', 'exposure', 'deployment'],
  languages: COMMAND_LANGUAGES,
  what: 'Finds compose files and `docker run` that publish the port of Ollama, vLLM, Text Generation Inference, Ray, Dask, MLflow, Triton, TorchServe, Chroma, Qdrant, Weaviate, Milvus, Redis and the like on every address, without the option or variable that gives it a login; and services of such a name that a cluster opens to the outside (`LoadBalancer`, `NodePort`). It is a warning where the address `0.0.0.0` is written or the service runs code, information elsewhere.',
  why: 'Docker writes its own rules past the firewall of the host, so a published port is open to everybody who reaches the machine. Open Ollama, Ray and Redis servers are found and used within hours.',
  fix: 'Write `127.0.0.1:` before the port, or leave `ports` out: services of one file reach one another without it. Where others must reach it, set its key or password, or put a proxy with authentication in front.',
  references: [
    {
      title: 'Docker: publishing ports',
      url: 'https://docs.docker.com/engine/network/port-publishing/',
    },
    { title: 'Ray: security', url: 'https://docs.ray.io/en/latest/ray-security/index.html' },
  ],
  examples: {
    bad: [
      {
        title: 'compose',
        file: 'docker-compose.yml',
        code: 'services:\n  ollama:\n    image: ollama/ollama:0.5.1\n    ports: ["11434:11434"]\n  ray:\n    image: rayproject/ray:2.9.0\n    ports:\n      - 8265:8265\n      - "0.0.0.0:10001:10001"\n  vectors:\n    image: qdrant/qdrant:v1.12.0\n    ports:\n      - target: 6333\n        published: 6333\n  cache:\n    image: redis:7.2-alpine\n    ports:\n      - ${REDIS_PORT:-6379}:6379/tcp\n',
        findings: 5,
      },
      {
        title: 'more of them',
        file: 'compose.yaml',
        code: 'services:\n  vllm:\n    image: vllm/vllm-openai:v0.9.0\n    ports: ["8080:8000"]\n  mlflow:\n    image: ghcr.io/mlflow/mlflow:v2.20.0\n    ports: ["5000:5000"]\n  triton:\n    image: nvcr.io/nvidia/tritonserver:24.05-py3\n    ports: ["8000:8000", "8001:8001"]\n  chroma:\n    image: chromadb/chroma:0.5.0\n    ports: ["8000:8000"]\n',
        findings: 5,
      },
      {
        title: 'a command',
        file: 'run.sh',
        code: 'docker run -d --gpus=all -p 11434:11434 --name ollama ollama/ollama:0.5.1\ndocker run -p0.0.0.0:6379:6379 redis:7.2\n',
        findings: 2,
      },
      {
        title: 'a cluster',
        file: 'k8s/mlflow.yaml',
        code: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: mlflow-server\nspec:\n  type: LoadBalancer\n  ports: [{ port: 80 }]\n',
      },
    ],
    good: [
      {
        title: 'on this machine only, or with a login',
        file: 'docker-compose.yml',
        code: 'services:\n  ollama:\n    image: ollama/ollama:0.5.1\n    ports: ["127.0.0.1:11434:11434"]\n  vllm:\n    image: vllm/vllm-openai:v0.9.0\n    command: ["--model", "./m", "--api-key", "${KEY}"]\n    ports: ["8000:8000"]\n  qdrant:\n    image: qdrant/qdrant:v1.12.0\n    environment: { QDRANT__SERVICE__API_KEY: "${KEY}" }\n    ports: ["6333:6333"]\n  redis:\n    image: redis:7.2\n    command: redis-server --requirepass ${PASSWORD}\n    ports: ["6379:6379"]\n',
      },
      {
        title: 'not published, other services, other ports',
        file: 'compose.yaml',
        code: 'services:\n  ollama:\n    image: ollama/ollama:0.5.1\n    expose: [11434]\n  web:\n    image: nginx:1.27\n    ports: ["80:80", "443:443"]\n  db:\n    image: postgres:16.2\n    ports: ["5432:5432"]\n  app:\n    build: .\n    ports: ["8000:8000"]\n  random:\n    image: redis:7.2\n    ports: ["6379"]\n',
      },
      {
        title: 'inside the cluster',
        file: 'k8s/a.yaml',
        code: 'apiVersion: v1\nkind: Service\nmetadata: { name: mlflow }\nspec:\n  type: ClusterIP\n---\napiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec:\n  type: LoadBalancer\n',
      },
    ],
  },
  triggers: () => [
    ['docker', 'run'],
    ['podman', 'run'],
    ['nerdctl', 'run'],
  ],
  on: { data: check, command: checkCommand },
};
