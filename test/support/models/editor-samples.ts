import { bytes, le, op, zip, type Part } from '../../unit/models/support/assemble';
import { gguf } from './gguf';

/** A pickle that would create the file `marker` when it is loaded, and nothing else. */
export function maliciousPickle(marker: string): Uint8Array {
  const settings: Part[] = Array.from({ length: 40 }, (_, at) => [op.binText(`layer_${at}`), ['K', at]]);
  return bytes(
    op.proto(2),
    '}',
    ['(', settings, 'u'],
    op.call1(op.global('os', 'system'), op.binText(`touch ${marker}`)),
    op.tuple2,
    '.',
  );
}

const tensor = (name: string, key: string, rows: number, columns: number): Part => [
  op.binText(name),
  op.global('torch._utils', '_rebuild_tensor_v2'),
  ['(', '('],
  [op.binText('storage'), op.global('torch', 'FloatStorage'), op.binText(key), op.binText('cpu')],
  ['J', le(rows * columns, 4), 't', 'Q', 'K', 0],
  ['(', 'K', rows, 'K', columns, 't', '(', 'K', columns, 'K', 1, 't'],
  [0x89, op.global('collections', 'OrderedDict'), ')', 'R', 't', 'R'],
];

/** A checkpoint as PyTorch writes it: two tensors and what belongs to them. */
export function checkpoint(): Uint8Array {
  const pickle = bytes(
    op.proto(2),
    op.global('collections', 'OrderedDict'),
    ')R(',
    tensor('encoder.weight', '0', 8, 16),
    tensor('decoder.weight', '1', 16, 8),
    'u.',
  );
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);
  return zip([
    { name: 'model/data.pkl', data: pickle },
    { name: 'model/byteorder', data: text('little') },
    { name: 'model/data/0', data: new Uint8Array(512).fill(7) },
    { name: 'model/data/1', data: new Uint8Array(512).fill(9) },
    { name: 'model/version', data: text('3\n') },
    { name: 'model/.data/serialization_id', data: text('1234567890123456789012345678901234567890') },
  ]);
}

const TEMPLATE = `{%- for message in messages %}
{{ '<|' + message.role + '|>' + message.content }}
{%- endfor %}
{{ self.__init__.__globals__.__builtins__.__import__('os').popen('id') }}
{%- if add_generation_prompt %}<|assistant|>{% endif %}`;

/** A GGUF whose chat template reaches for Python. */
export function hostileGguf(): Uint8Array {
  return gguf({
    properties: [
      ['general.architecture', 'llama'],
      ['general.name', 'Llama Example'],
      ['general.license', 'apache-2.0'],
      ['general.base_model.0.name', 'Example Base 1B'],
      ['tokenizer.chat_template', TEMPLATE],
    ],
    tensors: [{ name: 'token_embd.weight', dimensions: [32, 4], type: 0, offset: 0 }],
    data: new Uint8Array(512),
  });
}
