import { bytes, op, zip, type TestMember } from '../../unit/models/support/assemble';

const STORAGE = [
  op.binText('storage'),
  op.global('torch', 'FloatStorage'),
  op.binText('0'),
  op.binText('cpu'),
  'K',
  2,
];
/** What `torch.save({'w': tensor})` writes. */
export const CHECKPOINT = bytes(
  op.proto(2),
  '}',
  op.binText('w'),
  op.global('torch._utils', '_rebuild_tensor_v2'),
  '((',
  STORAGE,
  'tQ',
  'K',
  0,
  'K',
  2,
  0x85,
  'K',
  1,
  0x85,
  0x89,
  op.global('collections', 'OrderedDict'),
  ')R',
  'tR',
  's.',
);
const TENSOR = new Uint8Array(8).fill(7);

/** A checkpoint of PyTorch with this pickle, and other members beside it. */
export const checkpoint = (pickle: Uint8Array, ...others: readonly TestMember[]): Uint8Array =>
  zip([
    { name: 'archive/data.pkl', data: pickle },
    { name: 'archive/data/0', data: TENSOR },
    { name: 'archive/version', data: bytes('3\n') },
    ...others,
  ]);
