import type { Rule } from '../rule';

/** Reported by scans, which look into model files as `mlsecops inspect` does: there is no text for a listener to look at. */
export const rule: Rule = {
  id: 'model-file-malicious',
  title: 'Model file does harm when it is loaded',
  stages: [
    'model-serving',
    'experimentation',
    'continuous-integration',
    'llm-augment-finetune',
    'llm-deploy',
  ],
  risks: [
    'owasp-ml-2023:ML06',
    'owasp-ml-2023:ML10',
    'owasp-llm-2026:LLM04',
    'owasp-llm-2025:LLM03',
    'owasp-agentic-2026:ASI04',
  ],
  cwe: ['CWE-502', 'CWE-506', 'CWE-94'],
  atlas: ['AML.T0011.000', 'AML.T0010.003', 'AML.T0018.002'],
  controls: ['C06', 'C07', 'C26'],
  severity: 'error',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['model-files', 'deserialization'],
  languages: [],
  what: 'Finds model files that start programs, load code, reach into Python, read or write files, or connect to a server when somebody loads them: pickles of every kind (PyTorch, joblib, NumPy), code in Keras and TorchServe files, operators of TensorFlow, chat templates, and archives with any of these in them. The finding says which call it is and where in the file it stands. A file is looked into wherever it lies: in tests and examples too, and also where `.gitignore` excludes it.',
  why: 'Such a file runs with the rights of whoever loads it: a notebook, a training job, a model server. That happens while it is read, before any line of the program sees the model.',
  fix: 'Do not load the file, and move it out of reach of programs that would. Find out where it came from and who has loaded it already; then take the model from its publisher again, in a format without code (safetensors, ONNX, GGUF), pinned to a revision and with its signature verified.',
  references: [
    { title: 'Model files', url: 'https://docs.python.org/3/library/pickle.html#restricting-globals' },
    {
      title: 'Pickle scanning on the Hugging Face Hub',
      url: 'https://huggingface.co/docs/hub/security-pickle',
    },
  ],
  examples: {
    bad: [
      {
        title: 'a pickle that starts a program, in protocol 0',
        code: "cos\nsystem\n(S'id'\ntR.",
        file: 'model.pkl',
      },
    ],
    good: [
      {
        title: 'a dictionary of numbers',
        code: "(dp0\nS'weights'\np1\n(lp2\nF0.5\nas.",
        file: 'model.pkl',
      },
    ],
  },
  on: {},
};
