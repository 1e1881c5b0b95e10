import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import { riskyCallListeners, type RiskyCallWeight } from '../rule-support/risky-call';
import type { Rule, RuleContext } from '../rule';

const CHECKS = /verif|integrity|check_?(?:sum|file|hash|md5|sha)|valid|sign|authentic|trust|compare/i;
const SECRET = /passw|passwd|\bpwd\b|secret|credential|\bpin\b|api_?key|signature/i;

/** A warning where it protects something; else information, since most are names of cache entries. */
function weigh(call: Call, { topic, input }: ApiOf<'risky-call'>, { model }: RuleContext): RiskyCallWeight {
  if (topic === 'weak-password-hash') return {};
  const around = model.functionAt(call.range.start);
  const data = input && call.argument(input);
  const hashed = data?.state === 'given' ? model.textAt(data.argument.range) : '';
  const statement = model.statementAt(call.range.start) ?? call.range;
  const written = model.textAt(statement);
  const protects =
    (around !== undefined && CHECKS.test(around.name)) ||
    SECRET.test(hashed) ||
    /[!=]=\s*(?:expected|\w*(?:digest|checksum|hash|md5|sha1))\b/i.test(written);
  return protects ? {} : { severity: 'info' };
}

export const rule: Rule = {
  id: 'weak-hash',
  title: 'Hash that can be forged',
  stages: ['data-engineering', 'experimentation', 'model-serving', 'continuous-integration'],
  risks: ['owasp-ml-2023:ML06', 'owasp-ml-2023:ML02', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-328', 'CWE-327'],
  atlas: ['AML.T0010'],
  controls: ['C26', 'C16'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['cryptography', 'integrity'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds MD5, SHA-1 and older hashes in hashlib, PyCryptodome and cryptography, and password hashes that are too fast. A warning where the hash checks a file, a signature or a password; information elsewhere. `usedforsecurity=False` says that nothing rests on it and is not reported.',
  why: 'Two files with the same MD5 or SHA-1 can be made at will. A model, dataset or package that is checked this way can be exchanged for another with the same hash. Passwords hashed so are found by trying.',
  fix: 'Use `hashlib.sha256` or `hashlib.blake2b` for files, and argon2, scrypt or bcrypt for passwords. Where the hash only names a cache entry, say so: `hashlib.md5(data, usedforsecurity=False)`.',
  references: [
    { title: 'Python: hashlib', url: 'https://docs.python.org/3/library/hashlib.html#hashlib.new' },
    { title: 'CWE-328: Use of Weak Hash', url: 'https://cwe.mitre.org/data/definitions/328.html' },
  ],
  examples: {
    bad: [
      {
        title: 'a model file is checked',
        code: 'import hashlib\n\ndef verify(path, expected):\n    with open(path, "rb") as file:\n        return hashlib.md5(file.read()).hexdigest() == expected\n',
      },
      { title: 'SHA-1 by name', code: 'from hashlib import sha1\n\ndigest = sha1(data).hexdigest()\n' },
      {
        title: 'by its text',
        code: 'import hashlib\n\nh = hashlib.new("md5")\nh.update(data)\ng = hashlib.new("SHA1", data)\n',
        findings: 2,
      },
      {
        title: 'a password',
        code: 'import hashlib\n\nstored = hashlib.sha1(password.encode()).hexdigest()\n',
      },
      {
        title: 'a whole file',
        code: 'import hashlib\n\nwith open(path, "rb") as file:\n    digest = hashlib.file_digest(file, "md5")\n',
      },
      { title: 'PyCryptodome', code: 'from Crypto.Hash import MD5\n\nh = MD5.new()\nh.update(data)\n' },
      {
        title: 'cryptography',
        code: 'from cryptography.hazmat.primitives import hashes\n\ndigest = hashes.Hash(hashes.SHA1())\n',
      },
      {
        title: 'a fast password hash',
        code: 'from werkzeug.security import generate_password_hash\n\nstored = generate_password_hash(text, method="sha1")\n',
      },
      {
        title: 'on purpose for security',
        code: 'import hashlib\n\nhashlib.md5(data, usedforsecurity=True)\n',
      },
    ],
    good: [
      {
        title: 'SHA-256',
        code: 'import hashlib\n\nhashlib.sha256(data).hexdigest()\nhashlib.new("sha256")\nhashlib.blake2b(data)\n',
      },
      {
        title: 'a name of a cache entry',
        code: 'import hashlib\n\nkey = hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()\nother = hashlib.new("md5", data, usedforsecurity=False)\n',
      },
      {
        title: 'chosen elsewhere',
        code: 'import hashlib\n\ndef digest(name, data):\n    return hashlib.new(name, data).hexdigest()\n',
      },
      {
        title: 'another function of that name',
        code: 'def md5(path):\n    return checksum(path)\n\nmd5("model.bin")\n',
      },
    ],
  },
  needs: ['risky-call:weak-hash', 'risky-call:weak-password-hash'],
  on: riskyCallListeners({
    topics: ['weak-hash', 'weak-password-hash'],
    does: 'uses a hash that can be forged',
    advice:
      'Use SHA-256 where anything rests on it, or in Python say usedforsecurity=False where nothing does.',
    weigh,
  }),
};
