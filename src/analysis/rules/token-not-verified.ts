import { riskyCallListeners } from '../rule-support/risky-call';
import type { Rule } from '../rule';

export const rule: Rule = {
  id: 'token-not-verified',
  title: 'Signature of a token is not checked',
  stages: ['model-serving', 'llm-operate', 'llm-deploy'],
  risks: ['owasp-agentic-2026:ASI03', 'owasp-ml-2023:ML05', 'owasp-llm-2026:LLM06'],
  cwe: ['CWE-347', 'CWE-345'],
  atlas: ['AML.T0012'],
  controls: ['C34', 'C42'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['authentication', 'jwt'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds JSON Web Tokens read with the check of their signature off (`verify_signature: False`, `verify=False`, the algorithm `none`) and tokens made without one, in PyJWT and python-jose.',
  why: 'Without the check a token is only a claim: anybody writes the user and the rights he wants into it, and uses models, tools and data in that name.',
  fix: 'Pass the key and the one algorithm you sign with: `jwt.decode(token, key, algorithms=["RS256"], audience=...)`. To find out which key to use, read the header with `jwt.get_unverified_header`.',
  references: [
    {
      title: 'PyJWT: reading claims without validation',
      url: 'https://pyjwt.readthedocs.io/en/stable/usage.html',
    },
    { title: 'CWE-347', url: 'https://cwe.mitre.org/data/definitions/347.html' },
  ],
  examples: {
    bad: [
      {
        title: 'the check is off',
        code: 'import jwt\n\nclaims = jwt.decode(token, options={"verify_signature": False})\n',
      },
      {
        title: 'with options in a variable',
        code: 'import jwt\n\nOPTIONS = {"verify_signature": False, "verify_exp": True}\nclaims = jwt.decode(token, key, algorithms=["HS256"], options=OPTIONS)\n',
      },
      { title: 'the old switch', code: 'import jwt\n\nclaims = jwt.decode(token, key, verify=False)\n' },
      {
        title: 'no algorithm',
        code: 'import jwt\n\nclaims = jwt.decode(token, key, algorithms=["HS256", "none"])\n',
      },
      {
        title: 'a token without signature',
        code: 'import jwt\n\ntoken = jwt.encode(claims, None, algorithm=None)\nother = jwt.encode(claims, key, algorithm="none")\n',
        findings: 2,
      },
      {
        title: 'python-jose',
        code: 'from jose import jwt\n\nclaims = jwt.get_unverified_claims(token)\nother = jwt.decode(token, key, options={"verify_signature": False})\n',
        findings: 2,
      },
    ],
    good: [
      {
        title: 'checked',
        code: 'import jwt\n\nclaims = jwt.decode(token, key, algorithms=["RS256"], audience="models")\n',
      },
      {
        title: 'checked, but without expiry',
        code: 'import jwt\n\nclaims = jwt.decode(token, key, algorithms=["RS256"], options={"verify_exp": False})\n',
      },
      { title: 'the header only', code: 'import jwt\n\nheader = jwt.get_unverified_header(token)\n' },
      {
        title: 'a token with signature',
        code: 'import jwt\n\ntoken = jwt.encode(claims, key, algorithm="HS256")\ndefault = jwt.encode(claims, key)\n',
      },
    ],
  },
  needs: ['risky-call:token-unverified', 'risky-call:token-unsigned'],
  on: riskyCallListeners({
    topics: ['token-unverified', 'token-unsigned'],
    does: 'reads a token without checking its signature',
    advice:
      'Anybody can then write the user and the rights he wants into it; check it with the key and one algorithm.',
  }),
};
