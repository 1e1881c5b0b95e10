import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import { calleeName } from '../rule-support/call-text';
import { type DataSource, dataSource } from '../rule-support/data-source';
import { deserializationWeight } from '../rule-support/deserialization-weight';
import { type UnsafeReason, unsafeReason } from '../rule-support/deserialization-verdict';
import { handedReaders } from '../rule-support/handed-reader';
import { outsiderReport } from '../rule-support/outsider-report';
import { unpicklerKind } from '../rule-support/restricted-unpickler';
import type { SourceModel } from '../../source/model';
import type { Report, Rule, RuleContext } from '../rule';

const FORMATS: ReadonlySet<string> = new Set(['pickle', 'jsonpickle', 'marshal']);

/** Reports readers of the pickle format, of jsonpickle and of marshal; the other formats have rules of their own. */
function check(call: Call, api: ApiOf<'deserialization'>, context: RuleContext): void {
  if (!FORMATS.has(api.format)) return;
  const reason = unsafeReason(call, api, context);
  if (!reason) return;
  if (unpicklerKind(call, context.model) === 'refuses' || isInSetState(call, context.model)) return;
  const source = dataSource(call, api, context);
  if (source === 'memory' || (api.onlyFrom !== undefined && api.onlyFrom !== source)) return;
  const subject = calleeName(call, context.model);
  context.report({
    at: call,
    subject,
    message: messageOf(subject, api, source),
    ...outsiderReport(subject, call, api, source, `${adviceOf(api)}.`, context),
    ...weightOf(call, api, source, reason, context),
  });
}

/** Readers that are handed to a function which calls them, and methods that are known by their name alone. */
function checkHanded(call: Call, context: RuleContext): void {
  if (isPickleReceiver(call)) {
    const subject = 'recv_pyobj';
    context.report({
      at: call,
      subject,
      message: `${subject} unpickles what arrives on the socket, and whoever can connect to it runs code here. Use recv_json or recv_multipart, or authenticate the peer with CURVE.`,
      confidence: 'probable',
    });
    return;
  }
  // `unpackb(data, object_hook=decode)` is one reader, not two.
  if (context.apis.ofKind('deserialization', call, context.model).length > 0) return;
  for (const { argument, api, name } of handedReaders(call, context)) {
    if (!FORMATS.has(api.format)) continue;
    context.report({
      at: argument.value,
      subject: name,
      message: messageOf(name, api, 'unknown'),
    });
  }
}

/** No other library has a method of this name; the socket itself is rarely made where it is read. */
function isPickleReceiver({ callee, names }: Call): boolean {
  return callee.kind === 'attribute' && callee.name === 'recv_pyobj' && names.length === 0;
}

/** `__setstate__` only runs while something else is unpickled: that is the call to look at. */
function isInSetState(call: Call, model: SourceModel): boolean {
  return model.functionAt(call.range.start)?.name === '__setstate__';
}

function weightOf(
  call: Call,
  api: ApiOf<'deserialization'>,
  source: DataSource,
  reason: UnsafeReason,
  context: RuleContext,
): Pick<Report, 'severity' | 'confidence'> {
  if (unpicklerKind(call, context.model) === 'chooses') return { confidence: 'probable' };
  const weight = deserializationWeight(source, reason, call, context);
  if (!api.limited) return weight;
  return source === 'network' && !weight.confidence ? {} : { confidence: 'probable' };
}

function adviceOf({ instead }: ApiOf<'deserialization'>): string {
  return instead ? `Use ${instead} where it fits` : 'Keep data in JSON or Parquet and weights in safetensors';
}

function messageOf(name: string, api: ApiOf<'deserialization'>, source: DataSource): string {
  const advice = adviceOf(api);
  if (api.format === 'marshal') {
    return `${name} trusts its input: a crafted one can crash the interpreter or carry compiled code. ${advice}, or read only what this program wrote.`;
  }
  if (source === 'network') {
    return `${name} reads bytes that came over the network, and they can run any code here. ${advice}, or check a signature before loading.`;
  }
  if (source === 'process') {
    return `${name} runs whatever code another process sends, which is fine between a program's own processes. ${advice} where anybody else can write to the pipe.`;
  }
  if (source === 'fixed-path' || source === 'own-file') {
    return `${name} runs whatever code is in the file, so whoever can replace the file controls this program. ${advice}, or check its hash first.`;
  }
  return `${name} can run any code hidden in what it reads. ${advice}, or check a signature or hash before loading.`;
}

export const rule: Rule = {
  id: 'unsafe-pickle-load',
  title: 'Pickle data is loaded',
  stages: ['model-serving', 'experimentation', 'pipeline-dev-test', 'llm-deploy'],
  risks: [
    'owasp-ml-2023:ML06',
    'owasp-ml-2023:ML10',
    'owasp-llm-2026:LLM04',
    'owasp-llm-2025:LLM03',
    'owasp-agentic-2026:ASI05',
  ],
  cwe: ['CWE-502'],
  atlas: ['AML.T0011.000', 'AML.T0010.003', 'AML.T0018.002'],
  controls: ['C07', 'C06', 'C26'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['deserialization', 'model-files'],
  languages: ['python', 'javascript', 'typescript'],
  what:
    'Finds calls that read the pickle format or a relative of it: `pickle`, `dill`, `cloudpickle`, `joblib`, `shelve`, `pandas.read_pickle`, `jsonpickle`, `marshal` and libraries that store models this way. ' +
    'A file at a fixed path, or one that the same function writes, is reported as information; bytes from the network as an error.',
  why:
    'A pickle is a small program. Loading it may import any module and call any function, before your code sees the first value. ' +
    'A model file that somebody swapped on a share, in a bucket or on a hub therefore runs with the rights of your training job or server.',
  fix:
    'Store weights as safetensors or ONNX, tables as Parquet, settings as JSON; scikit-learn models can be kept with `skops.io`. ' +
    'Where pickle has to stay, compare a hash or verify a signature before the load, or derive from `pickle.Unpickler` and let `find_class` raise for every name that is not on a short list.',
  references: [
    {
      title: 'pickle: restricting globals',
      url: 'https://docs.python.org/3/library/pickle.html#restricting-globals',
    },
    {
      title: 'scikit-learn: model persistence',
      url: 'https://scikit-learn.org/stable/model_persistence.html',
    },
    { title: 'safetensors', url: 'https://huggingface.co/docs/safetensors/index' },
  ],
  examples: {
    bad: [
      {
        title: 'a loader kept in a class',
        code: 'import pickle\n\nclass Store:\n    read = staticmethod(pickle.load)\n\n    def get(self, path):\n        with open(path, "rb") as file:\n            return self.read(file)\n',
      },
      {
        title: 'pickles of other packages',
        code: 'import srsly\nfrom zodbpickle import pickle\n\ndef get(data):\n    return pickle.loads(data), srsly.pickle_loads(data)\n',
        findings: 2,
      },
      {
        title: 'a file whose path is a parameter',
        code: 'import pickle\n\ndef load(path):\n    with open(path, "rb") as file:\n        return pickle.load(file)\n',
      },
      {
        title: 'an imported name with an alias',
        code: 'from pickle import loads as unpack\n\ndef handle(message):\n    return unpack(message)\n',
      },
      {
        title: 'a response',
        code: 'import pickle\nimport requests\n\nmodel = pickle.loads(requests.get(url).content)\n',
      },
      { title: 'joblib', code: 'import joblib\nimport sys\n\nmodel = joblib.load(sys.argv[1])\n' },
      {
        title: 'joblib at a fixed path (information)',
        code: 'import joblib\n\nmodel = joblib.load("model.joblib")\n',
      },
      { title: 'pandas', code: 'import pandas as pd\n\ndef frame(path):\n    return pd.read_pickle(path)\n' },
      {
        title: 'dill and cloudpickle',
        code: 'import dill\nimport cloudpickle\n\ndef both(a, b):\n    return dill.load(a), cloudpickle.loads(b)\n',
        findings: 2,
      },
      {
        title: 'Unpickler',
        code: 'import pickle\n\ndef read(stream):\n    return pickle.Unpickler(stream).load()\n',
      },
      {
        title: 'an Unpickler that only renames',
        code: 'import pickle\n\nclass Renaming(pickle.Unpickler):\n    def find_class(self, module, name):\n        return super().find_class(module.replace("old", "new"), name)\n\ndef read(stream):\n    return Renaming(stream).load()\n',
      },
      {
        title: 'jsonpickle',
        code: 'import jsonpickle\n\ndef read(text):\n    return jsonpickle.decode(text)\n',
      },
      {
        title: 'the Python 2 fallback',
        code: 'try:\n    import cPickle as pickle\nexcept ImportError:\n    import pickle\n\ndef read(stream):\n    return pickle.load(stream)\n',
      },
      { title: 'a shelf', code: 'import shelve\n\ndef store(path):\n    return shelve.open(path)\n' },
      {
        title: 'the pipe of the parent process (information)',
        code: 'import os\nimport pickle\n\ndef main(fd):\n    with os.fdopen(fd, "rb") as from_parent:\n        return pickle.load(from_parent)\n',
        seen: 'joblib: externals/loky/backend/popen_loky_posix.py; torch: multiprocessing/queue.py',
      },
      {
        title: 'an object or its pickle (information)',
        code: 'import pickle\n\ndef split(frame, on):\n    if isinstance(on, bytes):\n        on = pickle.loads(on)\n    return frame.groupby(on)\n',
        seen: 'dask: dataframe/multi.py',
      },
      {
        title: 'a broadcast between workers (information)',
        code: 'import pickle\n\ndef broadcast(data, root):\n    sent = send(pickle.dumps(data)) if is_root(root) else receive()\n    return pickle.loads(sent.raw)\n',
        seen: 'xgboost: collective.py',
      },
      {
        title: 'the caller was asked for consent (information)',
        code: 'import pickle\n\ndef load_local(path, allow_dangerous_deserialization=False):\n    if not allow_dangerous_deserialization:\n        raise ValueError("refused")\n    with open(path, "rb") as file:\n        return pickle.load(file)\n',
        seen: 'langchain_community: vectorstores/faiss.py, retrievers/tfidf.py',
      },
    ],
    good: [
      {
        title: 'a copy through helpers of another file',
        code: 'from cloudpickle import loads as _loads\nfrom dask.multiprocessing import _dumps\n\ndef copy(value):\n    return _loads(_dumps(value))\n',
        seen: 'dask 2026.8.0, dask/array/tests/test_random.py',
      },
      {
        title: 'a reader of JSON kept in a class, and JSON through srsly',
        code: 'import json\nimport pickle\nimport srsly\n\nclass Store:\n    read = staticmethod(json.load)\n\n    def get(self, file):\n        return self.read(file), srsly.json_loads(file.read())\n',
      },
      {
        title: 'writing only',
        code: 'import pickle\n\ndef save(model, path):\n    with open(path, "wb") as file:\n        pickle.dump(model, file)\n',
      },
      {
        title: 'a deep copy',
        code: 'import pickle\n\ndef copy(x):\n    return pickle.loads(pickle.dumps(x))\n',
      },
      {
        title: 'a deep copy through a helper',
        seen: 'ray, serve/api.py',
        code: 'from ray import cloudpickle\n\nfrom acme.pack import pickle_dumps\n\ndef freeze(app):\n    return cloudpickle.loads(pickle_dumps(app, error_msg="not serializable"))\n',
      },
      {
        title: 'the buffer of a Pickler of its own',
        seen: 'ray, dag/py_obj_scanner.py',
        code: 'import io\nimport pickle\n\nfrom ray.cloudpickle import CloudPickler\n\nclass Scanner(CloudPickler):\n    def __init__(self):\n        self._buffer = io.BytesIO()\n        super().__init__(self._buffer)\n\n    def copy(self, value):\n        self.dump(value)\n        self._buffer.seek(0)\n        return pickle.load(self._buffer)\n',
      },
      {
        title: 'a deep copy in two lines, as tests write it',
        code: 'import pickle\n\ndef test_round_trip(estimator):\n    text = pickle.dumps(estimator)\n    again = pickle.loads(text)\n    assert again == estimator\n',
      },
      {
        title: 'state that something else unpickles',
        code: 'import pickle\n\nclass Pipe:\n    def __setstate__(self, state):\n        self.source = pickle.loads(state)\n',
        seen: 'pytorch/pytorch, torch/utils/data/datapipes/datapipe.py',
      },
      {
        title: 'copies kept in an attribute or a list',
        code: 'import pickle\n\nclass Cache:\n    def __init__(self):\n        self.kept = None\n\n    def get(self):\n        if self.kept is None:\n            self.kept = pickle.dumps(compute())\n        return pickle.loads(self.kept)\n\nresults = []\nfor timer in timers:\n    results.append(pickle.dumps(timer.run()))\nprint([pickle.loads(result) for result in results])\n',
        seen: 'numpy/numpy, numpy/core/setup.py; pytorch/pytorch, torch/utils/benchmark/examples/compare.py',
      },
      {
        title: 'a buffer in memory',
        code: 'import io\nimport pickle\n\nbuffer = io.BytesIO()\npickle.dump([1], buffer)\nbuffer.seek(0)\nprint(pickle.load(buffer))\n',
      },
      {
        title: 'an Unpickler that refuses names',
        code: 'import pickle\n\nclass Restricted(pickle.Unpickler):\n    def find_class(self, module, name):\n        if (module, name) not in ALLOWED:\n            raise pickle.UnpicklingError(name)\n        return super().find_class(module, name)\n\ndef read(stream):\n    return Restricted(stream).load()\n',
      },
      { title: 'a new shelf', code: 'import shelve\n\ndb = shelve.open(path, flag="n")\n' },
      {
        title: 'another load',
        code: 'import json\n\ndef load(path):\n    return json.load(path)\n\nload("x")\n',
      },
      {
        title: 'a local function with the same name',
        code: 'from pickle import load\n\ndef load(path):\n    return path\n\nload("x")\n',
      },
      { title: 'the import alone', code: 'import pickle\nimport joblib\n\nprint(pickle.HIGHEST_PROTOCOL)\n' },
    ],
  },
  needs: ['deserialization'],
  triggers: () => ['recv_pyobj'],
  on: { api: { deserialization: check }, call: checkHanded },
};
