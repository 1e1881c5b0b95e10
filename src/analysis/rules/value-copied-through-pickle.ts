import { copyFix } from '../rule-support/copy-fix';
import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import type { Rule, RuleContext } from '../rule';
import { calleeName } from '../rule-support/call-text';
import { dataSource } from '../rule-support/data-source';
import { unsafeReason } from '../rule-support/deserialization-verdict';
import { unpicklerKind } from '../rule-support/restricted-unpickler';

const FORMATS: ReadonlySet<string> = new Set(['pickle', 'jsonpickle', 'marshal', 'torch', 'numpy', 'yaml']);

/** What the rules about loaders are silent about: the program reads what it wrote itself a moment before. */
function check(call: Call, api: ApiOf<'deserialization'>, context: RuleContext): void {
  if (!FORMATS.has(api.format) || !unsafeReason(call, api, context)) return;
  if (unpicklerKind(call, context.model) === 'refuses') return;
  if (dataSource(call, api, context) !== 'memory') return;
  const subject = calleeName(call, context.model);
  context.report({
    at: call,
    subject,
    message: `${subject} reads what this program packed itself, which is safe only as long as nobody stores or sends the bytes in between. Use copy.deepcopy for a copy, or a format that carries no code.`,
    confidence: 'probable',
    fixes: copyFix(call, context.model),
  });
}

export const rule: Rule = {
  id: 'value-copied-through-pickle',
  title: 'Value is copied through pickle',
  stages: ['experimentation', 'pipeline-dev-test'],
  risks: ['owasp-ml-2023:ML06'],
  cwe: ['CWE-502'],
  atlas: ['AML.T0011.000'],
  controls: ['C07'],
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  tags: ['deserialization', 'guard-rail'],
  languages: ['python'],
  what: 'Finds readers of pickled data that read what the same program packed before: `loads(dumps(x))`, a buffer in memory. `unsafe-pickle-load` is silent about these.',
  why: 'Nothing can go wrong as long as the bytes stay in memory. Such code is where a cache, a queue or a file is put in between later, and the reader then trusts whatever is there.',
  fix: 'Use `copy.deepcopy`, or JSON where the value is plain data.',
  references: [{ title: 'Python: copy', url: 'https://docs.python.org/3/library/copy.html' }],
  examples: {
    bad: [
      { title: 'a copy', code: 'import pickle\n\ndef copy(x):\n    return pickle.loads(pickle.dumps(x))\n' },
      {
        title: 'in two lines',
        code: 'import dill\n\ntext = dill.dumps({"a": 1})\nprint(dill.loads(text))\n',
      },
      {
        title: 'a buffer',
        code: 'import io\nimport pickle\n\nbuffer = io.BytesIO()\npickle.dump([1], buffer)\nbuffer.seek(0)\nprint(pickle.Unpickler(buffer).load())\n',
      },
    ],
    good: [
      { title: 'a deep copy', code: 'import copy\n\nother = copy.deepcopy(value)\n' },
      {
        title: 'a file, which another rule reports',
        code: 'import pickle\n\nvalue = pickle.load(open(path, "rb"))\n',
      },
      { title: 'JSON', code: 'import json\n\nother = json.loads(json.dumps(value))\n' },
    ],
  },
  needs: ['deserialization'],
  on: { api: { deserialization: check } },
};
