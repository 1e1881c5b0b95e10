import type { Rule } from '../rule';

/** Reported by scans; see `model-file-malicious`. */
export const rule: Rule = {
  id: 'model-file-note',
  title: 'Something to know about a model file',
  stages: ['experimentation', 'model-serving', 'llm-augment-finetune'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04'],
  cwe: [],
  atlas: [],
  controls: ['C06'],
  severity: 'info',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['model-files', 'hygiene'],
  languages: [],
  what: 'Tells what is unusual about a model file and harmless as far as can be seen, for instance bytes after the end of a pickle, or an array of objects that needs `allow_pickle`.',
  why: 'It explains why a loader may refuse the file, or what a second look would start with.',
  fix: 'Nothing has to be done. Save the model again with a current version of its framework to be rid of the oddity.',
  references: [],
  examples: {
    bad: [
      {
        title: 'bytes after the end of the pickle',
        code: '(lp0\nF0.5\na.\n\n',
        file: 'model.pkl',
      },
    ],
    good: [{ title: 'nothing after the end', code: '(lp0\nF0.5\na.', file: 'model.pkl' }],
  },
  on: {},
};
