import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import { calleeName } from '../rule-support/call-text';
import { dataSource } from '../rule-support/data-source';
import { deserializationFixes } from '../rule-support/deserialization-fixes';
import { deserializationWeight } from '../rule-support/deserialization-weight';
import { unsafeReason } from '../rule-support/deserialization-verdict';
import { outsiderReport } from '../rule-support/outsider-report';
import type { Rule, RuleContext } from '../rule';

function check(call: Call, api: ApiOf<'deserialization'>, context: RuleContext): void {
  if (api.format !== 'numpy') return;
  const reason = unsafeReason(call, api, context);
  if (!reason) return;
  const source = dataSource(call, api, context);
  if (source === 'memory') return;
  const subject = calleeName(call, context.model);
  context.report({
    at: call,
    subject,
    message: `${subject} with allow_pickle=True runs code hidden in an object array. Drop it, and keep strings or dictionaries in JSON or Parquet instead of object arrays.`,
    ...outsiderReport(subject, call, api, source, 'Leave allow_pickle out.', context),
    fixes: deserializationFixes(call, api, context.model),
    ...deserializationWeight(source, reason, call, context),
  });
}

export const rule: Rule = {
  id: 'numpy-allow-pickle',
  title: 'NumPy array is loaded with pickle allowed',
  stages: ['data-engineering', 'experimentation', 'model-serving', 'llm-augment-finetune'],
  risks: ['owasp-ml-2023:ML06', 'owasp-ml-2023:ML02', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-502'],
  atlas: ['AML.T0011.000', 'AML.T0010.002'],
  controls: ['C07', 'C16'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['deserialization', 'datasets', 'numpy'],
  languages: ['python'],
  what: 'Finds `numpy.load` and `numpy.lib.format.read_array` with `allow_pickle=True`, also through a constant. A file at a fixed path, or one that the same function writes, is reported as information.',
  why: 'Arrays of numbers need no pickle. An array of objects is stored as one, and reading it may call any function. Datasets in `.npy` and `.npz` files are downloaded and passed on more freely than programs are.',
  fix: 'Leave `allow_pickle` out: it is off by default since NumPy 1.16.3, and loading an object array then fails with a clear error. Store text with a fixed-width dtype, and dictionaries as JSON or as one array per key in `numpy.savez`.',
  references: [
    { title: 'numpy.load', url: 'https://numpy.org/doc/stable/reference/generated/numpy.load.html' },
    { title: 'NumPy security', url: 'https://numpy.org/doc/stable/reference/security.html' },
  ],
  examples: {
    bad: [
      {
        title: 'a file from the command line',
        code: 'import sys\nimport numpy as np\n\ndata = np.load(sys.argv[1], allow_pickle=True)\n',
      },
      {
        title: 'through a constant',
        code: 'from numpy import load\n\nALLOW = True\n\ndef read(path):\n    return load(path, allow_pickle=ALLOW)["x"]\n',
      },
      {
        title: 'its home module',
        code: 'from numpy.lib import npyio\n\ndef read(path):\n    return npyio.load(path, allow_pickle=True)\n',
      },
      {
        title: 'a fixed file (information)',
        code: 'import numpy as np\n\nlabels = np.load("labels.npy", allow_pickle=True).item()\n',
      },
    ],
    good: [
      { title: 'the default', code: 'import numpy as np\n\ndata = np.load(path)\n' },
      { title: 'switched off', code: 'import numpy as np\n\ndata = np.load(path, allow_pickle=False)\n' },
      {
        title: 'the caller decides',
        code: 'import numpy as np\n\ndef read(path, allow_pickle=False):\n    return np.load(path, allow_pickle=allow_pickle)\n',
      },
      { title: 'saving', code: 'import numpy as np\n\nnp.save(path, data, allow_pickle=True)\n' },
      {
        title: 'a copy through two buffers, as tests write it',
        code: 'from io import BytesIO\nfrom numpy.lib import format\n\ndef round_trip(array):\n    first = BytesIO()\n    format.write_array(first, array)\n    second = BytesIO(first.getvalue())\n    return format.read_array(second, allow_pickle=True)\n',
        seen: 'numpy/numpy, numpy/lib/tests/test_format.py',
      },
      {
        title: 'a copy through a buffer',
        code: 'import io\nimport numpy as np\n\nbuffer = io.BytesIO()\nnp.save(buffer, data)\nbuffer.seek(0)\nagain = np.load(buffer, allow_pickle=True)\n',
      },
    ],
  },
  needs: ['deserialization'],
  on: { api: { deserialization: check } },
};
