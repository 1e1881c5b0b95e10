import { expect, test } from 'vitest';
import type { TensorFact } from '../../../src/models/facts/model-facts';
import { bytes, le, op, type Part } from './support/assemble';
import { inspect } from './support/inspect';
import { checkpoint } from '../../support/models/torch-checkpoint';

const storage = (type: string): Part => [
  ['(', op.binText('storage'), op.global('torch', type), op.binText('0'), op.binText('cpu'), 'K', 9, 't'],
  'Q',
];
const shape = (...lengths: readonly Part[]): Part => ['(', lengths, 't'];
const int = (value: number): Part => ['J', le(value, 4)];
const tensor = (type: string, ...lengths: readonly Part[]): Part => [
  op.global('torch._utils', '_rebuild_tensor_v2'),
  [
    '(',
    storage(type),
    'K',
    0,
    shape(...lengths),
    ')',
    0x89,
    op.global('collections', 'OrderedDict'),
    ')R',
    't',
  ],
  'R',
];
const dictionary = (...pairs: readonly (readonly [string, Part])[]): Part => [
  ['}', '('],
  pairs.map(([key, value]) => [op.binText(key), value]),
  'u',
];
const ordered = (...pairs: readonly (readonly [string, Part])[]): Part => [
  [op.global('collections', 'OrderedDict'), ')R', '('],
  pairs.map(([key, value]) => [op.binText(key), value]),
  'u',
];

function tensorsOf(...parts: readonly Part[]): readonly TensorFact[] {
  return inspect(checkpoint(bytes(op.proto(2), ...parts, '.')), 'model.pt').facts.tensors;
}
const short = ({ name, shape: lengths, type, size }: TensorFact): string =>
  `${name} ${lengths.join('x')} ${type} ${size ?? '?'}`;

test('the tensors of a checkpoint have the names that lead to them', () => {
  const model = ordered(
    ['fc.weight', tensor('HalfStorage', int(8), int(4))],
    ['fc.bias', tensor('HalfStorage', int(8))],
  );
  const found = tensorsOf(
    dictionary(['epoch', ['K', 3]], ['model', model], ['best', ['(', tensor('LongStorage'), 't']]),
  );
  expect(found.map(short)).toEqual([
    'model.fc.weight 8x4 float16 64',
    'model.fc.bias 8 float16 16',
    'best.0  int64 8',
  ]);
  expect(found[0]?.where).toBe('archive/data.pkl');
});

test('those of a module that was saved as a whole are named as PyTorch names them', () => {
  const parameter: Part = [
    op.global('torch._utils', '_rebuild_parameter'),
    [tensor('FloatStorage', int(2)), 0x88, op.global('collections', 'OrderedDict'), ')R', 0x87],
    'R',
  ];
  const module = (...state: readonly (readonly [string, Part])[]): Part => [
    op.global('torch.nn.modules.linear', 'Linear'),
    [')', 0x81, dictionary(...state), 'b'],
  ];
  const inner = module(['_parameters', ordered(['weight', parameter])], ['_buffers', ordered()]);
  expect(tensorsOf(module(['_modules', ordered(['0', inner])])).map(short)).toEqual(['0.weight 2 float32 8']);
});

test('all of a large model are listed, and counted beyond the limit', () => {
  const many = (count: number): ReturnType<typeof inspect>['facts'] => {
    const names = Array.from(
      { length: count },
      (_, at) => [`l${at}`, tensor('ByteStorage', int(3))] as const,
    );
    return inspect(checkpoint(bytes(op.proto(2), dictionary(...names), '.')), 'model.pt').facts;
  };
  const facts = many(1000);
  expect(facts.tensors).toHaveLength(1000);
  expect(facts.tensors.at(-1)?.name).toBe('l999');
  expect(facts.parameters).toBe(3000);
});

test('float8 and what has no storage class says its type by a dtype', () => {
  const third: Part = [
    op.global('torch._utils', '_rebuild_tensor_v3'),
    [
      '(',
      storage('UntypedStorage'),
      'K',
      0,
      shape(int(4)),
      ')',
      0x89,
      'N',
      op.global('torch', 'float8_e4m3fn'),
      't',
    ],
    'R',
  ];
  expect(tensorsOf(dictionary(['w', third])).map(short)).toEqual(['w 4 float8_e4m3fn 4']);
  expect(tensorsOf(tensor('NewStorage', int(4))).map(short)).toEqual(['(the whole) 4 NewStorage ?']);
});

test('a shape that is none is not listed, and one that no memory holds has no size', () => {
  const huge = Array.from({ length: 3 }, () => int(0x7fffffff));
  expect(
    tensorsOf(
      dictionary(
        ['negative', tensor('FloatStorage', int(0xffffffff))],
        ['text', tensor('FloatStorage', op.binText('8'))],
        ['huge', tensor('FloatStorage', ...huge)],
      ),
    ).map(({ name, size }) => [name, size]),
  ).toEqual([['huge', undefined]]);
});

test('a dictionary in itself comes to an end', () => {
  const own: Part = [
    '}',
    'q',
    0,
    op.binText('again'),
    'h',
    0,
    's',
    op.binText('w'),
    tensor('FloatStorage'),
    's',
  ];
  expect(tensorsOf(own).map(({ name }) => name)).toEqual(['w']);
  const deep = Array.from({ length: 500 }, () => [']']);
  expect(
    tensorsOf(
      deep,
      tensor('FloatStorage'),
      deep.map(() => 'a'),
    ).length,
  ).toBe(0);
});
