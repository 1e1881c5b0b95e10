import type { Rule } from '../rule';

/** Reported by scans of a project with a policy; see `checkPolicy`. */
export const rule: Rule = {
  id: 'policy-source-not-approved',
  title: 'Model or dataset from a source the policy does not approve',
  stages: [
    'planning-design',
    'experimentation',
    'data-engineering',
    'continuous-integration',
    'llm-scope-plan',
    'llm-develop-experiment',
  ],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-829'],
  atlas: ['AML.T0010.003'],
  controls: ['C03', 'C05'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['supply-chain', 'policy'],
  languages: [],
  what: 'Holds the source of each model, adapter, tokenizer and dataset against `policy.sources` of the project file: the hub it comes from, or the host of its address. A part whose source is not known is not reported.',
  why: 'A project that names its sources has looked at how they check what is uploaded, and has a way to learn of trouble there. What comes from elsewhere was looked at by nobody.',
  fix: 'Take the part from an approved source, or have the source approved and add it to `policy.sources.allow`. For a while, an entry under `policy.exceptions` with a reason will do.',
  references: [],
  examples: {
    bad: [
      {
        title: 'a model of a hub that is not approved',
        code: 'import kagglehub\n\npath = kagglehub.model_download("google/gemma/pyTorch/2b")\n',
        policy: 'policy:\n  sources:\n    allow: [huggingface]\n',
      },
    ],
    good: [
      {
        title: 'a model of an approved hub',
        code: 'from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("acme/encoder")\n',
        policy: 'policy:\n  sources:\n    allow: [huggingface]\n',
      },
    ],
  },
  on: {},
};
