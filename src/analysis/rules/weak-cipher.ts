import { riskyCallListeners } from '../rule-support/risky-call';
import type { Rule } from '../rule';

export const rule: Rule = {
  id: 'weak-cipher',
  title: 'Encryption that can be broken',
  stages: ['data-engineering', 'model-serving', 'continuous-deployment'],
  risks: ['owasp-ml-2023:ML05', 'owasp-llm-2026:LLM02', 'owasp-llm-2025:LLM02'],
  cwe: ['CWE-327'],
  atlas: ['AML.T0035'],
  controls: ['C30'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['cryptography'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds DES, 3DES, RC2, RC4, Blowfish, CAST5, IDEA and SEED, any cipher in ECB mode, and RSA or DSA keys below 2,048 bits, in PyCryptodome, cryptography, pyDes and paramiko.',
  why: 'Weights, data and keys that are encrypted so can be read: short blocks and keys are searched through, and ECB shows which parts are equal.',
  fix: 'Use AES-GCM or ChaCha20-Poly1305 (`cryptography.hazmat.primitives.ciphers.aead`), or Fernet, which leaves nothing to choose. RSA keys have 3,072 bits today.',
  references: [
    {
      title: 'cryptography: authenticated encryption',
      url: 'https://cryptography.io/en/latest/hazmat/primitives/aead/',
    },
    { title: 'CWE-327', url: 'https://cwe.mitre.org/data/definitions/327.html' },
  ],
  examples: {
    bad: [
      { title: 'DES', code: 'from Crypto.Cipher import DES\n\ncipher = DES.new(key, DES.MODE_CBC, iv)\n' },
      {
        title: 'AES in ECB mode',
        code: 'from Crypto.Cipher import AES\n\ncipher = AES.new(key, AES.MODE_ECB)\n',
      },
      { title: 'RC4', code: 'from Cryptodome.Cipher import ARC4\n\ncipher = ARC4.new(key)\n' },
      {
        title: 'cryptography',
        code: 'from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes\n\ncipher = Cipher(algorithms.Blowfish(key), modes.CBC(iv))\nother = Cipher(algorithms.AES(key), modes.ECB())\n',
        findings: 2,
      },
      {
        title: 'short keys',
        code: 'from Crypto.PublicKey import RSA\nfrom cryptography.hazmat.primitives.asymmetric import rsa\n\nkey = RSA.generate(1024)\nother = rsa.generate_private_key(public_exponent=65537, key_size=1024)\n',
        findings: 2,
      },
    ],
    good: [
      {
        title: 'AES-GCM',
        code: 'from Crypto.Cipher import AES\nfrom cryptography.hazmat.primitives.ciphers.aead import AESGCM\n\ncipher = AES.new(key, AES.MODE_GCM)\nother = AESGCM(key)\n',
      },
      {
        title: 'long keys',
        code: 'from Crypto.PublicKey import RSA\nfrom cryptography.hazmat.primitives.asymmetric import rsa\n\nkey = RSA.generate(3072)\nother = rsa.generate_private_key(public_exponent=65537, key_size=2048)\n',
      },
    ],
  },
  needs: ['risky-call:weak-cipher', 'risky-call:short-key'],
  on: riskyCallListeners({
    topics: ['weak-cipher', 'short-key'],
    does: 'encrypts in a way that can be broken',
    advice: 'Use AES-GCM or ChaCha20-Poly1305 with a long key.',
  }),
};
