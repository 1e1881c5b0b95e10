import type { Rule } from '../rule';

/** Reported by scans of a project with a policy; see `checkPolicy`. */
export const rule: Rule = {
  id: 'policy-provider-not-approved',
  title: 'Hosted model of a provider the policy does not approve',
  stages: [
    'planning-design',
    'experimentation',
    'data-engineering',
    'continuous-integration',
    'llm-scope-plan',
    'llm-develop-experiment',
  ],
  risks: ['owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03', 'owasp-ml-2023:ML06'],
  cwe: ['CWE-201', 'CWE-829'],
  atlas: ['AML.T0010'],
  controls: ['C03', 'C47'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['supply-chain', 'policy'],
  languages: [],
  what: 'Holds the provider of each hosted model against `policy.providers` of the project file. A model whose provider is not known is not reported.',
  why: 'A hosted model sees every prompt, and what is in it. Which provider may see that is decided with a contract, not with an import.',
  fix: 'Ask a model of an approved provider, or have this one approved and add it to `policy.providers.allow`. For a while, an entry under `policy.exceptions` with a reason will do.',
  references: [],
  examples: {
    bad: [
      {
        title: 'a provider without a contract',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=[])\n',
        policy: 'policy:\n  providers:\n    allow: [anthropic]\n',
      },
    ],
    good: [
      {
        title: 'an approved provider',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=[])\n',
        policy: 'policy:\n  providers:\n    allow: [OpenAI]\n',
      },
    ],
  },
  on: {},
};
