import type { Rule } from '../rule';

/** Reported by scans of a project with a policy; see `checkPolicy`. */
export const rule: Rule = {
  id: 'policy-closed-service',
  title: 'Closed service where the policy allows none',
  stages: [
    'planning-design',
    'experimentation',
    'data-engineering',
    'continuous-integration',
    'llm-scope-plan',
    'llm-develop-experiment',
  ],
  risks: ['owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03', 'owasp-ml-2023:ML06'],
  cwe: ['CWE-829', 'CWE-201'],
  atlas: ['AML.T0010'],
  controls: ['C03', 'C47'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['supply-chain', 'policy'],
  languages: [],
  what: 'Reports uses of services that can only be asked – models nobody but their provider has – in files of lifecycle stages that `policy.closed-services` of the project file does not name. A file whose stage is not known is reported only where no stage may use one.',
  why: 'What a closed service answers can change without notice, cannot be examined and ends with the contract. Some stages can live with that, and some cannot.',
  fix: 'Use a model with open weights at this stage, or allow closed services there under `policy.closed-services.stages`. For a while, an entry under `policy.exceptions` with a reason will do.',
  references: [],
  examples: {
    bad: [
      {
        title: 'a hosted model where none is allowed',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=[])\n',
        policy: 'policy:\n  closed-services:\n    stages: []\n',
      },
    ],
    good: [
      {
        title: 'a model with open weights',
        code: 'from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("acme/encoder")\n',
        policy: 'policy:\n  closed-services:\n    stages: []\n',
      },
    ],
  },
  on: {},
};
