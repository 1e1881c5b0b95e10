import { environmentFix } from '../rule-support/environment-fix';
import type { Fix } from '../finding';
import type { ApiOf } from '../../catalog/schema/api';
import type { Assignment, Call, Expression } from '../../source/expression';
import { calleeName } from '../rule-support/call-text';
import { textIncludes } from '../rule-support/document-words';
import { findArgument } from '../rule-support/find-argument';
import type { Rule, RuleContext } from '../rule';

const ADVICE =
  'Everybody who reads the source can decrypt or sign with it; read it from the environment or a secret store.';

/** What may stand there without being a secret. */
const PUBLIC = /^-----BEGIN (?:RSA |EC )?(?:PUBLIC KEY|CERTIFICATE)|^https?:\/\/|^$/;

function check(call: Call, api: ApiOf<'risky-call'>, context: RuleContext): void {
  if (api.topic !== 'literal-key' || !api.input) return;
  const found = findArgument(call, api.input, context.model);
  if (found.state !== 'given' || !isLiteralKey(found.value, context)) return;
  context.report({
    at: found.value,
    subject: calleeName(call, context.model),
    message: `The key that \`${calleeName(call, context.model)}\` uses stands in the source. ${ADVICE}`,
    fixes: keyFixes(found.value, 'SECRET_KEY', context),
  });
}

function keyFixes(key: Expression, variable: string, { model }: RuleContext): readonly Fix[] {
  return key.kind === 'string' ? environmentFix(key, variable, model) : [];
}

/** A text or bytes that are written out, also through a constant or `.encode()`. */
function isLiteralKey(expression: Expression, { model }: RuleContext): boolean {
  const value = model.dereference(expression);
  if (
    value.kind === 'call' &&
    value.callee.kind === 'attribute' &&
    /^(?:encode|ljust|rjust|zfill)$/.test(value.callee.name)
  ) {
    return isLiteralText(model.dereference(value.callee.object));
  }
  if (
    value.kind === 'call' &&
    value.names.some((name) =>
      /^(?:builtins\.bytes|base64\.\w*decode|bytes\.fromhex|builtins\.bytes\.fromhex|binascii\.unhexlify)$/.test(
        name,
      ),
    )
  ) {
    const [first] = value.arguments;
    return first !== undefined && isLiteralText(model.dereference(first.value));
  }
  return isLiteralText(value);
}

function isLiteralText(value: Expression): boolean {
  if (value.kind !== 'string') return false;
  const [only, ...others] = value.parts;
  return only?.kind === 'text' && others.length === 0 && !PUBLIC.test(only.value);
}

/** `SECRET_KEY = "..."` in the settings of a Django or Flask application. */
function checkSetting({ target, value, range }: Assignment, context: RuleContext): void {
  const { model } = context;
  if (target.kind !== 'name' || !/^(?:DJANGO_)?(?:SECRET_KEY|JWT_SECRET_KEY|JWT_SECRET)$/.test(target.name))
    return;
  if (!isLiteralText(value) || model.functionAt(range.start)) return;
  const isSettings =
    /settings|config/i.test(context.path) ||
    textIncludes(['INSTALLED_APPS', 'flask', 'django', 'fastapi', 'jwt'], model);
  if (!isSettings) return;
  context.report({
    at: value,
    subject: target.name,
    message: `\`${target.name}\`, which signs sessions and tokens, stands in the source. ${ADVICE}`,
    fixes: keyFixes(value, target.name, context),
  });
}

export const rule: Rule = {
  id: 'hard-coded-key',
  title: 'Key for encryption or signatures in the source',
  stages: ['model-serving', 'pipeline-dev-test', 'continuous-integration', 'llm-deploy'],
  risks: ['owasp-llm-2026:LLM02', 'owasp-llm-2025:LLM02', 'owasp-ml-2023:ML05', 'owasp-agentic-2026:ASI03'],
  cwe: ['CWE-321', 'CWE-798'],
  atlas: ['AML.T0055'],
  controls: ['C12', 'C30'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['secrets', 'cryptography'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds keys written out where Fernet, AES, AES-GCM, HMAC, JSON Web Tokens, itsdangerous, and the sessions of Flask, Quart, Starlette and Django take them.',
  why: 'Data and weights that are encrypted with a key in the repository are readable for everybody who has the repository. With the key that signs sessions or tokens anybody logs in as anybody; with Flask’s he can also change what the session holds.',
  fix: 'Read the key from the environment or a secret store, make a new one (`Fernet.generate_key()`, `secrets.token_hex(32)`), and treat the old one as known.',
  references: [
    { title: 'Flask: SECRET_KEY', url: 'https://flask.palletsprojects.com/en/stable/config/#SECRET_KEY' },
    {
      title: 'CWE-321: Use of Hard-coded Cryptographic Key',
      url: 'https://cwe.mitre.org/data/definitions/321.html',
    },
  ],
  examples: {
    bad: [
      {
        title: 'Fernet',
        code: 'from cryptography.fernet import Fernet\n\nKEY = b"2mYx1X0v4QxXcBq5m3c0Qh0m1Zb3y5u7w9A1C3E5G7I="\nbox = Fernet(KEY)\n',
      },
      {
        title: 'AES',
        code: 'from Crypto.Cipher import AES\n\ncipher = AES.new(b"sixteen byte key", AES.MODE_GCM)\n',
      },
      {
        title: 'encoded',
        code: 'from cryptography.hazmat.primitives.ciphers.aead import AESGCM\n\ncipher = AESGCM("thirty-two characters in one key".encode())\n',
      },
      {
        title: 'a token',
        code: 'import jwt\n\ntoken = jwt.encode({"sub": user}, "my-signing-key", algorithm="HS256")\nclaims = jwt.decode(token, "my-signing-key", algorithms=["HS256"])\n',
        findings: 2,
      },
      {
        title: 'HMAC',
        code: 'import hashlib\nimport hmac\n\ntag = hmac.new(b"model-signing", data, hashlib.sha256).hexdigest()\n',
      },
      {
        title: 'Flask',
        code: 'from flask import Flask\n\napp = Flask(__name__)\napp.secret_key = "dev"\napp.config["SECRET_KEY"] = "dev"\n',
        findings: 2,
      },
      {
        title: 'Starlette',
        code: 'from fastapi import FastAPI\nfrom starlette.middleware.sessions import SessionMiddleware\n\napp = FastAPI()\napp.add_middleware(SessionMiddleware, secret_key="change me")\n',
      },
      { title: 'Django', code: 'SECRET_KEY = "django-insecure-0f9a"\nINSTALLED_APPS = []\n' },
    ],
    good: [
      {
        title: 'from the environment',
        code: 'import os\nimport jwt\nfrom cryptography.fernet import Fernet\nfrom flask import Flask\n\nbox = Fernet(os.environ["KEY"])\ntoken = jwt.encode(claims, os.environ["JWT_KEY"])\napp = Flask(__name__)\napp.secret_key = os.environ["SECRET_KEY"]\n',
      },
      {
        title: 'made at run time',
        code: 'from cryptography.fernet import Fernet\nimport secrets\nfrom flask import Flask\n\nbox = Fernet(Fernet.generate_key())\napp = Flask(__name__)\napp.secret_key = secrets.token_hex(32)\n',
      },
      {
        title: 'a public key',
        code: 'import jwt\n\nclaims = jwt.decode(token, """-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----""", algorithms=["ES256"])\n',
      },
      {
        title: 'the caller gives it',
        code: 'import hmac\n\ndef sign(key, data):\n    return hmac.new(key, data, "sha256").hexdigest()\n',
      },
      {
        title: 'nothing to check with',
        code: 'import jwt\n\nclaims = jwt.decode(token, "", options={"verify_signature": True})\n',
      },
    ],
  },
  needs: ['risky-call:literal-key'],
  triggers: () => ['SECRET_KEY', 'JWT_SECRET'],
  on: { api: { 'risky-call': check }, assignment: checkSetting },
};
