import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import { asksForConsent } from '../rule-support/caller-consent';
import { isCallerChoice } from '../rule-support/caller-choice';
import { calleeName } from '../rule-support/call-text';
import { dataSource } from '../rule-support/data-source';
import { deserializationFixes } from '../rule-support/deserialization-fixes';
import { isCertain, type UnsafeReason, unsafeReason } from '../rule-support/deserialization-verdict';
import { findArgument } from '../rule-support/find-argument';
import { keywordEdit } from '../rule-support/keyword-edit';
import { outsiderReport } from '../rule-support/outsider-report';
import { riskyCallListeners } from '../rule-support/risky-call';
import type { Rule, RuleContext } from '../rule';

/** A reader of one's own choice switches `weights_only` off unless it is given. */
const PICKLE_MODULE = { keyword: 'pickle_module', position: 2 };

function check(call: Call, api: ApiOf<'deserialization'>, context: RuleContext): void {
  if (api.format !== 'torch') return;
  const reason = reasonWithPickleModule(call, api, context);
  if (!reason) return;
  const source = dataSource(call, api, context);
  if (source === 'memory') return;
  const subject = calleeName(call, context.model);
  const outsider = outsiderReport(subject, call, api, source, 'Pass weights_only=True.', context);
  // Of a file that an outsider sends, an unknown version of torch is no reason to be less sure.
  const isSure = isCertain(reason) || (outsider && reason.kind === 'default-of-unknown-version');
  const isAgreed = !outsider && source !== 'network' && asksForConsent(call, context.model);
  const doubtful = !isSure || isAgreed || call.nameConfidence === 'probable';
  context.report({
    at: call,
    subject,
    message: messageOf(subject, reason, api),
    ...outsider,
    fixes: deserializationFixes(call, api, context.model),
    ...(doubtful ? { confidence: 'probable' as const } : {}),
    ...(outsider || (source === 'network' && reason.kind === 'argument')
      ? { severity: 'error' as const }
      : {}),
  });
}

/**
 * The checkpoint of a Lightning module is read by `torch.load`, with the default of the version or what is given. The class is mostly
 * imported from the project's own code, so the method is known by its name.
 */
function checkLightning(call: Call, context: RuleContext): void {
  const { model } = context;
  const { callee } = call;
  if (callee.kind !== 'attribute' || callee.name !== 'load_from_checkpoint') return;
  if (context.apis.ofKind('deserialization', call, model).length > 0) return;
  const given = findArgument(call, { keyword: 'weights_only' }, model);
  if (given.state === 'unknown') return;
  const value = given.state === 'given' ? model.evaluate(given.value) : undefined;
  if (value && !(value.known && value.value === false)) return;
  const path = findArgument(call, { keyword: 'checkpoint_path', position: 0 }, model);
  if (path.state === 'absent') return;
  const edit = keywordEdit(call, { keyword: 'weights_only' }, 'True', model);
  const isCertain = value !== undefined && !(given.state === 'given' && isCallerChoice(given.value, model));
  context.report({
    at: call,
    subject: 'load_from_checkpoint',
    message: isCertain
      ? 'load_from_checkpoint is told to run any code hidden in the checkpoint. Pass weights_only=True.'
      : 'load_from_checkpoint may run code hidden in the checkpoint: it reads it with torch.load, in most versions with pickle. Pass weights_only=True for a file that is not your own.',
    ...(isCertain ? {} : { confidence: 'probable' as const }),
    fixes: edit ? [{ title: 'Set weights_only=True', safe: false, edits: [edit] }] : [],
  });
}

/** With a `pickle_module`, the default is the unsafe one in every version of torch. */
function reasonWithPickleModule(
  call: Call,
  api: ApiOf<'deserialization'>,
  context: RuleContext,
): UnsafeReason | undefined {
  const { packages, model } = context;
  const reason = unsafeReason(call, api, { ...context, packages: { of: () => undefined } });
  if (reason?.kind !== 'default-of-unknown-version') return reason;
  const chosen = findArgument(call, PICKLE_MODULE, model).state;
  if (chosen === 'given') return { kind: 'argument', byCaller: false };
  return unsafeReason(call, api, { ...context, packages });
}

function messageOf(name: string, reason: UnsafeReason, api: ApiOf<'deserialization'>): string {
  const advice = `Pass weights_only=True, or load a safetensors file with ${api.instead ?? 'safetensors'}.`;
  if (reason.kind === 'default-of-unknown-version') {
    return `Before torch 2.6, ${name} runs any code hidden in the checkpoint, and no manifest says which version is used. Pass weights_only=True to be safe on all of them.`;
  }
  if (reason.kind === 'default' && reason.evidence) {
    return `${name} runs any code hidden in the checkpoint: ${reason.evidence.file} allows torch ${reason.evidence.minimum ?? ''}, where weights_only is off by default. ${advice}`;
  }
  if (reason.kind === 'default') {
    return `${name} runs any code hidden in the checkpoint, because its weights_only is off by default. ${advice}`;
  }
  return `${name} is told to run any code hidden in the checkpoint. ${advice}`;
}

/** A variable of the environment that switches `weights_only` off wherever nothing is given. */
const EVERY_LOAD = riskyCallListeners({
  topics: ['torch-loads-code'],
  does: 'makes every torch.load of this process run code that a checkpoint hides',
  advice:
    'Leave the variable out, and name the classes a file needs with torch.serialization.add_safe_globals.',
});

export const rule: Rule = {
  id: 'torch-load-unsafe',
  title: 'PyTorch checkpoint is loaded with code',
  stages: ['experimentation', 'model-serving', 'continuous-training', 'llm-augment-finetune'],
  risks: [
    'owasp-ml-2023:ML06',
    'owasp-ml-2023:ML07',
    'owasp-llm-2026:LLM04',
    'owasp-llm-2025:LLM03',
    'owasp-agentic-2026:ASI05',
  ],
  cwe: ['CWE-502'],
  atlas: ['AML.T0011.000', 'AML.T0010.003', 'AML.T0018.002'],
  controls: ['C07', 'C06', 'C26'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['deserialization', 'model-files', 'pytorch'],
  languages: ['python'],
  what:
    'Finds `torch.load` and `torch.hub.load_state_dict_from_url` that unpickle the whole file: `weights_only=False`, a `pickle_module`, or the default of the version in use; and `TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD`, which switches it off for all. ' +
    "Which default holds is read from the project's manifests: off before torch 2.6, on since. Where no manifest names torch, the finding is information.",
  why: 'A checkpoint is a zip with a pickle inside, and a pickle can call any function while it is read. A checkpoint from a hub, a colleague or a bucket can therefore take over the training job or server that loads it.',
  fix:
    'Pass `weights_only=True`: torch then builds tensors and plain containers only. If the file holds other classes, name them with `torch.serialization.add_safe_globals`, or convert it once in a sandbox to safetensors and load that. ' +
    'Keep torch current: `weights_only` itself had holes that 2.6 and later closed.',
  references: [
    { title: 'torch.load', url: 'https://docs.pytorch.org/docs/stable/generated/torch.load.html' },
    {
      title: 'PyTorch: serialization and weights_only',
      url: 'https://docs.pytorch.org/docs/stable/notes/serialization.html',
    },
    { title: 'PyTorch security policy', url: 'https://github.com/pytorch/pytorch/blob/main/SECURITY.md' },
  ],
  examples: {
    bad: [
      { title: 'switched off', code: 'import torch\n\nstate = torch.load(path, weights_only=False)\n' },
      {
        title: 'default of an old version',
        code: 'import torch\n\nstate = torch.load("model.pt", map_location="cpu")\n',
        versions: { torch: '2.1' },
      },
      { title: 'no version known (information)', code: 'import torch\n\nstate = torch.load("model.pt")\n' },
      {
        title: 'inside load_state_dict',
        code: 'from torch import load\n\nmodel.load_state_dict(load(args.checkpoint), strict=False)\n',
      },
      {
        title: 'a constant',
        code: 'import torch\n\nSAFE = False\nstate = torch.load(path, weights_only=SAFE)\n',
        versions: { torch: '2.8' },
      },
      {
        title: 'a dictionary of arguments',
        code: 'import torch\n\noptions = {"map_location": "cpu", "weights_only": False}\nstate = torch.load(path, **options)\n',
      },
      {
        title: 'a partial',
        code: 'import functools\nimport torch\n\nload = functools.partial(torch.load, map_location="cpu", weights_only=False)\nstate = load(path)\n',
      },
      {
        title: 'options that are completed before the call',
        code: 'import torch\n\ndef load(path, **options):\n    options.setdefault("weights_only", False)\n    return torch.load(path, **options)\n',
      },
      {
        title: 'a variable of the environment',
        code: 'import os\nimport torch\n\nos.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = "1"\n',
      },
      {
        title: 'its own pickle module',
        code: 'import dill\nimport torch\n\nstate = torch.load(path, pickle_module=dill)\n',
        versions: { torch: '2.7' },
      },
      {
        title: 'from a URL, off by default in every version',
        code: 'import torch\n\nstate = torch.hub.load_state_dict_from_url(url, progress=True)\n',
        versions: { torch: '2.8' },
      },
    ],
    good: [
      {
        title: 'weights only',
        code: 'import torch\n\nstate = torch.load("model.pt", weights_only=True)\n',
        versions: { torch: '2.0' },
      },
      {
        title: 'default of a new version',
        code: 'import torch\n\nstate = torch.load("model.pt")\n',
        versions: { torch: '2.6.0' },
      },
      {
        title: 'the caller decides',
        code: 'import torch\n\ndef load(path, weights_only):\n    return torch.load(path, weights_only=weights_only)\n',
      },
      {
        title: 'unknown arguments',
        code: 'import torch\n\ndef load(path, **kwargs):\n    return torch.load(path, **kwargs)\n',
      },
      {
        title: 'a partial with weights only',
        code: 'from functools import partial\nimport torch\n\nload = partial(torch.load, weights_only=True)\nstate = load(path)\n',
      },
      {
        title: 'options of which one is set anew',
        code: 'import torch\n\noptions = {"weights_only": False}\noptions["weights_only"] = True\nstate = torch.load(path, **options)\n',
      },
      {
        title: 'the variable that switches it on',
        code: 'import os\n\nos.environ["TORCH_FORCE_WEIGHTS_ONLY_LOAD"] = "1"\nos.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = "0"\n',
      },
      {
        title: 'a copy through a buffer',
        code: 'import io\nimport torch\n\nbuffer = io.BytesIO()\ntorch.save(module, buffer)\nbuffer.seek(0)\nclone = torch.load(buffer)\n',
      },
      {
        title: 'a copy through a temporary file',
        code: 'import tempfile\nimport torch\n\nwith tempfile.TemporaryFile() as file:\n    torch.save(module, file)\n    file.seek(0)\n    clone = torch.load(file)\n',
        seen: 'pytorch/pytorch, torch/testing/_internal/common_nn.py',
      },
      { title: 'saving', code: 'import torch\n\ntorch.save(model.state_dict(), "model.pt")\n' },
      { title: 'TorchScript', code: 'import torch\n\nmodel = torch.jit.load("model.ts")\n' },
    ],
  },
  needs: ['deserialization', 'risky-call:torch-loads-code'],
  triggers: () => ['load_from_checkpoint'],
  on: { api: { deserialization: check, ...EVERY_LOAD.api }, call: checkLightning },
};
