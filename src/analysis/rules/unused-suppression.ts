import type { Rule } from '../rule';

/** Reported by the engine itself, after it has applied the comments: it alone knows what they hid. */
export const rule: Rule = {
  id: 'unused-suppression',
  title: 'Ignore comment hides nothing',
  stages: ['pipeline-dev-test', 'llm-develop-experiment'],
  risks: ['owasp-ml-2023:ML06'],
  cwe: [],
  atlas: [],
  controls: ['C12'],
  severity: 'info',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['hygiene'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds `# mlsecops: ignore[…]` comments that hide no finding, name a rule that does not exist, or are not written as `ignore[rule-id]`.',
  why: 'A comment that outlives its problem hides the next one that appears on that line, and nobody decided that.',
  fix: 'Remove the comment, or correct the rule id in it.',
  references: [],
  examples: {
    bad: [
      {
        title: 'nothing to hide',
        code: 'import json\nx = json.loads("{}")  # mlsecops: ignore[unsafe-pickle-load] old\n',
      },
      { title: 'no such rule', code: 'x = 1  # mlsecops: ignore[no-such-rule]\n' },
      { title: 'no rule named', code: 'x = 1  # mlsecops: ignore\n' },
    ],
    good: [
      {
        title: 'hides a finding',
        code: 'import pickle\n\ndef read(data):\n    return pickle.loads(data)  # mlsecops: ignore[unsafe-pickle-load] data is ours\n',
      },
      { title: 'another comment', code: 'x = 1  # see the mlsecops handbook\n' },
    ],
  },
  on: {},
};
