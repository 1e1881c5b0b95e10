import { sourceRepair } from '../rule-support/source-repair';
import {
  allEntries,
  scalarOf,
  stringOf,
  type DataEntry,
  type DataNode,
} from '../../source/content/data-node';
import type { Rule, RuleContext } from '../rule';
import { isPlaceholder } from '../rule-support/placeholder';
import { exampleKey } from '../rule-support/example-keys';

const SECRET_KEY = /(?:^|:)_(?:authToken|auth|password)$|^password$|^token$/u;

const CHECKED = { title: 'Check the certificate', find: /(?:false|no|0)(?=["']?$)/iu, by: 'true' };

function check(root: DataNode, context: RuleContext): void {
  if (context.role !== 'installer-config') return;
  for (const { entry } of allEntries(root)) {
    const { key, value } = entry;
    const text = stringOf(value) ?? String(scalarOf(value) ?? '');
    if (SECRET_KEY.test(key) && isSecret(text)) secret(entry, context);
    if (/^(?:strict-ssl|ssl_verify)$/u.test(key) && /^(?:false|no|0)$/iu.test(text))
      context.report({
        at: entry.range,
        subject: key,
        message: `\`${key} = ${text}\` fetches packages without asking who sends them. Remove the line, and name the authority of your proxy with \`cafile\`.`,
        fixes: sourceRepair(entry.range, [CHECKED], context.model),
      });
    const address = /^(https?):\/\/(?:[^/\s:@]+:([^/\s@]+)@)?([^/\s]+)/iu.exec(text);
    if (address?.[2] !== undefined && isSecret(address[2]))
      context.report({
        at: value.range,
        subject: key,
        severity: 'error',
        message: `The address in \`${key}\` holds a password that everybody who reads this file or its history can use. Revoke it, and put the new one into the environment or a keyring.`,
      });
  }
}

function secret({ key, value }: DataEntry, context: RuleContext): void {
  context.report({
    at: value.range,
    subject: key,
    severity: 'error',
    message: `\`${key}\` is written out here: everybody who reads this file or its history can publish packages with it. Revoke it, and write \`\${NPM_TOKEN}\` or use a keyring.`,
    fixes: /_authToken$/u.test(key)
      ? [
          {
            title: 'Read it from NPM_TOKEN',
            safe: false,
            edits: [{ range: value.range, newText: '${NPM_TOKEN}' }],
          },
        ]
      : [],
  });
}

function isSecret(text: string): boolean {
  return (
    text.length >= 8 &&
    !/\$|\{\{|<|%\w+%/u.test(text) &&
    !isPlaceholder(text) &&
    !/^(?:token|password|secret)$/iu.test(text)
  );
}

export const rule: Rule = {
  id: 'installer-config-unsafe',
  title: 'Settings of an installer hold a secret or switch checks off',
  stages: ['pipeline-dev-test', 'continuous-integration', 'experimentation', 'llm-develop-experiment'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03', 'owasp-agentic-2026:ASI04'],
  cwe: ['CWE-798', 'CWE-295'],
  atlas: ['AML.T0055', 'AML.T0010.001'],
  controls: ['C12', 'C09', 'C11'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['packages', 'secrets', 'configuration'],
  languages: ['ini', 'toml', 'yaml'],
  what: 'Finds tokens and passwords in `.npmrc`, `.pypirc`, `pip.conf`, `uv.toml` and `.condarc`, also in addresses, and settings that switch the check of certificates off (`strict-ssl=false`, `ssl_verify: false`).',
  why: 'A token for a registry can publish: whoever finds it in the repository changes the packages that everybody installs. Without a check of the server, anybody on the way does the same for you.',
  fix: 'Revoke the token and refer to the environment (`_authToken=${NPM_TOKEN}`), or use a keyring or trusted publishing. Name the authority of a proxy instead of switching checks off.',
  references: [
    {
      title: 'npm: .npmrc, auth-related configuration',
      url: 'https://docs.npmjs.com/cli/configuring-npm/npmrc',
    },
    { title: 'pip: authentication', url: 'https://pip.pypa.io/en/stable/topics/authentication/' },
  ],
  examples: {
    bad: [
      {
        title: 'a token',
        code: `//registry.npmjs.org/:_authToken=${exampleKey('npm_', 36)}\n`,
        file: '.npmrc',
      },
      {
        title: 'certificates',
        code: 'registry=https://registry.npmjs.org/\nstrict-ssl=false\n',
        file: '.npmrc',
      },
      {
        title: 'a password in an address',
        code: '[global]\nindex-url = https://build:pR7xQ29vLm@pypi.example.org/simple\n',
        file: 'pip.conf',
      },
      {
        title: 'a password',
        code: `[pypi]\nusername = __token__\npassword = ${exampleKey('', 40)}\n`,
        file: '.pypirc',
      },
      { title: 'conda', code: 'channels: [conda-forge]\nssl_verify: false\n', file: '.condarc' },
    ],
    good: [
      {
        title: 'from the environment',
        code: '//registry.npmjs.org/:_authToken=${NPM_TOKEN}\nstrict-ssl=true\nalways-auth=true\n',
        file: '.npmrc',
      },
      {
        title: 'an index without a password',
        code: '[global]\nindex-url = https://pypi.example.org/simple\nextra-index-url = https://${USER}:${PASSWORD}@pypi.example.org/simple\n',
        file: 'pip.conf',
      },
    ],
  },
  on: { data: check },
};
