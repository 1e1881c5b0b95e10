import { zip } from '../../../unit/models/support/assemble';
import { HONEST_TEMPLATES } from '../chat-templates';
import { gguf } from '../gguf';
import { safetensors } from '../safetensors';
import { tar } from '../tar';
import type { FormatSample } from './sample';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const json = (value: unknown): Uint8Array => text(JSON.stringify(value));
const HONEST = Object.values(HONEST_TEMPLATES)[0] ?? '';
const HOSTILE = "{{ cycler.__init__.__globals__.os.popen('id').read() }}";

const ggufWith = (template: string): Uint8Array =>
  gguf({
    properties: [
      ['general.architecture', 'llama'],
      ['tokenizer.chat_template', template],
    ],
    tensors: [{ name: 'blk.0.w', dimensions: [32, 2], type: 8, offset: 0 }],
    data: new Uint8Array(96),
  });
const F32 = (start: number, end: number): object => ({
  dtype: 'F32',
  shape: [4],
  data_offsets: [start, end],
});
const skops = (module: string, name: string): Uint8Array => {
  const node = {
    __class__: 'function',
    __module__: module,
    __loader__: 'FunctionNode',
    content: { module_path: module, function: name },
  };
  const schema = {
    __class__: 'LogisticRegression',
    __module__: 'sklearn.linear_model._logistic',
    __loader__: 'ObjectNode',
    content: node,
    protocol: 2,
    _skops_version: '0.11',
  };
  return zip([{ name: 'schema.json', data: json(schema) }]);
};
const nemo = (target: string): Uint8Array =>
  tar({
    './model_config.yaml': text(
      `target: nemo.collections.asr.models.EncDecCTCModelBPE\noptim:\n  _target_: ${target}\n`,
    ),
    './model_weights.ckpt': new Uint8Array(600),
  });
const mar = (handler: string, code?: string): Uint8Array =>
  zip([
    {
      name: 'MAR-INF/MANIFEST.json',
      data: json({ runtime: 'python', model: { modelName: 'm', serializedFile: 'm.bin', handler } }),
    },
    { name: 'm.bin', data: new Uint8Array(16) },
    ...(code === undefined ? [] : [{ name: handler, data: text(code) }]),
  ]);

/** Configurations, templates, and formats around them. */
export const TEXT_SAMPLES: readonly FormatSample[] = [
  {
    format: 'safetensors',
    name: 'model.safetensors',
    benign: safetensors({ a: F32(0, 16), b: F32(16, 32) }, new Uint8Array(32)),
    harmful: safetensors({ a: F32(0, 16), b: F32(8, 24) }, new Uint8Array(24)),
  },
  { format: 'GGUF', name: 'model.gguf', benign: ggufWith(HONEST), harmful: ggufWith(HOSTILE) },
  { format: 'chat template', name: 'chat_template.jinja', benign: text(HONEST), harmful: text(HOSTILE) },
  {
    format: 'tokenizer configuration',
    name: 'tokenizer_config.json',
    benign: json({ tokenizer_class: 'LlamaTokenizer', chat_template: HONEST }),
    harmful: json({ tokenizer_class: 'LlamaTokenizer', chat_template: HOSTILE }),
  },
  {
    format: 'model configuration',
    name: 'config.json',
    benign: json({ architectures: ['LlamaForCausalLM'], model_type: 'llama' }),
    harmful: json({ model_type: 'acme', auto_map: { AutoModel: 'acme/code--modeling.Model' } }),
  },
  {
    format: 'skops',
    name: 'model.skops',
    benign: skops('scipy.special._ufuncs', 'expit'),
    harmful: skops('os', 'system'),
  },
  { format: 'NeMo', name: 'model.nemo', benign: nemo('torch.optim.AdamW'), harmful: nemo('os.system') },
  {
    format: 'TorchServe archive',
    name: 'model.mar',
    benign: mar('image_classifier'),
    harmful: mar('handler.py', "import os\nos.system('id')\n"),
  },
];
