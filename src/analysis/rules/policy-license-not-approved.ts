import type { Rule } from '../rule';

/** Reported by scans of a project with a policy; see `checkPolicy`. */
export const rule: Rule = {
  id: 'policy-license-not-approved',
  title: 'Model or dataset under a license the policy does not approve',
  stages: [
    'planning-design',
    'experimentation',
    'data-engineering',
    'continuous-integration',
    'llm-scope-plan',
    'llm-develop-experiment',
  ],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: [],
  atlas: [],
  controls: ['C03', 'C24'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['supply-chain', 'policy'],
  languages: [],
  what: 'Holds the license of each model and dataset against `policy.licenses` of the project file: as a model card or a configuration of the workspace states it, else as the dated catalog of well-known models does. Of `A OR B` one approved license is enough, of `A AND B` both must be approved. An unknown license is reported only with `unknown: refuse`.',
  why: 'Licenses of models restrict what many users take for granted: commercial use, a number of users, what outputs may be used for. A service that is built on such a model must be rebuilt when somebody notices.',
  fix: 'Take a model under an approved license, or have the license checked and add it to `policy.licenses.allow`. If the license is another one, state it in the model card.',
  references: [],
  examples: {
    bad: [
      {
        title: 'a model card with a license for research alone',
        code: '---\nlicense: cc-by-nc-4.0\nlibrary_name: transformers\npipeline_tag: text-classification\n---\n# Encoder\n',
        policy: 'policy:\n  licenses:\n    allow: [Apache-2.0, MIT]\n',
        file: 'models/encoder/README.md',
      },
    ],
    good: [
      {
        title: 'a model card with an approved license',
        code: '---\nlicense: apache-2.0\nlibrary_name: transformers\npipeline_tag: text-classification\n---\n# Encoder\n',
        policy: 'policy:\n  licenses:\n    allow: [Apache-2.0, MIT]\n',
        file: 'models/encoder/README.md',
      },
    ],
  },
  on: {},
};
