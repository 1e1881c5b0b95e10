import { allEntries, stringOf, type DataNode } from '../../source/content/data-node';
import { isFullHash, isOwnAddress, isPartlyUnknown } from '../rule-support/commands/known-value';
import { environmentSettings } from '../rule-support/deployment/environment-settings';
import { kubernetesKind } from '../rule-support/deployment/services';
import { isOwnHost } from '../rule-support/own-host';
import type { Rule, RuleContext } from '../rule';

const KEY = /^(?:storageUri|storage_uri|modelUri|model_uri|modelURL)$/u;

/** Servers that take the repository from a variable, and the variable for its revision. */
const MODEL_VARIABLE = /^(?:MODEL_ID|HF_MODEL_ID|MODEL_NAME|HF_MODEL)$/u;
const SERVER =
  /text-generation-inference|text-embeddings-inference|vllm|sglang|huggingface-(?:llm|tei|pytorch)|djl|lmi/u;

function check(root: DataNode, context: RuleContext): void {
  checkVariables(root, context);
  if (kubernetesKind(root, context) === undefined) return;
  for (const { entry } of allEntries(root)) {
    const address = stringOf(entry.value);
    if (!KEY.test(entry.key) || address === undefined || isPartlyUnknown(address)) continue;
    const hub = /^hf:\/\/([\w.-]+\/[\w.-]+)(?:[:@]([\w./-]+))?\/?$/u.exec(address);
    if (hub?.[1] !== undefined && !isFullHash(hub[2] ?? '')) report(hub[1], hub[2], entry.value, context);
    const host = /^http:\/\/([^/:]+)/iu.exec(address)?.[1];
    if (
      host !== undefined &&
      !isOwnAddress(address) &&
      !isOwnHost(host) &&
      !/\.svc(?:\.|$)|^[\w-]+$/u.test(host)
    )
      context.report({
        at: entry.value.range,
        subject: host,
        message: `The model is fetched from \`${host}\` over plain http, where anybody on the way can put another in its place. Use https, or a bucket with a version.`,
      });
  }
}

function checkVariables(root: DataNode, context: RuleContext): void {
  const settings = environmentSettings(root, context);
  for (const { name, value, range, image } of settings) {
    if (!MODEL_VARIABLE.test(name) || !SERVER.test(image) || isPartlyUnknown(value)) continue;
    if (!/^[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*$/u.test(value)) continue;
    const revision = settings.find((one) => /(?:^|_)REVISION$/u.test(one.name) && one.image === image)?.value;
    if (revision !== undefined && (isFullHash(revision) || isPartlyUnknown(revision))) continue;
    context.report({
      at: range,
      subject: value,
      message: messageOf(value, revision, '`REVISION`'),
    });
  }
}

function report(name: string, revision: string | undefined, at: DataNode, context: RuleContext): void {
  context.report({
    at: at.range,
    subject: name,
    message: messageOf(name, revision, 'the hash behind the name'),
  });
}

function messageOf(name: string, revision: string | undefined, where: string): string {
  const which = revision === undefined ? 'its main branch' : `\`${revision}\``;
  return `The model \`${name}\` is served from ${which}, whose content its owner can change at each start. Give the full commit you have looked at (${where}), or serve a copy of your own.`;
}

const SERVICE =
  'apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: { name: m }\nspec:\n  predictor:\n    model:\n      modelFormat: { name: huggingface }\n';

export const rule: Rule = {
  id: 'model-storage-unpinned',
  title: 'Served model can change at each start',
  stages: ['model-serving', 'continuous-deployment', 'llm-deploy'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-494', 'CWE-1357', 'CWE-319'],
  atlas: ['AML.T0010.003'],
  controls: ['C04', 'C05'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['supply-chain', 'models', 'pinning', 'deployment'],
  languages: ['yaml'],
  what: 'Finds manifests of KServe, Seldon and others that take a model from a hub without a commit (`storageUri: hf://org/model`) or over plain http, and inference servers in compose files and manifests that get a repository by variable (`MODEL_ID`) without `REVISION`. Buckets and addresses inside the cluster are left alone; options of commands are seen by `model-unpinned-in-command`.',
  why: 'Each new replica takes what the branch holds at that moment. Who can push there changes the model in production without a deployment, and evaluations no longer say anything about what runs.',
  fix: 'Write the commit (`hf://org/model:<40-digit commit>`, `REVISION`), or copy the model to a registry or bucket of your own with a version, and verify its signature there.',
  references: [
    {
      title: 'KServe: Hugging Face storage',
      url: 'https://kserve.github.io/website/docs/model-serving/storage/providers/hf',
    },
  ],
  examples: {
    bad: [
      {
        title: 'a hub',
        file: 'k8s/m.yaml',
        code: `${SERVICE}      storageUri: hf://meta-llama/Llama-3.1-8B-Instruct\n`,
      },
      { title: 'a branch', file: 'k8s/m.yaml', code: `${SERVICE}      storageUri: "hf://acme/model:main"\n` },
      {
        title: 'plain http',
        file: 'k8s/m.yaml',
        code: `${SERVICE}      storageUri: http://models.acme.io/m.tar.gz\n`,
      },
      {
        title: 'by variable',
        file: 'compose.yaml',
        code: 'services:\n  tgi:\n    image: ghcr.io/huggingface/text-generation-inference:3.0.0\n    environment:\n      - MODEL_ID=acme/model\n',
      },
    ],
    good: [
      {
        title: 'a commit, a bucket, the cluster',
        file: 'k8s/m.yaml',
        code: `${SERVICE}      storageUri: hf://acme/model:0123456789abcdef0123456789abcdef01234567\n---\n${SERVICE}      storageUri: s3://models/m/3\n---\n${SERVICE}      storageUri: pvc://models/m\n---\n${SERVICE}      storageUri: http://models.default.svc.cluster.local/m.tar.gz\n`,
      },
      {
        title: 'with its revision, and a folder',
        file: 'compose.yaml',
        code: 'services:\n  tgi:\n    image: ghcr.io/huggingface/text-generation-inference:3.0.0\n    environment:\n      MODEL_ID: acme/model\n      REVISION: 0123456789abcdef0123456789abcdef01234567\n  other:\n    image: ghcr.io/huggingface/text-generation-inference:3.1.0\n    environment: { MODEL_ID: /data/model }\n  app:\n    build: .\n    environment: { MODEL_NAME: acme/model }\n',
      },
    ],
  },
  on: { data: check },
};
