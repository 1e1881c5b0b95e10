import { gzipSync, zlibSync } from 'fflate';
import { bytes, le, op, SYSTEM, zip, type Part } from '../../../unit/models/support/assemble';
import { npy } from '../../../unit/models/support/containers';
import { CHECKPOINT, checkpoint } from '../torch-checkpoint';
import { tar } from '../tar';
import type { FormatSample } from './sample';

const system = op.stackGlobal('os', 'system');
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

/** A number and a text at protocol `version`, and the same with a call. */
function plain(version: number): FormatSample {
  const head: Part = version < 2 ? [] : op.proto(version);
  const harmful =
    version < 4 ? op.call1(op.global('os', 'system'), op.binText('id')) : op.call1(system, op.text('id'));
  return {
    format: `pickle, protocol ${version}`,
    name: 'model.pkl',
    benign:
      version === 0
        ? bytes("(dp0\nS'weights'\np1\n(lp2\nF0.5\nas.")
        : bytes(head, '}', op.binText('lr'), 'K', 1, 's.'),
    harmful: version === 0 ? bytes("cos\nsystem\n(S'id'\ntR.") : bytes(head, harmful, '.'),
  };
}

const legacy = (model: Uint8Array): Uint8Array =>
  bytes(
    op.proto(2),
    [0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, '.'],
    [op.proto(2), 'M', le(1001, 2), '.', op.proto(2), '}.'],
    model,
    [op.proto(2), ']', op.binText('0'), 'a.', le(2, 8), new Uint8Array(8)],
  );
const script = (body: string): Uint8Array =>
  zip([
    { name: 'm/data.pkl', data: bytes(op.proto(2), '}.') },
    { name: 'm/constants.pkl', data: bytes(op.proto(2), ').') },
    {
      name: 'm/code/__torch__.py',
      data: text(
        `class M(Module):\n  def forward(self: __torch__.M,\n    x: Tensor) -> Tensor:\n    ${body}\n`,
      ),
    },
    { name: 'm/version', data: text('3\n') },
  ]);
const packed = (code: string): Uint8Array =>
  zip([
    { name: 'p/model/model.pkl', data: bytes(op.proto(2), '}.') },
    { name: 'p/.data/extern_modules', data: text('torch\n') },
    { name: 'p/.data/version', data: text('3') },
    ...(code === '' ? [] : [{ name: 'p/net.py', data: text(code) }]),
  ]);
const OLD_TENSORS = { storages: bytes(op.proto(2), 'K', 0, '.'), tensors: bytes(op.proto(2), 'K', 0, '.') };
const ESTIMATOR = bytes(op.proto(4), op.stackGlobal('sklearn.linear_model._logistic', 'LogisticRegression'), [
  ')',
  op.newObj,
  '}',
  op.text('C'),
  'K',
  1,
  'sb.',
]);
const NUMBERS = npy("'<f8'", new Uint8Array(8));
const OBJECTS = npy("'|O'", SYSTEM);

/** Pickles, and formats that hold some. */
export const PICKLE_SAMPLES: readonly FormatSample[] = [
  ...[0, 1, 2, 3, 4, 5].map(plain),
  {
    format: 'several pickles',
    name: 'model.pkl',
    benign: bytes(op.proto(2), '}.', op.proto(2), 'N.'),
    harmful: bytes(op.proto(2), '}.', SYSTEM),
  },
  { format: 'joblib', name: 'model.joblib', benign: ESTIMATOR, harmful: SYSTEM },
  { format: 'joblib, zlib', name: 'model.joblib', benign: zlibSync(ESTIMATOR), harmful: zlibSync(SYSTEM) },
  { format: 'joblib, gzip', name: 'model.joblib', benign: gzipSync(ESTIMATOR), harmful: gzipSync(SYSTEM) },
  { format: 'PyTorch, ZIP', name: 'model.pt', benign: checkpoint(CHECKPOINT), harmful: checkpoint(SYSTEM) },
  { format: 'PyTorch before 1.6', name: 'model.pt', benign: legacy(CHECKPOINT), harmful: legacy(SYSTEM) },
  {
    format: 'PyTorch, tar',
    name: 'model.pt',
    benign: tar({ ...OLD_TENSORS, pickle: bytes(op.proto(2), '}.') }),
    harmful: tar({ ...OLD_TENSORS, pickle: SYSTEM }),
  },
  {
    format: 'TorchScript',
    name: 'model.pt',
    benign: script('return torch.add(torch.relu(x), 1, alpha=1)'),
    harmful: script('torch.save(x, "/tmp/x")'),
  },
  {
    format: 'torch.package',
    name: 'model.pt',
    benign: packed(''),
    harmful: packed("import os\nos.system('id')\n"),
  },
  { format: 'NumPy .npy', name: 'a.npy', benign: NUMBERS, harmful: OBJECTS },
  {
    format: 'NumPy .npz',
    name: 'a.npz',
    benign: zip([{ name: 'x.npy', data: NUMBERS, deflate: true }]),
    harmful: zip([{ name: 'x.npy', data: OBJECTS, deflate: true }]),
  },
  {
    format: 'archive of models',
    name: 'models.zip',
    benign: zip([{ name: 'a/model.pkl', data: ESTIMATOR, deflate: true }]),
    harmful: zip([{ name: 'a/model.pkl', data: SYSTEM, deflate: true }]),
  },
];
