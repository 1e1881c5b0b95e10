import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import type { Rule, RuleContext } from '../rule';
import { calleeName } from '../rule-support/call-text';
import { pinFixes } from '../rule-support/pin-fixes';
import { unreadReference } from '../rule-support/unread-reference';

const HASH = '5f0b02c75b57c5855da9ae460ce51323ea669d8a';

export const rule: Rule = {
  id: 'download-name-unread',
  title: 'Hub download by a variable, without a revision',
  stages: ['experimentation', 'model-serving', 'data-engineering', 'llm-develop-experiment', 'llm-deploy'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03', 'owasp-agentic-2026:ASI04'],
  cwe: ['CWE-494', 'CWE-829'],
  atlas: ['AML.T0010.003', 'AML.T0010.002'],
  controls: ['C04', 'C03'],
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  tags: ['supply-chain', 'pinning', 'model-files', 'datasets'],
  languages: ['python'],
  what: 'Finds downloads from the Hugging Face hub that pass no revision and name what they fetch by a variable, or by a bare word that may as well be a folder. What is named plainly is the matter of `model-unpinned` and `dataset-unpinned`; variables that are called a path, folder or checkpoint are left alone.',
  why: 'Whoever sets the variable rarely thinks of the commit: the function fetches the newest one each time it runs, and a later change by the owner of the repository reaches every machine unseen.',
  fix: 'Take the revision from where the name comes from, and pass both: `from_pretrained(name, revision=revision)`. For folders on the disk, pass `local_files_only=True`.',
  references: [
    {
      title: 'transformers: from_pretrained',
      url: 'https://huggingface.co/docs/transformers/main_classes/model#transformers.PreTrainedModel.from_pretrained',
    },
    {
      title: 'datasets: load_dataset',
      url: 'https://huggingface.co/docs/datasets/package_reference/loading_methods#datasets.load_dataset',
    },
  ],
  examples: {
    bad: [
      {
        title: 'a parameter',
        code: 'from transformers import AutoModel\n\ndef load(model_name):\n    return AutoModel.from_pretrained(model_name)\n',
      },
      {
        title: 'an argument of the command line',
        code: 'import argparse\nfrom transformers import AutoTokenizer\n\nargs = argparse.ArgumentParser().parse_args()\ntokenizer = AutoTokenizer.from_pretrained(args.model_id)\n',
      },
      {
        title: 'a bare word',
        code: 'from datasets import load_dataset\n\ndata = load_dataset("reviews_of_films")\n',
      },
      {
        title: 'an entry of a configuration',
        code: 'from huggingface_hub import snapshot_download\n\nfolder = snapshot_download(config["repo_id"])\n',
      },
    ],
    good: [
      {
        title: 'with a revision',
        code: `from transformers import AutoModel\n\ndef load(name, revision):\n    a = AutoModel.from_pretrained(name, revision=revision)\n    b = AutoModel.from_pretrained(name, revision="${HASH}")\n    return a, b\n`,
      },
      {
        title: 'places on the disk',
        code: 'from transformers import AutoModel\n\ndef load(model_path, args, root):\n    a = AutoModel.from_pretrained(model_path)\n    b = AutoModel.from_pretrained(args.output_dir)\n    c = AutoModel.from_pretrained(root / "encoder")\n    d = AutoModel.from_pretrained("./encoder")\n    return a, b, c, d\n',
      },
      {
        title: 'offline',
        code: 'from transformers import AutoModel\n\ndef load(name):\n    return AutoModel.from_pretrained(name, local_files_only=True)\n',
      },
      {
        title: 'local data',
        code: 'from datasets import load_dataset\n\ndata = load_dataset("csv", data_files=files)\nmore = load_dataset(data_dir)\n',
      },
      {
        title: 'arguments that cannot be seen',
        code: 'from transformers import AutoModel\n\ndef load(name, **options):\n    return AutoModel.from_pretrained(name, **options)\n',
      },
    ],
  },
  needs: ['download'],
  on: { api: { download: check } },
};

function check(call: Call, api: ApiOf<'download'>, context: RuleContext): void {
  const { model } = context;
  const unread = unreadReference(call, api, model);
  if (!unread) return;
  const callee = calleeName(call, model);
  const kept = unread.isWord
    ? 'Unless it is a folder on the disk, its owner'
    : 'Unless it is a place on the disk, the owner of the repository';
  context.report({
    at: call,
    message: `\`${callee}\` fetches ${unread.text} at whatever commit is the newest. ${kept} can change what runs here; pass a revision as well.`,
    subject: callee,
    confidence: 'probable',
    fixes: pinFixes(call, api, { kind: 'missing' }, model),
  });
}
