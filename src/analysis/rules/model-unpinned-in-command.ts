import { REVISION_PLACEHOLDER } from '../rule-support/revision';
import type { SourceModel } from '../../source/model';
import type { Fix } from '../finding';
import type { ApiOf } from '../../catalog/schema/api';
import type { ShellCommand } from '../../source/content/shell-command';
import type { Call } from '../../source/expression';
import { COMMAND_LANGUAGES } from '../rule-support/commands/document-languages';
import { HUB_WORDS, hubCommand, type HubCommand } from '../rule-support/commands/hub-command';
import { isFullHash, isPartlyUnknown } from '../rule-support/commands/known-value';
import { pythonText, takenByText } from '../rule-support/commands/python-text';
import { clonedFromHub, takesCommit } from '../rule-support/commands/repository-clone';
import { contentOfCall } from '../rule-support/commands/shell-call';
import type { Rule, RuleContext } from '../rule';

function check(command: ShellCommand, context: RuleContext): void {
  examine(command, context.content.commands, command.range, context);
}

function checkCall(call: Call, api: ApiOf<'execution-sink'>, context: RuleContext): void {
  const { commands } = contentOfCall(call, api, context.model);
  for (const command of commands) examine(command, commands, call.range, context);
}

function examine(
  command: ShellCommand,
  all: readonly ShellCommand[],
  at: ShellCommand['range'],
  context: RuleContext,
): void {
  const hub = hubCommand(command);
  if (hub) {
    const revision = hub.revision?.text;
    if (revision !== undefined && (isFullHash(revision) || isPartlyUnknown(revision))) return;
    const name = hub.repository.text;
    if (revision === REVISION_PLACEHOLDER) {
      context.report({
        at,
        subject: name,
        message: `The revision of \`${name}\` is still a placeholder. Put the full commit in that you have looked at.`,
      });
      return;
    }
    const which = revision === undefined ? 'its main branch' : `\`${revision}\``;
    context.report({
      at,
      subject: name,
      message: `The ${hub.artifact} \`${name}\` is taken from ${which}, whose content its owner can change. Add \`${hub.revisionOption}\` with the full commit you have looked at.`,
      fixes: revisionFixes(command, hub, context.model),
    });
    return;
  }
  const text = pythonText(command);
  if (text) {
    for (const { name, artifact } of takenByText(text.text)) {
      context.report({
        at: text.range,
        subject: name,
        message: `The ${artifact} \`${name}\` is taken from its main branch, whose content its owner can change. Give \`revision=\` the full commit you have looked at.`,
      });
    }
    return;
  }
  const address = clonedFromHub(command);
  if (address) {
    if (isPartlyUnknown(address.text) || all.some(takesCommit)) return;
    const name = address.text.replace(
      /^.*?(?:huggingface\.co|hf\.co|hf-mirror\.com|modelscope\.cn)[/:]/iu,
      '',
    );
    context.report({
      at,
      subject: name,
      message: `\`${name}\` is cloned at whatever its branch holds on that day. Check out the full commit you have looked at.`,
    });
    return;
  }
  checkLocalHub(command, at, context);
}

/** Writes a revision for the user to complete, where the words of the command stand in the file one by one. */
function revisionFixes(
  command: ShellCommand,
  { repository, revision, revisionOption }: HubCommand,
  model: SourceModel,
): readonly Fix[] {
  const isWritten = (word: ShellCommand['words'][number]): boolean => model.textAt(word.range) === word.text;
  const target = revision ?? repository;
  if (!isWritten(target) || !command.words.includes(repository)) return [];
  const { start, end } = target.range;
  const isListed = /^["']/u.test(model.textAt({ start: end, end: end + 1 }));
  const added = isListed
    ? `", "${revisionOption}", "${REVISION_PLACEHOLDER}`
    : ` ${revisionOption} ${REVISION_PLACEHOLDER}`;
  const edit = revision
    ? { range: { start, end }, newText: REVISION_PLACEHOLDER }
    : { range: { start: end, end }, newText: added };
  return [{ title: 'Pin revision…', safe: false, edits: [edit] }];
}

/** Models of Ollama and files behind Git LFS: no revision can be told from the command. */
function checkLocalHub(command: ShellCommand, at: ShellCommand['range'], context: RuleContext): void {
  const { program, words } = command;
  const [, verb, name] = words.map(({ text }) => text);
  const isModel = program === 'ollama' && (verb === 'pull' || verb === 'run') && name !== undefined;
  if (isModel && !isPartlyUnknown(name) && !name.startsWith('-') && !/@sha256/u.test(name)) {
    context.report({
      at,
      subject: name,
      message: `The tag of \`${name}\` can be pushed again with another model. Compare the digest that \`ollama list\` shows with the one you noted.`,
      confidence: 'probable',
    });
  }
  if (program === 'git' && verb === 'lfs' && name === 'pull' && context.role === 'workflow') {
    context.report({
      at,
      subject: 'git lfs pull',
      message:
        '`git lfs pull` brings large files of the branch into the pipeline. Make sure that what it brings is reviewed, or compare hashes before a model among them is loaded.',
      confidence: 'probable',
    });
  }
}

const COMMIT = '0123456789abcdef0123456789abcdef01234567';

export const rule: Rule = {
  id: 'model-unpinned-in-command',
  title: 'Command takes a model without a fixed revision',
  stages: [
    'model-serving',
    'llm-deploy',
    'experimentation',
    'continuous-integration',
    'llm-augment-finetune',
  ],
  risks: ['owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03', 'owasp-ml-2023:ML06'],
  cwe: ['CWE-494', 'CWE-1357'],
  atlas: ['AML.T0010.003', 'AML.T0010.002'],
  controls: ['C04', 'C03'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['supply-chain', 'pinning', 'models', 'hugging-face'],
  languages: COMMAND_LANGUAGES,
  what: 'Finds commands that take a model or dataset from a hub without the full commit: `huggingface-cli download`, `hf download`, `vllm serve`, `text-generation-launcher`, `sglang`, `git clone https://huggingface.co/…` without a checkout of a commit. Models of Ollama and `git lfs pull` in a workflow are reported as information. Folders and names that are put in stay silent.',
  why: 'A branch of a hub moves whenever its owner, or somebody with the owner’s token, pushes. The server that starts tomorrow then runs another model, and with it another tokenizer, another chat template and perhaps code.',
  fix: 'Add `--revision` (in Python `revision=`) with the 40 digits of the commit you evaluated. After `git clone`, check that commit out.',
  references: [
    {
      title: 'Hugging Face: download files from the CLI',
      url: 'https://huggingface.co/docs/huggingface_hub/guides/cli#hf-download',
    },
    { title: 'vLLM: engine arguments', url: 'https://docs.vllm.ai/en/latest/configuration/engine_args.html' },
  ],
  examples: {
    bad: [
      {
        title: 'the CLI of the hub',
        file: 'download.sh',
        code: 'huggingface-cli download acme/model --local-dir ./model\nhf download acme/model model.safetensors --quiet\nhuggingface-cli download --repo-type dataset acme/data\n',
        findings: 3,
      },
      {
        title: 'a program in a command, which fetches a model while the image is built',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nRUN python -c "from transformers import AutoModel; AutoModel.from_pretrained(\'acme/encoder\')"\nRUN python3 -c \'from huggingface_hub import snapshot_download; snapshot_download(repo_id="acme/model", local_dir="/m")\'\nRUN python -c "from transformers import pipeline; pipeline(\'text-generation\', model=\'acme/chat\')"\nUSER me\n',
        findings: 3,
      },
      {
        title: 'a branch',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nRUN hf download acme/model --revision main\nUSER me\n',
      },
      {
        title: 'a server',
        file: 'serve.sh',
        code: 'vllm serve acme/model --port 8000\npython -m vllm.entrypoints.openai.api_server --model acme/model\ntext-generation-launcher --model-id acme/model\npython3 -m sglang.launch_server --model-path acme/model\n',
        findings: 4,
      },
      {
        title: 'in an image',
        file: 'Dockerfile',
        code: 'FROM vllm/vllm-openai:v0.9.0\nUSER me\nCMD ["vllm", "serve", "acme/model"]\n',
      },
      {
        title: 'a clone',
        file: 'download.sh',
        code: 'git lfs install\ngit clone https://huggingface.co/acme/model\ngit clone --depth 1 -b main https://huggingface.co/datasets/acme/data\n',
        findings: 2,
      },
      { title: 'a local server (information)', file: 'download.sh', code: 'ollama pull llama3.2\n' },
      {
        title: 'a program runs it',
        code: 'import subprocess\n\nsubprocess.run(["huggingface-cli", "download", "acme/model"])\n',
      },
    ],
    good: [
      {
        title: 'a program in a command, with a revision or a folder',
        file: 'Dockerfile',
        code: `FROM python:3.12\nRUN python -c "from transformers import AutoModel; AutoModel.from_pretrained('acme/encoder', revision='${COMMIT}')"\nRUN python -c "from transformers import AutoModel; AutoModel.from_pretrained('./model'); print('a/b')"\nUSER me\n`,
      },
      {
        title: 'a commit',
        file: 'download.sh',
        code: `hf download acme/model --revision ${COMMIT}\nvllm serve acme/model --revision=${COMMIT}\n`,
      },
      {
        title: 'put in',
        file: 'download.sh',
        code: 'hf download "$MODEL"\nhf download acme/model --revision "$REVISION"\nvllm serve "${MODEL}" --port 8000\n',
      },
      {
        title: 'folders',
        file: 'serve.sh',
        code: 'vllm serve ./model\nvllm serve /models/acme/model\nvllm serve model\n',
      },
      {
        title: 'a clone that goes to a commit',
        file: 'download.sh',
        code: `git clone https://huggingface.co/acme/model\ncd model && git checkout ${COMMIT}\n`,
      },
      {
        title: 'other repositories and commands',
        file: 'ci.sh',
        code: 'git clone https://github.com/acme/tool\nhf auth login\nhf upload acme/model .\nollama list\nollama serve\n',
      },
    ],
  },
  needs: ['execution-sink:shell'],
  commandWords: HUB_WORDS,
  on: { command: check, api: { 'execution-sink': checkCall } },
};
