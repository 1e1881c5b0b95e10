import type { Rule } from '../rule';

/** Reported by scans of a project with a policy; see `checkPolicy`. */
export const rule: Rule = {
  id: 'policy-organization-not-approved',
  title: 'Model or dataset of an organization the policy does not approve',
  stages: [
    'planning-design',
    'experimentation',
    'data-engineering',
    'continuous-integration',
    'llm-scope-plan',
    'llm-develop-experiment',
  ],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-829', 'CWE-1357'],
  atlas: ['AML.T0010.003', 'AML.T0010.002'],
  controls: ['C03', 'C11'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['supply-chain', 'policy'],
  languages: [],
  what: 'Holds the owner in the name of each model, adapter, tokenizer and dataset against `policy.organizations` of the project file. A name without an owner is not reported.',
  why: 'Anybody can publish on a hub, also under a name that looks like a known one. Who made a model is the first thing that an intake check asks.',
  fix: 'Use the model of an approved organization, or have this one checked and add it to `policy.organizations.allow`. For a while, an entry under `policy.exceptions` with a reason will do.',
  references: [],
  examples: {
    bad: [
      {
        title: 'a model of somebody nobody has checked',
        code: 'from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("somebody/encoder")\n',
        policy: 'policy:\n  organizations:\n    allow: [acme]\n',
      },
    ],
    good: [
      {
        title: 'a model of an approved organization',
        code: 'from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("acme/encoder")\n',
        policy: 'policy:\n  organizations:\n    allow: [acme]\n',
      },
    ],
  },
  on: {},
};
