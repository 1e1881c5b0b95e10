import type { ShellCommand } from '../../source/content/shell-command';
import { COMMAND_LANGUAGES } from '../rule-support/commands/document-languages';
import { pythonText } from '../rule-support/commands/python-text';
import { sourceRepair, withoutOption, type SourceRepair } from '../rule-support/source-repair';
import type { Rule, RuleContext } from '../rule';

const SWITCH = /^--trust[-_]remote[-_]code(?:=(.*))?$/iu;
const ARGUMENTS = /(?:^|[,\s])trust_remote_code=(?:True|true|1)(?:$|[,\s])/u;
/** A call in a program on the command line: `python -c "… from_pretrained(name, trust_remote_code=True)"`. */
const IN_TEXT = /[(,\s]trust_remote_code\s*=\s*True\s*[,)]/u;
const VARIABLE = /^(?:HF_)?(?:\w+_)?TRUST_REMOTE_CODE$/u;

const TITLE = 'Leave remote code off';
const WITHOUT_CODE: readonly SourceRepair[] = [
  withoutOption('--trust[-_]remote[-_]code(?:[= ](?:true|yes|1|on))?', TITLE),
  { title: TITLE, find: /("--trust[-_]remote[-_]code)"/u, by: '$1=false"' },
  { title: TITLE, find: /(trust_remote_code\s*=\s*)(?:True|true|1)\b/u, by: '$1False' },
  { title: TITLE, find: /(TRUST_REMOTE_CODE=["']?)(?:true|yes|1|on)\b/iu, by: '$10' },
];

function check(command: ShellCommand, context: RuleContext): void {
  const { words, assignments, program, range } = command;
  const { model } = context;
  const text = pythonText(command);
  const inText = text && IN_TEXT.test(text.text);
  const found = words.findIndex(({ text: word }, at) => {
    const given = SWITCH.exec(word);
    if (given) return isOn(given[1] ?? followingValue(words[at + 1]?.text));
    return ARGUMENTS.test(word) && at > 0;
  });
  const isSet = assignments.some(({ name, value }) => VARIABLE.test(name) && isOn(value?.text ?? ''));
  if (found === -1 && !isSet && !inText) return;
  context.report({
    at: words[found]?.range ?? (inText ? text.range : range),
    subject: program ?? 'command',
    message: `\`${inText ? 'trust_remote_code=True' : (words[found]?.text ?? 'TRUST_REMOTE_CODE')}\` lets the program run Python code that lies beside the model in its repository. Leave it out, or read that code and fix the revision to the full commit you read.`,
    fixes: sourceRepair(range, WITHOUT_CODE, model),
  });
}

/** The switch stands alone, or is followed by whether it is on. */
function followingValue(next: string | undefined): string {
  return next !== undefined && /^(?:true|false|yes|no|0|1)$/iu.test(next) ? next : 'true';
}

function isOn(value: string): boolean {
  return /^(?:true|yes|1|on)$/iu.test(value);
}

export const rule: Rule = {
  id: 'remote-code-in-command',
  title: 'Command lets a model bring code of its own',
  stages: ['model-serving', 'llm-deploy', 'experimentation', 'llm-augment-finetune', 'llm-test-evaluate'],
  risks: ['owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03', 'owasp-ml-2023:ML06'],
  cwe: ['CWE-94', 'CWE-829'],
  atlas: ['AML.T0010.003', 'AML.T0011.000'],
  controls: ['C08', 'C03'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['remote-code', 'models', 'supply-chain'],
  languages: COMMAND_LANGUAGES,
  what: 'Finds `--trust-remote-code` in commands of scripts, images, compose files, manifests, workflows and notebooks (vLLM, SGLang, Text Generation Inference, lm-eval, Optimum and others), `trust_remote_code=True` among arguments of a model, and environment variables that mean the same.',
  why: 'With the switch, loading a model runs Python files of its repository with the rights of the server. Whoever can push there runs code beside your data and keys.',
  fix: 'Leave it out: most architectures are part of the libraries by now. Where it is needed, read the code, copy the repository to a place of your own, and fix `--revision` (and `--code-revision` in vLLM) to the commit you read.',
  references: [
    { title: 'Transformers: custom models', url: 'https://huggingface.co/docs/transformers/custom_models' },
    { title: 'vLLM: engine arguments', url: 'https://docs.vllm.ai/en/latest/configuration/engine_args.html' },
  ],
  examples: {
    bad: [
      {
        title: 'a server',
        file: 'serve.sh',
        code: 'vllm serve ./model --trust-remote-code --port 8000\npython -m sglang.launch_server --model-path ./m --trust-remote-code\n',
        findings: 2,
      },
      {
        title: 'in an image',
        file: 'Dockerfile',
        code: 'FROM vllm/vllm-openai:v0.9.0\nUSER me\nCMD ["vllm", "serve", "./model", "--trust-remote-code"]\n',
      },
      {
        title: 'an evaluation',
        file: 'eval.sh',
        code: 'lm_eval --model hf --model_args pretrained=./m,trust_remote_code=True --tasks arc\npython train.py --trust_remote_code True\n',
        findings: 2,
      },
      {
        title: 'a program in a command',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nRUN python -c "from transformers import AutoModel; AutoModel.from_pretrained(\'/m\', trust_remote_code=True)"\nUSER me\n',
      },
      { title: 'through the environment', file: 'serve.sh', code: 'export TRUST_REMOTE_CODE=true\n' },
      {
        title: 'compose',
        file: 'compose.yaml',
        code: 'services:\n  model:\n    image: vllm/vllm-openai:v0.9.0\n    command: ["--model", "./m", "--trust-remote-code"]\n',
      },
    ],
    good: [
      {
        title: 'off',
        file: 'serve.sh',
        code: 'vllm serve ./model\npython train.py --trust_remote_code False\npython train.py --trust-remote-code=false\nexport TRUST_REMOTE_CODE=0\nlm_eval --model_args pretrained=./m,trust_remote_code=False\n',
      },
      { title: 'searched for', file: 'ci.sh', code: 'grep -r "trust_remote_code" src\n' },
    ],
  },
  on: { command: check },
};
