import { RULES } from '../../src/analysis/rules/registry.generated';
import { panelSnapshot } from '../../src/extension/panel/panel-snapshot';
import type { WireFinding } from '../../src/protocol/finding';
import type { PanelSnapshot } from '../../src/protocol/panel';
import { sampleCatalog } from './sample-catalog';

/** File, line (from 0), rule and message of findings as a small project would have them. */
const PLACES = [
  [
    'load_models.py',
    11,
    'torch-load-unsafe',
    '`torch.load` runs code hidden in `resnet.pt`. Pass `weights_only=True`.',
  ],
  [
    'load_models.py',
    23,
    'unsafe-pickle-load',
    '`pickle.load` runs code hidden in `features.pkl`. Use a format without code.',
  ],
  [
    'load_models.py',
    40,
    'keras-unsafe-load',
    '`load_model` rebuilds Lambda layers, which run code. Keep `safe_mode` on.',
  ],
  ['train.py', 8, 'numpy-allow-pickle', '`allow_pickle=True` lets `labels.npy` run code. Save plain arrays.'],
  [
    'train.py',
    17,
    'yaml-unsafe-load',
    '`yaml.load` with `Loader=yaml.Loader` builds any object. Use `yaml.safe_load`.',
  ],
  [
    'train.py',
    52,
    'torch-load-unsafe',
    '`torch.load` runs code hidden in `checkpoint.pt`. Pass `weights_only=True`.',
  ],
  [
    'rag_chat.py',
    5,
    'secret-in-source',
    'A key of an OpenAI project stands in the source. Read it from the environment.',
  ],
  [
    'explore.ipynb',
    3,
    'secret-in-notebook-output',
    'The output of this cell shows a Hugging Face token. Clear it and revoke the token.',
  ],
  [
    'serve.py',
    31,
    'dangerous-deserialization-allowed',
    '`allow_dangerous_deserialization=True` lets the index run code.',
  ],
] as const;

/** Findings of a made-up workspace; `copies` multiplies them. */
export function sampleSnapshot(copies = 1): PanelSnapshot {
  const findings = Array.from({ length: copies }, (_, copy) => sampleFindings(copy)).flat();
  return panelSnapshot(
    {
      findings,
      editor: { name: 'train.py', stages: ['experimentation', 'llm-develop-experiment'] },
      followEditor: true,
      scanning: false,
      scanned: true,
    },
    sampleCatalog(),
  );
}

function sampleFindings(copy: number): WireFinding[] {
  return PLACES.flatMap(([file, line, ruleId, message]) => {
    const rule = RULES.find((candidate) => candidate.id === ruleId);
    if (!rule) return [];
    const at = { line, character: 4 };
    return [
      {
        id: `${file}:${line}:${ruleId}:${copy}`,
        ruleId,
        ruleTitle: rule.title,
        subject: rule.title,
        message,
        severity: rule.severity,
        confidence: 'certain' as const,
        uri: `file:///project/${file}`,
        range: { start: at, end: at },
        ...(file.endsWith('.ipynb') ? { cell: 2 } : {}),
        excerpt: '',
        stages: rule.stages,
        risks: rule.risks,
        path: [],
      },
    ];
  });
}
