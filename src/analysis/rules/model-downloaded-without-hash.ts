import type { ApiOf } from '../../catalog/schema/api';
import type { DockerInstruction } from '../../source/content/docker-instruction';
import type { ShellCommand } from '../../source/content/shell-command';
import type { Call } from '../../source/expression';
import { artifactUrl } from '../rule-support/artifact-url';
import { COMMAND_LANGUAGES } from '../rule-support/commands/document-languages';
import { DOWNLOAD_WORDS, downloadOf } from '../rule-support/commands/downloads';
import { checksIntegrity } from '../rule-support/commands/integrity-checks';
import { isOwnAddress, isPartlyUnknown } from '../rule-support/commands/known-value';
import { contentOfCall } from '../rule-support/commands/shell-call';
import { computesHashes } from '../rule-support/program-traits';
import type { Rule, RuleContext } from '../rule';

/** Archives are looked at where their address says that they hold a model or data. */
const TELLING =
  /model|weight|checkpoint|ckpt|pretrain|dataset|(?:^|[/_-])data(?:[/_-]|$)|corpus|embedding|lora|glove|word2vec/iu;

function check(command: ShellCommand, context: RuleContext): void {
  if (!checksIntegrity(context)) checkDownload(command, command.range, context);
}

function checkCall(call: Call, api: ApiOf<'execution-sink'>, context: RuleContext): void {
  if (computesHashes(context.model)) return;
  const { commands } = contentOfCall(call, api, context.model);
  for (const command of commands) if (checkDownload(command, call.range, context)) return;
}

function checkDownload(command: ShellCommand, at: ShellCommand['range'], context: RuleContext): boolean {
  const isDrive = command.program === 'gdown';
  const download = downloadOf(command);
  if (!download) return false;
  for (const { text } of download.urls) {
    const url = artifactUrl(text, download.target);
    if (isDrive || (url && !url.hashed && (url.kind === 'model' || TELLING.test(text)))) {
      const file = url?.file ?? download.target ?? 'the file';
      const isSure = isDrive || url?.kind === 'model';
      return report(at, file, /^http:/iu.test(text), isSure, context);
    }
  }
  if (isDrive && download.urls.length === 0 && command.words.length > 1) {
    return report(at, download.target ?? 'the file', false, true, context);
  }
  return false;
}

function report(
  at: ShellCommand['range'],
  file: string,
  isPlain: boolean,
  isSure: boolean,
  context: RuleContext,
): boolean {
  const how = isPlain
    ? 'over plain http and never compared with a hash'
    : 'and used without comparing it with a hash';
  context.report({
    at,
    subject: file,
    message: `\`${file}\` is downloaded ${how}, so a replaced file goes unnoticed. Note the SHA-256 of the file you checked and compare it: \`echo "$SHA256  file" | sha256sum --check\`.`,
    ...(isSure ? {} : { confidence: 'probable' as const }),
  });
  return true;
}

function checkInstruction(instruction: DockerInstruction, context: RuleContext): void {
  if (instruction.keyword !== 'ADD') return;
  if (instruction.flags.some(({ name }) => name === '--checksum')) return;
  const address = /(?:^|[\s"])((?:https?|ftp):\/\/[^\s",]+)/iu.exec(instruction.text)?.[1];
  if (address === undefined || isOwnAddress(address) || /\.git(?:[#?]|$)/u.test(address)) return;
  if (/(?:^|[^0-9a-f])(?:[0-9a-f]{40}|[0-9a-f]{64})(?:[^0-9a-f]|$)/iu.test(address)) return;
  if (isPartlyUnknown(address) && checksIntegrity(context)) return;
  if (checksIntegrity(context)) return;
  const file =
    address
      .replace(/[?#].*$/u, '')
      .split('/')
      .findLast((part) => part !== '') ?? address;
  context.report({
    at: instruction.range,
    subject: file,
    message: `\`ADD\` puts \`${file}\` into the image without comparing it with a hash. Add \`--checksum=sha256:…\` with the hash of the file you checked.`,
  });
}

export const rule: Rule = {
  id: 'model-downloaded-without-hash',
  title: 'Command downloads a model or data without a hash',
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
  languages: COMMAND_LANGUAGES,
  what: 'Finds commands (`wget`, `curl`, `aria2c`, `gdown` …) in scripts, images, workflows and notebooks that fetch a file of a model (`.pt`, `.safetensors`, `.gguf`, `.onnx`, `.pkl` …), where nothing in the document compares a hash or a signature, and `ADD https://…` without `--checksum`. Archives are reported as information when their address says that they hold a model or data. An address that holds a full commit or hash counts as checked.',
  why: 'A server, a bucket or a share that is taken over hands out another file under the same address. Without a hash it is loaded as if nothing had happened, and loading many formats runs code.',
  fix: 'Keep the SHA-256 beside the address and compare it after the download with `sha256sum --check`, with `aria2c --checksum` or with `ADD --checksum=sha256:…`. From a hub, take the file of a full commit.',
  references: [
    {
      title: 'Dockerfile: ADD --checksum',
      url: 'https://docs.docker.com/reference/dockerfile/#add---checksum',
    },
    {
      title: 'sha256sum',
      url: 'https://www.gnu.org/software/coreutils/manual/html_node/cksum-common-options.html',
    },
  ],
  examples: {
    bad: [
      {
        title: 'wget',
        file: 'download.sh',
        code: 'wget https://dl.fbaipublicfiles.com/segment_anything/sam_vit_h_4b8939.pth\n',
      },
      {
        title: 'curl into a file',
        file: 'download.sh',
        code: 'curl -L -o model.bin "https://models.acme.io/latest/model?x=1"\ncurl -LO https://models.acme.io/a.gguf\naria2c -x 8 https://models.acme.io/a.safetensors -o a.safetensors\n',
        findings: 3,
      },
      {
        title: 'the main branch of a hub',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nRUN wget -q https://huggingface.co/acme/model/resolve/main/model.onnx -O /model.onnx\nUSER me\n',
      },
      {
        title: 'a shared drive',
        file: 'download.sh',
        code: 'gdown 1AbCdEfGhIjKlMnOp -O weights.pt\ngdown --fuzzy https://drive.google.com/file/d/1AbC/view\n',
        findings: 2,
      },
      {
        title: 'put into an image',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nADD https://models.acme.io/model.tar.gz /models/\nUSER me\n',
      },
      {
        title: 'an archive (information)',
        file: 'download.sh',
        code: 'wget https://models.acme.io/pretrained_models.zip\n',
      },
      {
        title: 'a program runs it',
        code: 'import os\nimport subprocess\n\nos.system("wget https://models.acme.io/a.pt")\nsubprocess.run(["curl", "-o", "b.onnx", "https://models.acme.io/b.onnx"])\n',
        findings: 2,
      },
    ],
    good: [
      {
        title: 'compared',
        file: 'download.sh',
        code: 'wget https://models.acme.io/a.pt\necho "$SHA  a.pt" | sha256sum --check\n',
      },
      {
        title: 'the hash is part of the address',
        file: 'download.sh',
        code: 'wget https://huggingface.co/acme/model/resolve/0123456789abcdef0123456789abcdef01234567/model.onnx\n',
      },
      {
        title: 'with a checksum',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nADD --checksum=sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef https://models.acme.io/model.tar.gz /models/\nADD ./model.tar.gz /\nADD https://github.com/acme/lib.git#v1 /src\nUSER me\n',
      },
      {
        title: 'something else',
        file: 'ci.sh',
        code: 'curl -s https://api.acme.io/health\nwget https://acme.io/page.html\nwget https://acme.io/tool-1.0.tar.gz\ncurl -o a.pt http://localhost:9000/a.pt\n',
      },
      {
        title: 'aria2c checks by itself',
        file: 'download.sh',
        code: 'aria2c --checksum=sha-256=0123 https://models.acme.io/a.pt\n',
      },
      {
        title: 'the program compares',
        code: 'import hashlib\nimport os\n\nos.system("wget https://models.acme.io/a.pt")\nassert hashlib.sha256(open("a.pt", "rb").read()).hexdigest() == EXPECTED\n',
      },
    ],
  },
  needs: ['execution-sink:shell'],
  commandWords: DOWNLOAD_WORDS,
  on: { command: check, instruction: checkInstruction, api: { 'execution-sink': checkCall } },
};
