import type { Rule } from '../rule';

/** Reported by scans of a project with a policy; see `checkPolicy`. */
export const rule: Rule = {
  id: 'policy-part-unpinned',
  title: 'Part that the policy wants pinned can change',
  stages: [
    'planning-design',
    'experimentation',
    'data-engineering',
    'continuous-integration',
    'llm-scope-plan',
    'llm-develop-experiment',
  ],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-494', 'CWE-829'],
  atlas: ['AML.T0010.003'],
  controls: ['C04', 'C09', 'C29'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['supply-chain', 'policy'],
  languages: [],
  what: 'Reports parts of the AI supply chain that `policy.must-be` of the project file wants `pinned` and whose reference can come to mean something else: a name without revision, a branch, a tag, an open range of versions.',
  why: 'What was checked is not what runs once somebody changes what the name stands for.',
  fix: 'Name the full hash of a commit, a digest or an exact version. For a while, an entry under `policy.exceptions` with a reason will do.',
  references: [],
  examples: {
    bad: [
      {
        title: 'a model without a revision',
        code: 'from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("acme/encoder")\n',
        policy: 'policy:\n  must-be:\n    - be: [pinned]\n      kinds: [model]\n',
      },
    ],
    good: [
      {
        title: 'a model at a commit',
        code: 'from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("acme/encoder", revision="5f0b02c75b57c5855da9ae460ce51323ea669d8a")\n',
        policy: 'policy:\n  must-be:\n    - be: [pinned]\n      kinds: [model]\n',
      },
    ],
  },
  on: {},
};
