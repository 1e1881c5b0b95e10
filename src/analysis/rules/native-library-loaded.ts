import type { ApiOf } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import type { Report, Rule, RuleContext } from '../rule';
import { calleeName } from '../rule-support/call-text';
import { type DataSource, dataSource } from '../rule-support/data-source';
import { outsiderData, readInput } from '../rule-support/outsider-data';

type Loader = ApiOf<'deserialization'>;

function check(call: Call, api: Loader, context: RuleContext): void {
  if (api.format !== 'native') return;
  const source = dataSource(call, api, context);
  const input = readInput(call, api, context);
  if (!input || (api.limited && isHarmless(input, source, context.model))) return;
  const subject = calleeName(call, context.model);
  const outsider = source === 'network' ? outsiderData(call, api, context) : undefined;
  context.report({
    at: call,
    subject,
    message: messageOf(subject, source, outsider?.origin),
    ...(outsider ? { path: outsider.path } : {}),
    ...weightOf(source),
  });
}

function weightOf(source: DataSource): Pick<Report, 'severity' | 'confidence'> {
  return source === 'network' ? { severity: 'error' } : { confidence: 'probable' };
}

/** Libraries of the system, of the interpreter and of the package itself, by what their path is made of. */
const OF_THE_SYSTEM =
  /\b(?:find_library|find_spec|get_config_vars?|sysconfig|__file__|_path\b|find_lib\w*|libname|lib_name|sys\.(?:prefix|exec_prefix|base_prefix)|site-packages|get_lib\w*)/u;

function isHarmless(input: Expression, source: DataSource, model: SourceModel): boolean {
  if (source === 'network') return false;
  if (source !== 'unknown') return true;
  const value = model.evaluate(input);
  if (value.known) return true;
  const origins = model.origins(input);
  if (origins.length > 0 && origins.every(({ expression }) => expression.kind === 'string')) return true;
  const texts = [input, ...origins.map(({ expression }) => expression)].map(({ range }) =>
    model.textAt(range),
  );
  return texts.some((text) => OF_THE_SYSTEM.test(text)) || isText(input, model);
}

/** `"lib%s.so" % name`, `f"cudart64_{version}.dll"`: a name that the loader looks up among the system's libraries. */
function isText(input: Expression, model: SourceModel): boolean {
  const parts = model.stringParts(input);
  const [first] = parts ?? [];
  return first?.kind === 'text' && !/^\.{0,2}[/\\]$/u.test(first.value) && first.value !== '';
}

function messageOf(name: string, source: DataSource, origin: string | undefined): string {
  if (origin !== undefined && origin !== 'a web page') {
    return `${name} loads machine code chosen by ${origin}. Let the caller select from a fixed list of libraries.`;
  }
  if (source === 'network') {
    return `${name} runs machine code that was downloaded. Compare its hash with a fixed one, or ship the library with the program.`;
  }
  if (source === 'fixed-path' || source === 'own-file') {
    return `${name} runs machine code from a file, so whoever can replace the file controls this program. Keep it where only the installer can write.`;
  }
  return `${name} runs machine code from a path that is not fixed here. Ship the library with the package, or compare its hash first.`;
}

export const rule: Rule = {
  id: 'native-library-loaded',
  title: 'Native library is loaded',
  stages: ['model-serving', 'experimentation', 'pipeline-dev-test'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2025:LLM03', 'owasp-llm-2026:LLM04'],
  cwe: ['CWE-114', 'CWE-427'],
  atlas: ['AML.T0010.001'],
  controls: ['C06', 'C12'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['native-code', 'model-files'],
  languages: ['python'],
  what:
    'Finds what loads compiled operators and plugins: `torch.ops.load_library`, `tf.load_op_library`, ONNX Runtime `register_custom_ops_library`, MXNet, TVM, OpenVINO and TensorRT plugins, `numpy.ctypeslib.load_library` – as information, as an error when the file was downloaded or a user chooses it. ' +
    '`ctypes` and `cffi` are reported only for a path that is not fixed: system libraries are what they are for.',
  why: 'A shared library runs code as soon as it is loaded, before any function is called, and no check of Python applies. Custom operators often travel with a model, from the same hub and with the same trust.',
  fix: 'Install operators as packages with pinned hashes. Where a library has to come from a path, take it from the package itself (`importlib.resources`) and compare its hash.',
  references: [
    {
      title: 'PyTorch: custom C++ operators',
      url: 'https://docs.pytorch.org/tutorials/advanced/cpp_custom_ops.html',
    },
    {
      title: 'ONNX Runtime: custom operators',
      url: 'https://onnxruntime.ai/docs/reference/operators/add-custom-op.html',
    },
    { title: 'CWE-114: Process Control', url: 'https://cwe.mitre.org/data/definitions/114.html' },
  ],
  examples: {
    bad: [
      {
        title: 'PyTorch operators (information)',
        code: 'import torch\n\ntorch.ops.load_library("libops.so")\ntorch.classes.load_library(path)\n',
        findings: 2,
      },
      {
        title: 'TensorFlow',
        code: 'import tensorflow as tf\n\nmodule = tf.load_op_library(path)\ntf.load_library(folder)\n',
        findings: 2,
      },
      {
        title: 'ONNX Runtime',
        code: 'import onnxruntime as ort\n\noptions = ort.SessionOptions()\noptions.register_custom_ops_library(path)\nsession = ort.InferenceSession("model.onnx", options)\n',
      },
      { title: 'NumPy', code: 'import numpy as np\n\nlib = np.ctypeslib.load_library("libfast", folder)\n' },
      { title: 'MXNet', code: 'import mxnet as mx\n\nmx.library.load(path)\n' },
      {
        title: 'a path that a user chooses',
        code: 'import ctypes\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n@app.post("/plugin")\ndef plugin():\n    return ctypes.CDLL(request.form["path"]).run()\n',
      },
      {
        title: 'ctypes, a parameter (information)',
        code: 'import ctypes\n\ndef load(path):\n    return ctypes.cdll.LoadLibrary(path)\n',
      },
      {
        title: 'a download',
        code: 'import ctypes\nimport urllib.request\n\nurllib.request.urlretrieve(url, target)\nctypes.CDLL(target)\n',
      },
    ],
    good: [
      { title: 'a system library', code: 'import ctypes\n\nlibc = ctypes.CDLL("libc.so.6")\n' },
      {
        title: 'found by the system',
        code: 'import ctypes\nfrom ctypes.util import find_library\n\nname = find_library("cudart")\nlib = ctypes.CDLL(name)\n',
      },
      {
        title: 'beside the module',
        code: 'import ctypes\nimport os\n\nHERE = os.path.dirname(os.path.abspath(__file__))\nlib = ctypes.CDLL(os.path.join(HERE, "libfast.so"))\n',
      },
      { title: 'the process itself', code: 'import ctypes\n\nlib = ctypes.CDLL(None)\n' },
      {
        title: 'the first of a list',
        code: 'import ctypes\n\nfor name in ("libcuda.so", "libcuda.dylib"):\n    lib = ctypes.CDLL(name)\n',
      },
      { title: 'another load_library', code: 'from mypackage import load_library\n\nload_library(path)\n' },
      {
        title: 'a session without custom operators',
        code: 'import onnxruntime as ort\n\nsession = ort.InferenceSession(path, ort.SessionOptions())\n',
      },
    ],
  },
  needs: ['deserialization'],
  on: { api: { deserialization: check } },
};
