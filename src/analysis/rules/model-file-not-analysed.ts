import type { Rule } from '../rule';

/** Reported by scans; see `model-file-malicious`. */
export const rule: Rule = {
  id: 'model-file-not-analysed',
  title: 'Model file could not be looked into fully',
  stages: ['continuous-integration', 'experimentation', 'model-serving', 'llm-release'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-502', 'CWE-693'],
  atlas: ['AML.T0010.003'],
  controls: ['C06', 'C26'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['model-files'],
  languages: [],
  what: 'Finds files with the name of a model that are no format known here, are empty or encrypted, or reached a limit of size, depth or time. Nothing harmful was found in what could be looked at. A pointer of Git LFS in place of the file is reported as information.',
  why: 'A file that nobody could look into is not a safe one, and a gate that lets it pass is open to whoever encrypts a model.',
  fix: 'Store the model unencrypted and in one of the formats that can be looked into; fetch the files of Git LFS before the scan. If the file is no model, add it to `exclude` in `.mlsecops.yaml`.',
  references: [{ title: 'Git LFS', url: 'https://git-lfs.com' }],
  examples: {
    bad: [
      {
        title: 'an error page that was saved as a model',
        code: '<!DOCTYPE html>\n<title>404 Not Found</title>\n',
        file: 'model.onnx',
      },
      {
        title: 'a pointer in place of the file (information)',
        code: 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n',
        file: 'model.pt',
      },
    ],
    good: [{ title: 'a pickle of numbers', code: '(lp0\nF0.5\na.', file: 'model.pkl' }],
  },
  on: {},
};
