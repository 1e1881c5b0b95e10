import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { tar } from '../../../support/models/tar';
import { bytes, op, zip, type TestMember } from '../support/assemble';
import { evidence, inspect } from '../support/inspect';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const member = (name: string, text: string): TestMember => ({ name, data: encode(text) });
const EMPTY = bytes(op.proto(2), '}.');

describe('TorchScript', () => {
  const script = (body: string) =>
    inspect(
      zip([
        { name: 'm/data.pkl', data: EMPTY },
        { name: 'm/constants.pkl', data: bytes(op.proto(2), ').') },
        member(
          'm/code/__torch__.py',
          `class M(Module):\n  def forward(self: __torch__.M,\n    x: Tensor) -> Tensor:\n    ${body}\n`,
        ),
        member('m/version', '3\n'),
      ]),
      'model.pt',
    );

  it.each([
    ['arithmetic', 'return torch.add(torch.relu(x), 1, alpha=1)'],
    ['operators of PyTorch', 'return ops.quantized.linear(x, self._packed_params, 1., 0)'],
    ['classes of PyTorch', '_0 = __torch__.torch.classes.quantized.LinearPackedParamsBase(x)'],
    [
      'texts that look like calls',
      'ops.prim.RaiseException("torch.save(x)", "builtins.RuntimeError")  # torch.save(x)',
    ],
  ])('of %s is safe', (_what, body) => {
    expect(script(body)).toMatchObject({ format: 'torchscript', verdict: 'safe', findings: [] });
  });

  it.each([
    ['writes a file', 'torch.save(x, "/tmp/x")', 'malicious'],
    ['reads a file', 'return torch.add(x, torch.from_file("/etc/hostname", False, 4))', 'malicious'],
    ['writes a file by an operator', 'ops.image.write_file("/tmp/x", x)', 'malicious'],
    ['calls Python', '_0 = ^Function(1)(x)', 'malicious'],
    ['calls unknown operators', 'return ops.acme.run(x)', 'suspicious'],
    ['makes unknown classes', '_0 = __torch__.torch.classes.acme.Thing(x)', 'suspicious'],
    ['imports', 'import os', 'suspicious'],
  ] as const)('that %s is %3$s', (_what, body, verdict) => {
    expect(script(body).verdict).toBe(verdict);
  });
});

describe('torch.package', () => {
  const packed = (code: string) =>
    inspect(
      zip([
        { name: 'p/model/model.pkl', data: EMPTY },
        member('p/.data/extern_modules', 'torch\n'),
        member('p/.data/version', '3'),
        member('p/net.py', code),
      ]),
      'model.pt',
    );

  it('carries code, which is unknown', () => {
    const report = packed(
      'import torch\nclass Net(torch.nn.Module):\n  def forward(self, x):\n    return x\n',
    );
    expect(report).toMatchObject({ format: 'torch-package', verdict: 'suspicious' });
    expect(report.findings[0]?.message).toBe(
      'It is Python code that runs when a model is loaded from the package.',
    );
  });

  it.each([
    ['at once', "import os\nos.system('id')"],
    ['under another name', "from subprocess import run as r\nr(['id'])"],
    ['in a class', "import os\nclass A:\n  x = os.popen('id')"],
    ['in a function that it calls', "import os\ndef f():\n  os.system('id')\nf()"],
    [
      'in a method that loading calls',
      "import os\nclass A:\n  def __setstate__(self, s):\n    os.system('id')",
    ],
    ['with exec', "exec(compile('1', 'x', 'exec'))"],
    ['over the network', "import socket\nsocket.create_connection(('example.com', 1))"],
  ])('that calls something harmful %s is malicious', (_how, code) => {
    expect(packed(code).verdict).toBe('malicious');
  });

  it('that could call it later is not called malicious', () => {
    expect(packed("import os\nclass A:\n  def clean(self):\n    os.remove('x')").verdict).toBe('suspicious');
  });
});

describe('skops', () => {
  const node = (module: string, name: string, loader: string, content: unknown = null): object => ({
    __class__: name,
    __module__: module,
    __loader__: loader,
    content,
  });
  const schema = (content: unknown) => ({
    ...node('sklearn.linear_model._logistic', 'LogisticRegression', 'ObjectNode', content),
    protocol: 2,
    _skops_version: '0.11',
  });
  const look = (content: unknown) =>
    inspect(zip([member('schema.json', JSON.stringify(schema(content)))]), 'model.skops');

  it('of scikit-learn, NumPy and SciPy is safe', () => {
    const attributes = {
      C: node('builtins', 'str', 'JsonNode', '1.0'),
      type: node('builtins', 'type', 'TypeNode', { __class__: 'float64', __module__: 'numpy' }),
      coef: { ...node('numpy', 'ndarray', 'NdArrayNode'), type: 'numpy', file: '1.npy' },
      link: node('scipy.special._ufuncs', 'function', 'FunctionNode', {
        module_path: 'scipy.special._ufuncs',
        function: 'expit',
      }),
      method: node('sklearn.linear_model', 'method', 'MethodNode', {
        func: 'predict',
        obj: node('sklearn.linear_model._base', 'LinearRegression', 'ObjectNode'),
      }),
    };
    const report = look(node('builtins', 'dict', 'DictNode', attributes));
    expect(report).toMatchObject({ format: 'skops', verdict: 'safe', findings: [] });
  });

  it.each<[string, object, 'suspicious' | 'malicious']>([
    [
      'a function of the system',
      node('os', 'function', 'FunctionNode', { module_path: 'os', function: 'system' }),
      'malicious',
    ],
    [
      'a function under another module',
      node('sklearn.utils', 'function', 'FunctionNode', { module_path: 'subprocess', function: 'call' }),
      'malicious',
    ],
    ['operator.methodcaller', node('operator', 'methodcaller', 'OperatorFuncNode'), 'malicious'],
    ['operator.call', node('operator', 'call', 'OperatorFuncNode'), 'malicious'],
    ['operator.attrgetter', node('operator', 'attrgetter', 'OperatorFuncNode'), 'suspicious'],
    [
      'a method that leads to code',
      node('sklearn.x', 'method', 'MethodNode', {
        func: '__globals__',
        obj: node('sklearn.x', 'X', 'ObjectNode'),
      }),
      'malicious',
    ],
    [
      'a method that claims another owner',
      node('sklearn.x', 'method', 'MethodNode', { func: 'run', obj: node('acme', 'X', 'ObjectNode') }),
      'suspicious',
    ],
    [
      'a type of the system',
      node('builtins', 'type', 'TypeNode', { __class__: 'Popen', __module__: 'subprocess' }),
      'malicious',
    ],
    ['an unknown class', node('acme.models', 'Model', 'ObjectNode'), 'suspicious'],
    ['a loader that does not exist', node('numpy', 'ndarray', 'RunNode'), 'suspicious'],
  ])('with %s', (_what, content, verdict) => {
    expect(look(content).verdict).toBe(verdict);
  });

  it('with a schema that cannot be read is suspicious', () => {
    expect(inspect(zip([member('schema.json', '{"__class__": ')]), 'x.skops').verdict).toBe('suspicious');
  });
});

describe('NeMo', () => {
  const CONFIG = `target: nemo.collections.asr.models.ctc_bpe_models.EncDecCTCModelBPE
train_ds:
  manifest_filepath: \${oc.env:DATA}
preprocessor:
  _target_: nemo.collections.asr.modules.AudioToMelSpectrogramPreprocessor
optim: {_target_: torch.optim.AdamW, lr: 1.0e-3}
callbacks:
  - _target_: pytorch_lightning.callbacks.ModelCheckpoint
`;
  const archive = (more = ''): Uint8Array =>
    tar({ './model_config.yaml': encode(CONFIG + more), './model_weights.ckpt': new Uint8Array(600) });

  it('of known classes is safe, packed or not', () => {
    expect(inspect(archive(), 'model.nemo')).toMatchObject({ format: 'nemo', verdict: 'safe', findings: [] });
    expect(inspect(gzipSync(archive()), 'model.nemo')).toMatchObject({ verdict: 'safe', findings: [] });
  });

  it.each([
    ['a command', 'x: {_target_: os.system, command: id}', 'malicious'],
    ['a command by an alias', 'a: &a subprocess.call\nx: {_target_: *a, _args_: [[id]]}', 'malicious'],
    ['a function of a framework that downloads', 'x: {_target_: torch.hub.load, repo: a/b}', 'malicious'],
    ['a tag of Python', 'x: !!python/object/apply:os.system [id]', 'malicious'],
    ['an unknown package', 'x: {_target_: acme.Model}', 'suspicious'],
    ['a computed target', 'x: {_target_: "${a}.${b}"}', 'suspicious'],
    ['a resolver that evaluates', 'x: ${eval:1+1}', 'suspicious'],
  ] as const)('with %s is %3$s', (_what, more, verdict) => {
    expect(inspect(archive(more), 'model.nemo').verdict).toBe(verdict);
  });

  it('shows what would be called', () => {
    expect(evidence(inspect(archive('x: {_target_: os.system, command: id}'), 'model.nemo'))).toEqual([
      'os.system(command="id")',
    ]);
  });

  it('whose configuration lies alone is known by what it holds', () => {
    expect(inspect(encode('x:\n  _target_: builtins.exec\n'), 'conf')).toMatchObject({
      format: 'yaml-config',
      verdict: 'malicious',
    });
    expect(inspect(encode('a: 1\n'), 'notes.yaml').format).toBe('unknown');
  });
});
