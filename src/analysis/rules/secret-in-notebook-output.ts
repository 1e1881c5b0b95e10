import type { Rule } from '../rule';
import { exampleKey } from '../rule-support/example-keys';
import { maskSecret, secretsIn } from '../rule-support/secret-matcher';
import { secretTriggers } from '../rule-support/secret-triggers';

export const rule: Rule = {
  id: 'secret-in-notebook-output',
  title: 'Key or token in the output of a notebook cell',
  stages: ['experimentation', 'continuous-integration', 'llm-develop-experiment'],
  risks: ['owasp-llm-2026:LLM02', 'owasp-llm-2025:LLM02', 'owasp-ml-2023:ML05'],
  cwe: ['CWE-798', 'CWE-532'],
  atlas: ['AML.T0055'],
  controls: ['C12'],
  severity: 'error',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['secrets', 'notebooks'],
  languages: ['python'],
  what: 'Finds keys and tokens in the saved outputs of notebook cells: printed text, displayed values and error messages.',
  why: 'The code may read its key correctly from the environment, and the notebook still carries it: outputs are stored in the file, committed with it and shown by every viewer.',
  fix: 'Revoke the key. Clear the outputs before committing (`jupyter nbconvert --clear-output`, or a filter such as nbstripout), and do not print settings or environments.',
  references: [
    {
      title: 'Jupyter: the notebook format and its outputs',
      url: 'https://nbformat.readthedocs.io/en/latest/format_description.html',
    },
    {
      title: 'CWE-532: Sensitive Information in Log File',
      url: 'https://cwe.mitre.org/data/definitions/532.html',
    },
  ],
  examples: {
    bad: [
      {
        title: 'a printed token',
        code: `token: ${exampleKey('hf_', 34)}\n`,
        output: true,
      },
      {
        title: 'an environment that was displayed',
        code: `environ({'HOME': '/home/me', 'GROQ_API_KEY': '${exampleKey('gsk_', 52)}'})\n`,
        output: true,
      },
    ],
    good: [
      { title: 'a masked token', code: 'token: hf_****************************abcd\n', output: true },
      {
        title: 'a hint that names the format',
        code: 'Get a token at https://huggingface.co/settings/tokens (it starts with hf_)\n',
        output: true,
      },
    ],
  },
  triggers: secretTriggers,
  on: {
    output: (output, context) => {
      for (const { format, secret, start, end } of secretsIn(output.text, context.catalog)) {
        context.report({
          at: output.source,
          output: { cell: output.cell, text: { start, end } },
          message: `The output of this cell shows a ${format.title} (${maskSecret(secret)}) to everybody who opens the notebook. Revoke it and clear the output.`,
          subject: format.title,
        });
      }
    },
  },
};
