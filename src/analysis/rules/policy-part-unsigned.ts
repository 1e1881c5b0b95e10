import type { Rule } from '../rule';

/** Reported by scans of a project with a policy; see `checkPolicy`. */
export const rule: Rule = {
  id: 'policy-part-unsigned',
  title: 'Part that the policy wants signed has no signature',
  stages: [
    'planning-design',
    'experimentation',
    'data-engineering',
    'continuous-integration',
    'llm-scope-plan',
    'llm-develop-experiment',
  ],
  risks: ['owasp-ml-2023:ML06', 'owasp-ml-2023:ML10', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-345', 'CWE-347'],
  atlas: ['AML.T0010.003', 'AML.T0018'],
  controls: ['C25', 'C26'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['supply-chain', 'policy'],
  languages: [],
  what: 'Reports model files of the workspace that `policy.must-be` of the project file wants `signed` and that have no signature, or one that does not hold. Whether a signature is by the right signer is what `models.must-be-signed` and `mlsecops verify` are for. Where nobody can tell from here, nothing is reported.',
  why: 'Without a signature nobody can tell whether a model is what its maker released.',
  fix: 'Sign the model when it is released, with OpenSSF Model Signing, and keep the signature beside it. For a while, an entry under `policy.exceptions` with a reason will do.',
  references: [],
  examples: {
    bad: [
      {
        title: 'a model file without a signature',
        code: '(lp0\nF0.5\na.',
        policy: 'policy:\n  must-be:\n    - be: [signed]\n      kinds: [model]\n',
        file: 'models/encoder/model.pkl',
      },
    ],
    good: [
      {
        title: 'a model that need not be signed',
        code: '(lp0\nF0.5\na.',
        policy: "policy:\n  must-be:\n    - be: [signed]\n      kinds: [model]\n      names: ['release/*']\n",
        file: 'models/encoder/model.pkl',
      },
    ],
  },
  on: {},
};
