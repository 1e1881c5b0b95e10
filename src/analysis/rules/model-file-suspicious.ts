import type { Rule } from '../rule';

/** Reported by scans; see `model-file-malicious`. */
export const rule: Rule = {
  id: 'model-file-suspicious',
  title: 'Model file is not as an honest one is',
  stages: [
    'continuous-integration',
    'experimentation',
    'model-serving',
    'llm-augment-finetune',
    'llm-release',
  ],
  risks: ['owasp-ml-2023:ML06', 'owasp-ml-2023:ML10', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-506', 'CWE-345', 'CWE-20'],
  atlas: ['AML.T0010.003', 'AML.T0018.002'],
  controls: ['C06', 'C26'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['model-files', 'integrity'],
  languages: [],
  what: 'Finds model files that are broken or built in a way that hides something: a pickle that goes on after an error, two formats in one file, an archive whose directory and headers contradict each other, a name that says another format, tensors that overlap, paths that lead out of the model’s folder, chat templates that turn on the user.',
  why: 'Writers of models do none of this. Scanners and loaders differ in how they read such a file, and that difference is what an attacker needs.',
  fix: 'Take the file from its publisher again and compare the checksum or verify the signature. If it is the same there, ask them before you load it.',
  references: [{ title: 'OpenSSF Model Signing', url: 'https://github.com/ossf/model-signing-spec' }],
  examples: {
    bad: [
      {
        title: 'a pickle under the name of a format without code',
        code: '(lp0\nF0.5\na.',
        file: 'model.safetensors',
      },
    ],
    good: [{ title: 'a pickle that says so', code: '(lp0\nF0.5\na.', file: 'model.pkl' }],
  },
  on: {},
};
