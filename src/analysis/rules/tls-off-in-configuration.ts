import { allEntries, type DataEntry, type DataNode } from '../../source/content/data-node';
import { environmentSettings } from '../rule-support/deployment/environment-settings';
import { wordOf } from '../rule-support/deployment/services';
import type { Rule, RuleContext } from '../rule';

/** Keys that switch the check of certificates on, when they are off. */
const CHECK =
  /^(?:ssl[-_]?verify|verify[-_]?ssl|verify[-_]?certs?|verify[-_]?certificates?|tls[-_]?verify|verify[-_]?tls|sslVerify|verifySsl|verifySSL|validate[-_]?certs|strict[-_]ssl|http\.proxyStrictSSL|reject_?[uU]nauthorized|http\.sslVerify)$/u;
/** Keys that switch it off, when they are on. */
const SKIP =
  /^(?:insecure[-_]?skip[-_]?(?:tls[-_]?)?verify|insecureSkip(?:Tls|TLS)?Verify|tlsInsecureSkipVerify|skip[-_]?(?:tls|ssl)[-_]?verif(?:y|ication)|disable[-_]?(?:tls|ssl)[-_]?verif(?:y|ication)|allow[-_]?insecure[-_]?(?:tls|ssl)|tls[-_]?insecure|ssl[-_]?insecure|ssl_no_verify)$/iu;
const VARIABLES: ReadonlyMap<string, RegExp> = new Map([
  ['NODE_TLS_REJECT_UNAUTHORIZED', /^0$/u],
  ['PYTHONHTTPSVERIFY', /^0$/u],
  ['GIT_SSL_NO_VERIFY', /^(?:1|true)$/iu],
  ['HF_HUB_DISABLE_SSL_VERIFY', /^(?:1|true)$/iu],
  ['HF_HUB_DISABLE_SSL_VERIFICATION', /^(?:1|true)$/iu],
  ['MLFLOW_TRACKING_INSECURE_TLS', /^(?:1|true)$/iu],
  ['WANDB_INSECURE_DISABLE_SSL', /^(?:1|true)$/iu],
  ['CONDA_SSL_VERIFY', /^(?:0|false)$/iu],
  ['SSL_VERIFY', /^(?:0|false)$/iu],
  ['VERIFY_SSL', /^(?:0|false)$/iu],
  ['LANGFUSE_VERIFY_SSL', /^(?:0|false)$/iu],
]);

/** Files with blocks of variables for what they start, and the names of those blocks. */
const WITH_VARIABLES: ReadonlySet<string> = new Set([
  'workflow',
  'agent-settings',
  'mcp-config',
  'ide-settings',
]);
const VARIABLE_BLOCK = /^(?:env|variables|environment|containerEnv|remoteEnv)$/u;

/** Words of which one list stands whole in every document with such a key. */
const WORDS: readonly (readonly string[])[] = [
  ...['erif', 'ERIF'].flatMap((verify) =>
    ['ssl', 'Ssl', 'SSL', 'tls', 'Tls', 'TLS', 'cert', 'Cert', 'CERT', 'skip', 'Skip', 'SKIP'].map((what) => [
      verify,
      what,
    ]),
  ),
  ...['nsecure', 'NSECURE'].flatMap((insecure) =>
    ['ssl', 'Ssl', 'SSL', 'tls', 'Tls', 'TLS'].map((what) => [insecure, what]),
  ),
  ...[
    'rict-ssl',
    'rict_ssl',
    'ject_unauthorized',
    'ject_Unauthorized',
    'jectUnauthorized',
    'jectunauthorized',
  ].map((word) => [word]),
  ...['proxyStrictSSL', 'validate_certs', 'validate-certs', 'validatecerts', 'REJECT_UNAUTHORIZED'].map(
    (word) => [word],
  ),
];

const OFF = /^(?:false|no|off|0)$/iu;
const ON = /^(?:true|yes|on|1)$/iu;

function check(root: DataNode, context: RuleContext): void {
  const { role } = context;
  for (const { name, value, range } of environmentSettings(root, context))
    if (VARIABLES.get(name)?.test(value.trim()) === true) report(`${name}=${value}`, name, range, context);
  // Those of installers, and of environments, are read as such.
  if (role === 'installer-config' || role === 'environment') return;
  for (const { entry, path } of allEntries(root))
    if (isOff(entry, path))
      report(`${entry.key}: ${wordOf(entry.value) ?? ''}`, entry.key, entry.range, context);
  if (role === undefined || !WITH_VARIABLES.has(role)) return;
  for (const { entry, path } of allEntries(root))
    if (
      VARIABLE_BLOCK.test(path.at(-2) ?? '') &&
      VARIABLES.get(entry.key)?.test(wordOf(entry.value) ?? '') === true
    )
      report(`${entry.key}: ${wordOf(entry.value) ?? ''}`, entry.key, entry.range, context);
}

/** The same names in a schema or a text for people have no such value. */
function isOff({ key, value }: DataEntry, path: readonly string[]): boolean {
  const text = wordOf(value);
  if (text === undefined || path.includes('properties')) return false;
  return (CHECK.test(key) && OFF.test(text)) || (SKIP.test(key) && ON.test(text));
}

function report(what: string, subject: string, at: DataEntry['range'], context: RuleContext): void {
  context.report({
    at,
    subject,
    message: `\`${what}\` switches the check of the server's certificate off. Anybody on the way can then read keys and prompts and replace models and answers; add the missing authority instead.`,
  });
}

export const rule: Rule = {
  id: 'tls-off-in-configuration',
  title: 'Configuration switches the check of certificates off',
  stages: ['continuous-deployment', 'model-serving', 'llm-deploy', 'data-engineering'],
  risks: ['owasp-llm-2026:LLM02', 'owasp-ml-2023:ML06', 'owasp-llm-2025:LLM02'],
  cwe: ['CWE-295'],
  atlas: ['AML.T0010'],
  controls: ['C26', 'C05'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['tls', 'configuration'],
  languages: ['yaml', 'json', 'toml', 'ini', 'dotenv'],
  what: 'Finds `ssl_verify: false`, `verify_ssl: false`, `insecureSkipVerify: true` and keys like them in configuration (LiteLLM proxies, remotes of DVC, data sources, clusters), and variables such as `NODE_TLS_REJECT_UNAUTHORIZED=0` and `MLFLOW_TRACKING_INSECURE_TLS` in compose files, manifests, pipelines, settings of agents and editors, and `.env` files. Files of package installers are seen by `installer-config-unsafe`.',
  why: 'Without the check anybody between the two sides can answer in place of the server: he reads the API key and the prompts, and hands out other models and data.',
  fix: 'Remove the line. For an authority of your own give its certificate (`ssl_verify: /etc/ssl/acme.pem`, `SSL_CERT_FILE`, `NODE_EXTRA_CA_CERTS`).',
  references: [
    {
      title: 'CWE-295: Improper Certificate Validation',
      url: 'https://cwe.mitre.org/data/definitions/295.html',
    },
  ],
  examples: {
    bad: [
      {
        title: 'variables of a pipeline',
        file: '.gitlab-ci.yml',
        code: 'variables:\n  GIT_SSL_NO_VERIFY: "true"\n  PIP_CACHE_DIR: .cache\n',
      },
      {
        title: 'settings of an agent',
        file: '.claude/settings.json',
        code: '{"env": {"NODE_TLS_REJECT_UNAUTHORIZED": "0", "DISABLE_TELEMETRY": "1"}}\n',
      },
      {
        title: 'settings of an editor',
        file: '.vscode/settings.json',
        code: '{"http.proxyStrictSSL": false}\n',
      },
      {
        title: 'remote of DVC',
        file: '.dvc/config',
        code: '[\'remote "store"\']\n    url = s3://bucket/dvc\n    ssl_verify = false\n',
      },
      {
        title: 'a proxy, and others',
        file: 'config.yaml',
        code: 'litellm_settings:\n  ssl_verify: false\nstore:\n  verify_certs: "False"\ncluster:\n  insecure-skip-tls-verify: true\n',
        findings: 3,
      },
      {
        title: 'variables',
        file: 'compose.yaml',
        code: 'services:\n  a:\n    build: .\n    environment:\n      - NODE_TLS_REJECT_UNAUTHORIZED=0\n      - MLFLOW_TRACKING_INSECURE_TLS=true\n',
        findings: 2,
      },
      { title: 'an environment', file: '.env', code: 'PYTHONHTTPSVERIFY=0\n' },
      {
        title: 'a workflow',
        file: '.github/workflows/a.yml',
        code: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    env:\n      GIT_SSL_NO_VERIFY: "true"\n    steps:\n      - run: make\n',
      },
    ],
    good: [
      {
        title: 'checked',
        file: 'config.yaml',
        code: 'ssl_verify: true\nverify_ssl: /etc/ssl/acme.pem\ninsecureSkipVerify: false\nverify: false\n',
      },
      {
        title: 'a schema',
        file: 'schema.json',
        code: '{"properties": {"ssl_verify": false}}\n',
      },
      {
        title: 'an environment',
        file: '.env',
        code: 'NODE_TLS_REJECT_UNAUTHORIZED=1\nSSL_CERT_FILE=/etc/x.pem\n',
      },
    ],
  },
  triggers: () => WORDS,
  on: { data: check },
};
