import { secretGeneratorFix } from '../rule-support/secret-generator-fix';
import type { Call } from '../../source/expression';
import { calleeName } from '../rule-support/call-text';
import { isScript } from '../rule-support/language';
import type { Rule, RuleContext, RuleTrigger } from '../rule';

const GENERATOR =
  /^(?:globals\.(?:window\.)?Math\.random|crypto\.pseudoRandomBytes|random\.(?:Random\(\)\.)?(?:random|randint|randrange|choice|choices|sample|getrandbits|randbytes|uniform|shuffle)|numpy\.random\.(?:default_rng\(\)\.|RandomState\(\)\.)?(?:rand|randint|random|random_sample|choice|integers|bytes|uniform|permutation|shuffle))$/;

/** Names that say by themselves that the value must not be guessed. */
const SECRET =
  /(?:^|_)(?:password|passwd|passphrase|otp|one_?time_?(?:password|code)|secret|secret_?key|api_?key|access_?key|private_?key|encryption_?key|signing_?key|session_?id|session_?key|csrf\w*|nonce|salt|iv|verification_?code|reset_?code|auth_?code|pin_?code|invite_?code|recovery_?codes?|session_?token|access_?token|auth_?token|reset_?token|csrf_?token|refresh_?token|api_?token|bearer_?token|magic_?link)$/i;

/** How a generator gets into a program. */
const PYTHON_GENERATORS: readonly (readonly RuleTrigger[])[] = [
  [{ text: 'random', as: 'module' }],
  [
    { text: 'numpy', as: 'module' },
    { text: 'random', as: 'name' },
  ],
];

/** What names that {@link SECRET} takes end with. */
const SECRET_TAILS = [
  ...['password', 'passwd', 'passphrase', 'otp', 'secret', 'nonce', 'salt', 'iv', 'magic_link', 'magiclink'],
  ...['secret', 'api', 'access', 'private', 'encryption', 'signing', 'session'].flatMap((of) => [
    `${of}_key`,
    `${of}key`,
    `${of}Key`,
  ]),
  ...['session', 'access', 'auth', 'reset', 'refresh', 'api', 'bearer'].flatMap((of) => [
    `${of}_token`,
    `${of}token`,
    `${of}Token`,
  ]),
  ...['verification', 'reset', 'auth', 'pin', 'invite', 'recovery'].flatMap((of) => [
    `${of}_code`,
    `${of}code`,
    `${of}Code`,
  ]),
  ...['session_id', 'sessionid', 'sessionId', 'recovery_codes', 'recoverycodes'],
];

/** A word of language models too: only where the value is put together from letters. */
const TOKEN = /(?:^|_)(?:token|key|code|pin)$/i;
/** In scripts a key is as often that of a list's element. */
const SCRIPT_TOKEN = /(?:^|_)(?:token|pin)$/i;
const LETTERS =
  /string\.(?:ascii_\w+|digits|hexdigits|punctuation)|ascii_letters|["']abcdefghij|["']0123456789/i;

function check(call: Call, context: RuleContext): void {
  if (!call.names.some((name) => GENERATOR.test(name))) return;
  const { model } = context;
  const meant = meaning(call, context);
  if (meant === undefined) return;
  context.report({
    at: call,
    subject: meant,
    message: `\`${meant}\` is made with \`${calleeName(call, model)}\`, whose next values can be computed from earlier ones. ${isScript(model) ? 'Use crypto.randomBytes or crypto.randomUUID' : 'Use the secrets module'} for what must not be guessed.`,
    fixes: secretGeneratorFix(call, model),
  });
}

/** The variable, argument or function that the value is made for, when its name says that it is a secret. */
function meaning(call: Call, { model }: RuleContext): string | undefined {
  const statement = model.statementAt(call.range.start);
  if (!statement) return undefined;
  const before = model.textAt({ start: statement.start, end: call.range.start });
  const whole = model.textAt(statement);
  const [, target] =
    /^\s*(?:export\s+)?(?:(?:const|let|var)\s+)?([\w.]+)(?:\[[^\]]*\])?\s*(?::[^=]*)?\+?=(?!=)/.exec(
      before,
    ) ?? [];
  const [, property] = isScript(model) ? (/(\w+)["']?\s*:\s*[^=,:{]*$/.exec(before) ?? []) : [];
  const [, keyword] = /(\w+)["']?\s*[:=]\s*[^=,)]*$/.exec(before) ?? [];
  const around = model
    .functionAt(call.range.start)
    ?.name.replace(/^_*(?:generate|create|make|new|get|gen|random|rand|build)_?/i, '');
  const isText = LETTERS.test(whole) || /\.join\(/.test(before) || /\.toString\(/.test(whole);
  const token = isScript(model) ? SCRIPT_TOKEN : TOKEN;
  for (const name of [target?.split('.').at(-1), property, keyword, around]) {
    if (name === undefined || name === '') continue;
    const plain = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2');
    if (SECRET.test(plain) || (token.test(plain) && isText)) return name;
  }
  return undefined;
}

export const rule: Rule = {
  id: 'predictable-secret',
  title: 'Secret from a predictable generator',
  stages: ['model-serving', 'llm-deploy', 'pipeline-dev-test'],
  risks: ['owasp-agentic-2026:ASI03', 'owasp-ml-2023:ML05', 'owasp-llm-2026:LLM06'],
  cwe: ['CWE-338'],
  atlas: ['AML.T0012'],
  controls: ['C34', 'C30'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['cryptography', 'authentication'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds passwords, keys, one-time codes, session tokens, salts and nonces made with `random` or `numpy.random`, told by the variable, argument or function that they are for. Random numbers for training, sampling and augmentation are left alone, and so are the tokens of language models.',
  why: 'These generators are made for simulation. Whoever sees some of their output computes the rest, and with a fixed seed, as experiments have, it is the same at every start.',
  fix: 'Use `secrets.token_urlsafe(32)`, `secrets.choice(...)`, `secrets.randbelow(...)`, or `os.urandom`.',
  references: [
    { title: 'Python: secrets', url: 'https://docs.python.org/3/library/secrets.html' },
    { title: 'CWE-338', url: 'https://cwe.mitre.org/data/definitions/338.html' },
  ],
  examples: {
    bad: [
      {
        title: 'a password',
        code: 'import random\nimport string\n\npassword = "".join(random.choice(string.ascii_letters) for _ in range(12))\n',
      },
      {
        title: 'a token put together from letters',
        code: 'import random\nimport string\n\ndef make_token(n=32):\n    return "".join(random.choices(string.ascii_letters + string.digits, k=n))\n',
      },
      { title: 'a one-time code', code: 'from random import randint\n\notp = randint(100000, 999999)\n' },
      { title: 'a key', code: 'import numpy as np\n\nencryption_key = np.random.bytes(32)\n' },
      {
        title: 'an argument',
        code: 'import random\n\ncreate_user(name, api_key=str(random.getrandbits(128)))\n',
      },
      {
        title: 'a session',
        code: 'import random\n\ndef generate_session_id():\n    return "%032x" % random.getrandbits(128)\n',
      },
    ],
    good: [
      {
        title: 'secrets',
        code: 'import secrets\n\npassword = secrets.token_urlsafe(16)\notp = secrets.randbelow(1000000)\n',
      },
      {
        title: 'the generator of the system',
        code: 'import random\nimport string\n\nrng = random.SystemRandom()\npassword = "".join(rng.choice(string.ascii_letters) for _ in range(12))\n',
      },
      {
        title: 'tokens of a language model',
        code: 'import random\n\ntoken = random.choice(vocabulary)\nmask_token = random.randint(0, len(vocabulary))\nrandom_tokens = [random.randint(0, 50000) for _ in range(8)]\n',
      },
      { title: 'a key of a dictionary', code: 'import random\n\nkey = random.choice(list(samples))\n' },
      {
        title: 'sampling',
        code: 'import random\nimport numpy as np\n\nbatch = random.sample(data, 32)\nnoise = np.random.rand(3)\nsplit = np.random.permutation(len(data))\n',
      },
    ],
  },
  triggers: () => [
    ...['assword', 'oken', 'ecret', 'Key', 'alt', 'once', 'otp', 'OTP', 'Code', 'Id', 'csrf'].map((word) => [
      'Math.random',
      word,
    ]),
    ...PYTHON_GENERATORS.flatMap((generator) => [
      ...SECRET_TAILS.map((text): RuleTrigger[] => [...generator, { text, as: 'tail' }]),
      ...['csrf', 'onetime', 'one_time', 'otp_code', 'ascii_letters', 'hexdigits', 'string.digits'].map(
        (word) => [...generator, word],
      ),
      ...['abcdefghij', '0123456789'].map((word) => [...generator, word]),
      ...['token', 'key', 'code', 'pin'].map((text): RuleTrigger[] => [
        ...generator,
        'join(',
        { text, as: 'tail' },
      ]),
    ]),
  ],
  on: { call: check },
};
