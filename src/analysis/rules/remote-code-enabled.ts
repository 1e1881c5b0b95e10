import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import { isChosenByCaller, metCondition } from '../rule-support/api-conditions';
import { calleeName } from '../rule-support/call-text';
import type { Fix } from '../finding';
import { findArgument } from '../rule-support/find-argument';
import { isFixedPath } from '../rule-support/fixed-path';
import { keywordEdit } from '../rule-support/keyword-edit';
import { isWrittenAsPath } from '../rule-support/local-path';
import { pinState } from '../rule-support/pin-state';
import type { Report, Rule, RuleContext } from '../rule';

/** Whose code it is, as far as the call shows. */
type CodeOrigin =
  { readonly kind: 'pinned' | 'mutable'; readonly subject: string } | { readonly kind: 'local' | 'unknown' };

function check(call: Call, api: ApiOf<'remote-code'>, context: RuleContext): void {
  const { model } = context;
  const met = metCondition(call, api.unsafeWhen, model);
  if (!met) return;
  const origin = codeOrigin(call, api, context);
  const callee = calleeName(call, model);
  context.report({
    at: call,
    subject: 'subject' in origin ? origin.subject : callee,
    message: messageOf(origin, `${met.key ?? met.keyword ?? ''}=True`, callee),
    fixes: fixesOf(call, api, context),
    ...weightOf(origin, call, isChosenByCaller(call, met, model)),
  });
}

function codeOrigin(call: Call, api: ApiOf<'remote-code'>, { apis, model }: RuleContext): CodeOrigin {
  for (const download of apis.ofKind('download', call, model)) {
    const pin = pinState(call, download, model);
    if (pin.state !== 'nothing') return { kind: pin.state, subject: pin.subject };
  }
  const source = api.source ? findArgument(call, api.source, model) : undefined;
  if (source?.state !== 'given') return { kind: 'unknown' };
  const text = model.evaluate(source.value);
  const isPath =
    text.known && typeof text.value === 'string'
      ? isWrittenAsPath(text.value)
      : isFixedPath(source.value, model);
  return { kind: isPath ? 'local' : 'unknown' };
}

function weightOf(
  origin: CodeOrigin,
  call: Call,
  byCaller: boolean,
): Pick<Report, 'severity' | 'confidence'> {
  if (byCaller || call.nameConfidence === 'probable' || origin.kind === 'local')
    return { confidence: 'probable' };
  if (origin.kind === 'mutable') return { severity: 'error' };
  return {};
}

function messageOf(origin: CodeOrigin, setting: string, callee: string): string {
  switch (origin.kind) {
    case 'mutable':
      return `${setting} runs whatever Python code "${origin.subject}" holds at the time of the download. Use a model that needs no code of its own, or pin the commit whose code you have read.`;
    case 'pinned':
      return `${setting} runs the Python code of "${origin.subject}". The revision is pinned, so the code cannot change unseen; keep it only if you have read that commit.`;
    case 'local':
      return `${setting} runs the Python files in this model folder, and code that its configuration names on a hub. Use a model class of the library where one exists.`;
    default:
      return `${callee} with ${setting} runs Python code that comes with the repository it loads. Switch it off, or pin the commit whose code you have read.`;
  }
}

function fixesOf(call: Call, api: ApiOf<'remote-code'>, { model }: RuleContext): readonly Fix[] {
  if (!api.fix) return [];
  const { setKeyword, value } = api.fix;
  const edit = keywordEdit(call, { keyword: setKeyword }, value, model);
  return edit ? [{ title: `Set ${setKeyword}=${value}`, safe: false, edits: [edit] }] : [];
}

const HASH = '5f0b02c75b57c5855da9ae460ce51323ea669d8a';

export const rule: Rule = {
  id: 'remote-code-enabled',
  title: 'Code from a model repository may run',
  stages: ['experimentation', 'model-serving', 'continuous-training', 'llm-develop-experiment', 'llm-deploy'],
  risks: [
    'owasp-ml-2023:ML06',
    'owasp-llm-2026:LLM04',
    'owasp-llm-2025:LLM03',
    'owasp-agentic-2026:ASI05',
    'owasp-agentic-2026:ASI04',
  ],
  cwe: ['CWE-94', 'CWE-829'],
  atlas: ['AML.T0010.003', 'AML.T0011.000', 'AML.T0109'],
  controls: ['C08', 'C04', 'C15'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['supply-chain', 'remote-code', 'model-files'],
  languages: ['python'],
  what:
    'Finds `trust_remote_code=True` in transformers, datasets, sentence-transformers, diffusers, vLLM, LangChain, LlamaIndex and others, and `trust_repo=True` in torch.hub. ' +
    'It is an error when the repository is not pinned, a warning when it is, and information for a local folder.',
  why: 'The switch downloads Python files from the model repository and imports them, with all the rights of your process: its tokens, its data, its network. Safe weight formats do not help, because the code runs beside them.',
  fix: 'Leave the switch out: most architectures are part of the libraries by now. Where a model needs its own code, read it, pin that commit with `revision=` (and `code_revision=` where the code lives in another repository), and run it in a sandbox without credentials.',
  references: [
    {
      title: 'transformers: custom models',
      url: 'https://huggingface.co/docs/transformers/models#custom-models',
    },
    { title: 'torch.hub: trust_repo', url: 'https://docs.pytorch.org/docs/stable/hub.html#torch.hub.load' },
  ],
  examples: {
    bad: [
      {
        title: 'an option that is added',
        code: 'from transformers import AutoModel\n\noptions = {}\noptions["trust_remote_code"] = True\nmodel = AutoModel.from_pretrained("./model", **options)\n',
      },
      {
        title: 'an unpinned model',
        code: 'from transformers import AutoModelForCausalLM\n\nmodel = AutoModelForCausalLM.from_pretrained("acme/chat-7b", trust_remote_code=True)\n',
      },
      {
        title: 'a pinned model still runs code',
        code: `from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("acme/encoder", trust_remote_code=True, revision="${HASH}")\n`,
      },
      {
        title: 'a pipeline',
        code: 'from transformers import pipeline\n\ngenerate = pipeline(model=name, trust_remote_code=True)\n',
      },
      {
        title: 'a configuration',
        code: 'from transformers import AutoConfig\n\nTRUST = True\nconfig = AutoConfig.from_pretrained(name, trust_remote_code=TRUST)\n',
      },
      {
        title: 'a dataset script',
        code: 'import datasets\n\ndata = datasets.load_dataset("acme/reviews", trust_remote_code=True)\n',
      },
      {
        title: 'sentence-transformers and vLLM',
        code: 'from sentence_transformers import SentenceTransformer\nfrom vllm import LLM\n\nencoder = SentenceTransformer("acme/encoder", trust_remote_code=True)\nllm = LLM("acme/chat-7b", trust_remote_code=True)\n',
        findings: 2,
      },
      {
        title: 'a dictionary of arguments',
        code: 'from transformers import AutoTokenizer\n\noptions = dict(trust_remote_code=True)\ntokenizer = AutoTokenizer.from_pretrained(name, **options)\n',
      },
      {
        title: 'a dictionary entry of a wrapper',
        code: 'from langchain_huggingface import HuggingFaceEmbeddings\n\nembeddings = HuggingFaceEmbeddings(model_name=name, model_kwargs={"trust_remote_code": True})\n',
      },
      {
        title: 'torch.hub',
        code: 'import torch\n\nmodel = torch.hub.load("acme/detector", "large", trust_repo=True)\n',
      },
    ],
    good: [
      {
        title: 'an option that is added where the user asks for it',
        code: 'from transformers import AutoModel\n\ndef load(args):\n    options = {}\n    if args.trust:\n        options["trust_remote_code"] = True\n    return AutoModel.from_pretrained("./model", **options)\n',
      },
      {
        title: 'the default',
        code: 'from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained(name)\n',
      },
      {
        title: 'switched off',
        code: 'from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained(name, trust_remote_code=False)\n',
      },
      {
        title: 'the caller decides',
        code: 'from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained(args.model, trust_remote_code=args.trust_remote_code)\n',
      },
      {
        title: 'torch.hub asks first',
        code: 'import torch\n\nmodel = torch.hub.load("acme/detector", "large", trust_repo="check")\n',
      },
      {
        title: 'a setting of another program',
        code: 'config = dict(trust_remote_code=True)\nprint(config)\n',
      },
    ],
  },
  needs: ['remote-code'],
  on: { api: { 'remote-code': check } },
};
