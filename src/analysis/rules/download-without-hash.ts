import type { ApiArgument, ApiOf } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import type { Fix } from '../finding';
import { type ArtifactUrl, artifactUrl } from '../rule-support/artifact-url';
import { findArgument } from '../rule-support/find-argument';
import { keywordEdit } from '../rule-support/keyword-edit';
import { computesHashes, usesMachineLearning } from '../rule-support/program-traits';
import type { Rule, RuleContext } from '../rule';

function check(call: Call, api: ApiOf<'download'>, context: RuleContext): void {
  const { model } = context;
  if (api.hub !== 'http') return;
  const url = urlOf(call, api, model);
  if (!url || url.hashed || hasDigest(call, api.digest ?? [], model) || computesHashes(model)) return;
  // An archive may hold anything; in a program without machine learning it is not ours to judge.
  if (url.kind === 'archive' && !usesMachineLearning(model)) return;
  context.report({
    at: call,
    subject: url.file,
    message: messageOf(url, api),
    fixes: checkHashFix(call, api, url, model),
    ...(url.kind === 'archive' || call.nameConfidence === 'probable'
      ? { confidence: 'probable' as const }
      : {}),
  });
}

/** The address as far as its fixed end shows which file it is; a part that is put in at run time does not matter. */
function urlOf(call: Call, api: ApiOf<'download'>, model: SourceModel): ArtifactUrl | undefined {
  const source = findArgument(call, api.source, model);
  if (source.state !== 'given') return undefined;
  const address = textWithBlanks(source.value, model);
  if (address === undefined) return undefined;
  const target = api.target && findArgument(call, api.target, model);
  const stored = target?.state === 'given' ? textWithBlanks(target.value, model) : undefined;
  return artifactUrl(address, stored);
}

function textWithBlanks(expression: Expression, model: SourceModel): string | undefined {
  return model
    .stringParts(expression)
    ?.map((part) => (part.kind === 'text' ? part.value : 'x'))
    .join('');
}

/** A digest that cannot be seen counts as given. */
function hasDigest(call: Call, digests: readonly ApiArgument[], model: SourceModel): boolean {
  return digests.some((digest) => {
    const found = findArgument(call, digest, model);
    if (found.state !== 'given') return found.state === 'unknown';
    const value = model.evaluate(found.value);
    return !value.known || (value.value !== false && value.value !== '');
  });
}

function messageOf(url: ArtifactUrl, api: ApiOf<'download'>): string {
  const risk = url.plain
    ? `"${url.file}" is fetched over plain http and never compared with a hash, so anybody on the way can replace it.`
    : `"${url.file}" is fetched and used without comparing it with a hash, so a replaced file goes unnoticed.`;
  const [digest] = api.digest ?? [];
  if (digest?.keyword === 'check_hash')
    return `${risk} Set check_hash=True where the file name holds the hash, or compare its SHA-256.`;
  return digest?.keyword === undefined
    ? `${risk} Compare its SHA-256 before use${url.plain ? ' and use https' : ''}.`
    : `${risk} Pass ${digest.keyword}=${url.plain ? ' and use https' : ''}.`;
}

function checkHashFix(
  call: Call,
  api: ApiOf<'download'>,
  url: ArtifactUrl,
  model: SourceModel,
): readonly Fix[] {
  const checkHash = api.digest?.find(({ keyword }) => keyword === 'check_hash');
  if (checkHash?.keyword === undefined || !url.hashInName) return [];
  const edit = keywordEdit(call, { ...checkHash, keyword: checkHash.keyword }, 'True', model);
  return edit ? [{ title: 'Set check_hash=True', safe: true, edits: [edit] }] : [];
}

export const rule: Rule = {
  id: 'download-without-hash',
  title: 'Model or dataset file is downloaded without a hash',
  stages: [
    'data-engineering',
    'experimentation',
    'continuous-integration',
    'model-serving',
    'llm-augment-finetune',
  ],
  risks: ['owasp-ml-2023:ML06', 'owasp-ml-2023:ML02', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-494', 'CWE-353'],
  atlas: ['AML.T0010.003', 'AML.T0010.002', 'AML.T0011.000'],
  controls: ['C04', 'C16', 'C26'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['supply-chain', 'integrity', 'downloads'],
  languages: ['python'],
  what:
    'Finds downloads of a model file (`.pt`, `.onnx`, `.h5`, `.gguf`, `.pkl` …) by URL with urllib, requests, httpx, wget, `torch.hub`, `keras.utils.get_file`, torchvision or pooch where nothing in the file compares a hash. ' +
    'Archives are reported as information, and only in programs that use a machine-learning library. An address that holds a full commit or content hash counts as checked, and so does any hashing in the same file.',
  why: 'A server, a bucket or a mirror that is taken over hands out another file under the same address. Without a hash the program loads it as if nothing had happened; over plain http anybody on the network can do the same.',
  fix: 'Note the SHA-256 of the file you checked and compare it after every download, with `hashlib.sha256` or with the argument the function has for it: `file_hash=` (Keras), `md5=` (torchvision), `known_hash=` (pooch), `check_hash=True` (torch.hub, when the hash is part of the name). Use https.',
  references: [
    {
      title: 'torch.hub.load_state_dict_from_url',
      url: 'https://docs.pytorch.org/docs/stable/hub.html#torch.hub.load_state_dict_from_url',
    },
    { title: 'keras.utils.get_file', url: 'https://keras.io/api/utils/python_utils/#get_file-function' },
    { title: 'pooch: hashes', url: 'https://www.fatiando.org/pooch/latest/hashes.html' },
  ],
  examples: {
    bad: [
      {
        title: 'weights',
        code: 'import urllib.request\n\nurllib.request.urlretrieve("https://models.example.com/detector.pt", "detector.pt")\n',
      },
      {
        title: 'an address in parts',
        code: 'import requests\n\nBASE = "https://models.example.com/v1"\n\ndef fetch(name):\n    return requests.get(f"{BASE}/{name}/model.onnx", timeout=30).content\n',
      },
      {
        title: 'plain http',
        code: 'import wget\n\nwget.download("http://models.example.com/face.dat.h5")\n',
      },
      {
        title: 'torch.hub, hash in the name but not checked',
        code: 'import torch\n\nstate = torch.hub.load_state_dict_from_url("https://download.example.com/resnet18-bfd8deac.pth", weights_only=True)\n',
      },
      {
        title: 'Keras',
        code: 'import keras\n\npath = keras.utils.get_file("weights.h5", "https://models.example.com/weights.h5")\n',
      },
      {
        title: 'an archive in a training script (information)',
        code: 'import torch\nimport urllib.request\n\nurllib.request.urlretrieve("https://data.example.com/images.tar.gz", "images.tar.gz")\n',
      },
      {
        title: 'pooch without a hash',
        code: 'import pooch\n\npath = pooch.retrieve("https://data.example.com/model.npz", known_hash=None)\n',
      },
    ],
    good: [
      {
        title: 'the hash is compared',
        code: 'import hashlib\nimport urllib.request\n\nurllib.request.urlretrieve("https://models.example.com/detector.pt", "detector.pt")\nwith open("detector.pt", "rb") as file:\n    assert hashlib.sha256(file.read()).hexdigest() == EXPECTED\n',
      },
      {
        title: 'by the function',
        code: 'import keras\n\npath = keras.utils.get_file("weights.h5", "https://models.example.com/weights.h5", file_hash=WEIGHTS_HASH)\n',
      },
      {
        title: 'by torch.hub',
        code: 'import torch\n\nstate = torch.hub.load_state_dict_from_url("https://download.example.com/resnet18-bfd8deac.pth", check_hash=True, weights_only=True)\n',
      },
      {
        title: 'by a helper',
        code: 'import requests\nfrom .files import verify_sha256\n\ndata = requests.get("https://models.example.com/model.onnx").content\nverify_sha256(data, EXPECTED)\n',
      },
      {
        title: 'a commit in the address',
        code: 'import requests\n\ndata = requests.get("https://huggingface.co/acme/encoder/resolve/5f0b02c75b57c5855da9ae460ce51323ea669d8a/model.onnx").content\n',
      },
      { title: 'an API', code: 'import requests\n\nrequests.get("https://api.example.com/v1/models")\n' },
      {
        title: 'an archive in a program without machine learning',
        code: 'import requests\n\nrequests.get("https://example.com/fonts.zip")\n',
      },
      {
        title: 'an unknown address',
        code: 'import requests\n\ndef fetch(url):\n    return requests.get(url).content\n',
      },
      {
        title: 'the own machine',
        code: 'import requests\n\nrequests.get("http://localhost:9000/models/model.onnx")\n',
      },
    ],
  },
  needs: ['download'],
  on: { api: { download: check } },
};
