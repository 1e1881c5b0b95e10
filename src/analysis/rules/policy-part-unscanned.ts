import type { Rule } from '../rule';

/** Reported by scans of a project with a policy; see `checkPolicy`. */
export const rule: Rule = {
  id: 'policy-part-unscanned',
  title: 'Part that the policy wants scanned is not safe',
  stages: [
    'planning-design',
    'experimentation',
    'data-engineering',
    'continuous-integration',
    'llm-scope-plan',
    'llm-develop-experiment',
  ],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-506', 'CWE-502'],
  atlas: ['AML.T0010.003', 'AML.T0018.002'],
  controls: ['C06', 'C28'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['supply-chain', 'policy'],
  languages: [],
  what: 'Reports model files of the workspace that `policy.must-be` of the project file wants `scanned` and that the inspection did not find safe: harmful, suspicious, or not to be looked at whole. What is not a file of the workspace is not reported.',
  why: 'A model file that was not looked at whole can do anything when it is loaded. A policy that asks for a scan wants a clean result, not a run.',
  fix: 'Take the model in a format without code, such as safetensors, or unpack what could not be read and inspect it again with `mlsecops inspect`.',
  references: [],
  examples: {
    bad: [
      {
        title: 'a model file that runs a command',
        code: "cposix\nsystem\n(S'id'\ntR.",
        policy: 'policy:\n  must-be:\n    - be: [scanned]\n',
        file: 'models/encoder/model.pkl',
      },
    ],
    good: [
      {
        title: 'a harmless one',
        code: '(lp0\nF0.5\na.',
        policy: 'policy:\n  must-be:\n    - be: [scanned]\n',
        file: 'models/encoder/model.pkl',
      },
    ],
  },
  on: {},
};
