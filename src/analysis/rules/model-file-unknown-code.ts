import type { Rule } from '../rule';

/** Reported by scans; see `model-file-malicious`. */
export const rule: Rule = {
  id: 'model-file-unknown-code',
  title: 'Model file runs code that nobody here knows',
  stages: [
    'experimentation',
    'model-serving',
    'continuous-integration',
    'llm-augment-finetune',
    'llm-deploy',
  ],
  risks: ['owasp-ml-2023:ML06', 'owasp-ml-2023:ML10', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-502', 'CWE-829'],
  atlas: ['AML.T0011.000', 'AML.T0010.003'],
  controls: ['C06', 'C07', 'C26'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['model-files', 'deserialization'],
  languages: [],
  what: 'Finds model files that import or call something no known framework writes, or bring code of their own: a class of your own script in a pickle, a custom layer of Keras, a class of the repository in `auto_map`, an operator of nobody knows whom in an ONNX graph. One finding for each name.',
  why: 'What is on no list may be a class of your project or somebody’s way in. A list of forbidden names misses the second; this one asks you to look.',
  fix: 'See with `mlsecops inspect` what the file asks for. If the code is yours, export the weights in a format without code, or write a baseline (`mlsecops baseline`) once you have looked; if it is not, read that code before you load the file.',
  references: [
    {
      title: 'What can be pickled',
      url: 'https://docs.python.org/3/library/pickle.html#what-can-be-pickled-and-unpickled',
    },
    { title: 'safetensors', url: 'https://huggingface.co/docs/safetensors/index' },
  ],
  examples: {
    bad: [
      {
        title: 'a class of a package that nobody knows',
        code: "cacme.layers\nWhitening\n(S'x'\ntR.",
        file: 'model.pkl',
      },
    ],
    good: [
      {
        title: 'a class of the standard library',
        code: 'ccollections\nOrderedDict\n(tR.',
        file: 'model.pkl',
      },
    ],
  },
  on: {},
};
