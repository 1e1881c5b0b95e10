import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gguf } from '../../../support/models/gguf';
import { safetensors } from '../../../support/models/safetensors';
import { evidence, inspect } from '../support/inspect';

const look = (value: unknown, name = 'config.json') => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return inspect(new TextEncoder().encode(text), name);
};
const messages = (value: unknown): string =>
  look(value)
    .findings.map(({ message }) => message)
    .join('\n');

describe('the JSON files beside a model', () => {
  it.each<[string, string, object]>([
    [
      'config.json',
      'model-config',
      { architectures: ['LlamaForCausalLM'], model_type: 'llama', rope_theta: 1e6 },
    ],
    [
      'generation_config.json',
      'model-config',
      { _from_model_config: true, eos_token_id: 2, transformers_version: '4.51.0' },
    ],
    [
      'tokenizer_config.json',
      'tokenizer-config',
      { tokenizer_class: 'LlamaTokenizer', chat_template: '{{ messages }}' },
    ],
    [
      'tokenizer.json',
      'tokenizer-config',
      { version: '1.0', pre_tokenizer: null, decoder: { type: 'Replace', content: ' ' } },
    ],
    [
      'adapter_config.json',
      'model-config',
      {
        peft_type: 'LORA',
        auto_mapping: { parent_library: 'transformers.models.llama.modeling_llama' },
        megatron_core: 'megatron.core',
      },
    ],
    [
      'model_index.json',
      'model-config',
      {
        _class_name: 'StableDiffusionPipeline',
        unet: ['diffusers', 'UNet2DConditionModel'],
        safety_checker: ['stable_diffusion', 'StableDiffusionSafetyChecker'],
        image_encoder: [null, null],
      },
    ],
    [
      'preprocessor_config.json',
      'model-config',
      { image_processor_type: 'CLIPImageProcessor', image_mean: [0.5] },
    ],
    [
      'model.safetensors.index.json',
      'model-config',
      { metadata: {}, weight_map: { a: 'model-00001-of-00002.safetensors' } },
    ],
    [
      'modules.json',
      'model-config',
      [{ idx: 0, name: '0', path: '', type: 'sentence_transformers.models.Transformer' }],
    ],
    [
      'hydra.json',
      'model-config',
      {
        model: { _target_: 'nemo.collections.asr.models.EncDecCTCModel' },
        optim: { _target_: 'torch.optim.AdamW' },
      },
    ],
  ])('%s is known by its keys and safe', (name, format, value) => {
    expect(look(value, name)).toMatchObject({ format, verdict: 'safe', findings: [] });
    expect(look(value, 'x').format).toBe(format);
  });

  it('are read as Python reads them', () => {
    expect(look('\uFEFF{"model_type": "x", "limit": Infinity, "a": NaN}')).toMatchObject({
      format: 'model-config',
      verdict: 'safe',
    });
  });

  it('keep what they say', () => {
    expect(look({ model_type: 'llama', hidden_size: 4096 }).facts.properties).toContainEqual({
      name: 'hidden_size',
      value: '4096',
      where: '',
    });
  });

  it('are not any JSON', () => {
    expect(look({ name: 'something', version: 3 })).toMatchObject({
      format: 'unknown',
      verdict: 'incomplete',
    });
    expect(look('{"model_type": ')).toMatchObject({ format: 'unknown' });
  });
});

describe('code that a configuration needs', () => {
  it('of its own repository is unknown code', () => {
    const report = look({ model_type: 'x', auto_map: { AutoModel: 'modeling_x.Model' } });
    expect(report.verdict).toBe('suspicious');
    expect(evidence(report)).toEqual(['modeling_x.Model']);
    expect(report.findings[0]?.message).toBe(
      'AutoModel needs code of the file modeling_x.py beside it, which runs when it is loaded with trust_remote_code. Without that, transformers asks, refuses, or takes a class of its own.',
    );
  });

  it('of another repository is told as such', () => {
    expect(messages({ auto_map: { AutoTokenizer: ['org/other--tokenization_x.Slow', null] } })).toContain(
      'code of another repository, "org/other"',
    );
  });

  it.each<[string, unknown, 'suspicious' | 'malicious']>([
    ['trust_remote_code', { model_type: 'x', nested: { trust_remote_code: true } }, 'suspicious'],
    [
      'a pipeline of the repository',
      { model_type: 'x', custom_pipelines: { a: { impl: 'pipe.Pipe' } } },
      'suspicious',
    ],
    [
      'attention of another repository',
      { model_type: 'x', _attn_implementation: 'org/kernels' },
      'suspicious',
    ],
    ['a pipeline file of Diffusers', { _class_name: ['my_pipeline', 'Pipe'] }, 'suspicious'],
    ['a component of an unknown library', { _class_name: 'P', vae: ['my_code', 'Vae'] }, 'suspicious'],
    [
      'a module of Sentence Transformers of its own',
      [{ idx: 0, path: '', type: 'custom_st.Transformer' }],
      'suspicious',
    ],
    [
      'an address that the tokenizer puts in',
      { pre_tokenizer: null, decoder: { type: 'Replace', content: 'https://example.com/' } },
      'suspicious',
    ],
    ['a tensor outside of the model', { weight_map: { a: '../../x.safetensors' } }, 'suspicious'],
    ['an unknown target', { a: [{ _target_: 'acme.Thing' }] }, 'suspicious'],
    ['a harmful target', { a: { _target_: 'builtins.exec', _args_: ['1'] } }, 'malicious'],
    ['a built-in function as target', { a: { _target_: 'eval' } }, 'malicious'],
    ['a harmful module behind a framework', { a: { _target_: 'torch.os.system' } }, 'malicious'],
    ['a loader of a framework', { a: { _target_: 'torch.hub.load' } }, 'malicious'],
    [
      'a library that PEFT imports',
      { peft_type: 'LORA', auto_mapping: { parent_library: 'os' } },
      'malicious',
    ],
    ['a harmful module of Sentence Transformers', [{ idx: 0, path: '', type: 'os.system' }], 'malicious'],
    ['a pickle in JSON', { 'py/object': 'os.system' }, 'malicious'],
    ['an expression in JSON', { 'py/repr': '1' }, 'malicious'],
    ['the first of two keys', '{"auto_map": {"AutoModel": "a.B"}, "auto_map": {}}', 'suspicious'],
  ])('%s', (_what, value, verdict) => {
    expect(look(value).verdict).toBe(verdict);
  });

  it.each<[string, object]>([
    ['a text', { chat_template: '{{ messages.__class__ }}' }],
    [
      'a list',
      {
        chat_template: [
          { name: 'default', template: '{{ messages }}' },
          { name: 'x', template: '{{ messages.__class__ }}' },
        ],
      },
    ],
    ['an object', { additional_chat_templates: { x: '{{ messages.__class__ }}' } }],
  ])('templates are analysed, given as %s', (_how, value) => {
    expect(look({ tokenizer_class: 'X', ...value }, 'tokenizer_config.json')).toMatchObject({
      verdict: 'malicious',
    });
  });
});

describe('no header or configuration makes an inspection throw or hang', () => {
  const template = '{{ messages.__class__ }}';
  const SAMPLES = {
    'model.safetensors': safetensors(
      { a: { dtype: 'U8', shape: [4], data_offsets: [0, 4] } },
      new Uint8Array(4),
    ),
    'model.gguf': gguf({
      properties: [['tokenizer.chat_template', template]],
      tensors: [{ name: 'a', dimensions: [4], type: 24, offset: 0 }],
      data: new Uint8Array(32),
    }),
    'tokenizer_config.json': new TextEncoder().encode(
      JSON.stringify({ tokenizer_class: 'X', chat_template: template }),
    ),
  };
  const endsWell = (content: Uint8Array, name: string): void => {
    expect(inspect(content, name, { milliseconds: 5000 }).limits).not.toContain('milliseconds');
  };

  it.each(Object.entries(SAMPLES))('%s, cut at each byte', (name, content) => {
    for (let length = 0; length < content.length; length++) endsWell(content.subarray(0, length), name);
  });

  it.each(Object.entries(SAMPLES))('%s, with bytes changed', (name, content) => {
    const change = fc.tuple(fc.nat(content.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
        const changed = content.slice();
        for (const [at, value] of changes) changed[at] = value;
        endsWell(changed, name);
      }),
      { numRuns: 400 },
    );
  });

  it.each(['[', '{"a":'])('%s, nested too deep', (open) => {
    endsWell(new TextEncoder().encode(`{"model_type":"x","a":${open.repeat(50_000)}`), 'config.json');
  });

  it('and the template of a file that is cut after it is still found', () => {
    const whole = SAMPLES['model.gguf'];
    for (let length = whole.length - 40; length < whole.length; length++) {
      expect(inspect(whole.subarray(0, length), 'model.gguf').verdict).toBe('malicious');
    }
  });
});
