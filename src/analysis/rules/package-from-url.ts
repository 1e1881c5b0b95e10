import type { PackageOption, PackageRequest } from '../../source/content/package-request';
import { isOwnAddress, isPartlyUnknown } from '../rule-support/commands/known-value';
import { PACKAGE_LANGUAGES } from '../rule-support/commands/document-languages';
import type { Rule, RuleContext } from '../rule';

function check({ source, name, hashed, from, range }: PackageRequest, context: RuleContext): void {
  if (source?.kind !== 'url' || hashed || from === 'lock' || isOwnAddress(source.address)) return;
  const isPlain = /^(?:http|ftp):/iu.test(source.address);
  if (isPartlyUnknown(source.address) && !isPlain) return;
  const file =
    name ??
    source.address
      .replace(/[?#].*$/u, '')
      .split('/')
      .findLast((part) => part !== '') ??
    'package';
  const risk = isPlain
    ? 'over an unencrypted connection, so anybody on the way can put another one in its place'
    : 'from an address without a hash, so a file put in its place is installed without a word';
  context.report({
    at: range,
    subject: file,
    message: `\`${file}\` is installed ${risk}. Add \`#sha256=…\` to the address, or install a release from the registry.`,
    ...(isPlain ? {} : { confidence: 'probable' as const }),
  });
}

/** Lists of requirements and constraints that are fetched too. */
function checkOption({ name, value, range }: PackageOption, context: RuleContext): void {
  if (name !== '--requirement' && name !== '--constraint') return;
  if (value === undefined || !/^https?:\/\//iu.test(value) || isOwnAddress(value)) return;
  const isPlain = /^http:/iu.test(value);
  if (!isPlain && /(?:^|[^0-9a-f])[0-9a-f]{40}(?:[^0-9a-f]|$)/iu.test(value)) return;
  context.report({
    at: range,
    subject: name,
    message: `What is installed is read from \`${value}\`, whose content can change at any time. Keep the list beside your code, with hashes.`,
    ...(isPlain ? {} : { confidence: 'probable' as const }),
  });
}

export const rule: Rule = {
  id: 'package-from-url',
  title: 'Package from an address without a hash',
  stages: ['experimentation', 'continuous-integration', 'pipeline-dev-test', 'llm-develop-experiment'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-494', 'CWE-319'],
  atlas: ['AML.T0010.001'],
  controls: ['C09', 'C05'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['supply-chain', 'packages', 'integrity'],
  languages: PACKAGE_LANGUAGES,
  what: 'Finds packages that an installer fetches from an address on the web without a hash, and lists of requirements that are fetched. Over plain http this is a warning, over https information. Addresses in your own network and lock files are left alone.',
  why: 'A registry does not let a released file change; a web server, a bucket or a release page does. Without a hash nobody notices.',
  fix: 'Write the hash of the file you have checked behind its address (`https://…/x.whl#sha256=…`), or use `--hash` with a list of requirements. Use https.',
  references: [
    { title: 'pip: secure installs', url: 'https://pip.pypa.io/en/stable/topics/secure-installs/' },
  ],
  examples: {
    bad: [
      {
        title: 'a list of requirements (information)',
        file: 'setup.sh',
        code: 'pip install -r https://raw.githubusercontent.com/acme/tool/main/requirements.txt\n',
      },
      {
        title: 'plain http',
        file: 'requirements.txt',
        code: 'http://files.example.com/lib-1.0.tar.gz\nlib @ http://files.example.com/lib-1.0-py3-none-any.whl\n',
        findings: 2,
      },
      {
        title: 'a wheel (information)',
        file: 'requirements.txt',
        code: 'https://github.com/example/lib/releases/download/v1/lib-1.0-cp311-cp311-linux_x86_64.whl\n',
      },
      {
        title: 'a command (information)',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nRUN pip install https://files.example.com/flash_attn-2.5-cp311-cp311-linux_x86_64.whl\nUSER me\n',
      },
      { title: 'npm', file: 'setup.sh', code: 'npm install http://files.example.com/lib.tgz\n' },
    ],
    good: [
      {
        title: 'with a hash',
        file: 'requirements.txt',
        code: 'lib @ https://files.example.com/lib-1.0-py3-none-any.whl#sha256=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\nhttps://files.example.com/b.whl --hash=sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n',
      },
      {
        title: 'own network',
        file: 'requirements.txt',
        code: 'http://localhost:8000/lib-1.0.tar.gz\nhttp://packages.internal/lib.whl\n',
      },
      {
        title: 'put in from outside',
        file: 'setup.sh',
        code: 'pip install "$WHEEL_URL"\npip install https://files.example.com/${WHEEL}\n',
      },
      { title: 'a file beside', file: 'requirements.txt', code: './wheels/lib-1.0-py3-none-any.whl\n' },
    ],
  },
  on: { package: check, packageOption: checkOption },
};
