import { member, valuesWithin, type JsonValue } from '../../json/json-value';
import type { Format } from '../../formats';

/** Keys of the files that Transformers, Diffusers, PEFT and Sentence Transformers write beside a model. */
const MODEL_KEYS: ReadonlySet<string> = new Set([
  ...[
    'architectures',
    'model_type',
    'auto_map',
    '_class_name',
    '_diffusers_version',
    'peft_type',
    'transformers_version',
  ],
  ...[
    'image_processor_type',
    'feature_extractor_type',
    'video_processor_type',
    'processor_class',
    '_from_model_config',
  ],
  ...[
    'weight_map',
    'base_model_name_or_path',
    'custom_pipelines',
    'trust_remote_code',
    'quantization_config',
  ],
  ...['auto_mapping', 'torch_dtype', 'image_mean', 'max_new_tokens'],
]);
const TOKENIZER_KEYS: ReadonlySet<string> = new Set([
  ...[
    'tokenizer_class',
    'chat_template',
    'added_tokens_decoder',
    'pre_tokenizer',
    'additional_chat_templates',
  ],
  ...['bos_token', 'eos_token', 'unk_token', 'additional_special_tokens'],
]);
/** Keys anywhere within that make a loader import something. */
const CALLING_KEYS: ReadonlySet<string> = new Set([
  '_target_',
  'py/object',
  'py/reduce',
  'py/function',
  'py/type',
  'py/repr',
]);

/** Which configuration a JSON value is; undefined when it is just any JSON. */
export function configKind(root: JsonValue): Format | undefined {
  if (root.kind === 'array') return isModules(root.items) ? 'model-config' : undefined;
  if (root.kind !== 'object') return undefined;
  if (root.entries.some(({ key }) => TOKENIZER_KEYS.has(key))) return 'tokenizer-config';
  if (root.entries.some(({ key }) => MODEL_KEYS.has(key))) return 'model-config';
  for (const value of valuesWithin(root)) {
    if (value.kind === 'object' && value.entries.some(({ key }) => CALLING_KEYS.has(key)))
      return 'model-config';
  }
  return undefined;
}

/** `modules.json` of Sentence Transformers: a list of modules, each with the class that is imported for it. */
export function isModules(items: readonly JsonValue[]): boolean {
  return (
    items.length > 0 &&
    items.every((item) => member(item, 'type')?.kind === 'string' && member(item, 'path') !== undefined)
  );
}
