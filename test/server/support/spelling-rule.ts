import type { Rule } from '../../../src/analysis/rule';

/** A rule with a safe fix for one string and a fix that is not safe for another. */
export const SPELLING_RULE: Rule = {
  id: 'spelling',
  title: 'A word is misspelt',
  stages: ['experimentation'],
  risks: ['owasp-ml-2023:ML06'],
  cwe: [],
  atlas: [],
  controls: [],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: [],
  languages: ['python'],
  what: 'Finds misspelt words.',
  why: 'They are hard to search for.',
  fix: 'Write them right.',
  references: [],
  examples: { bad: [], good: [] },
  on: {
    string: (literal, context) => {
      const right = { modle: 'model', weigths: 'weights' }[literal.value ?? ''];
      if (right === undefined) return;
      context.report({
        at: literal,
        message: `\`${literal.value}\` is misspelt.`,
        subject: literal.value ?? '',
        fixes: [
          {
            title: `Write ${right}`,
            safe: right === 'model',
            edits: [{ range: literal.range, newText: `"${right}"` }],
          },
        ],
      });
    },
  },
};
