import { riskyCallListeners } from '../rule-support/risky-call';
import type { Rule } from '../rule';

export const rule: Rule = {
  id: 'old-tls-version',
  title: 'Old version of TLS is allowed',
  stages: ['model-serving', 'llm-operate', 'data-engineering'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM02', 'owasp-llm-2025:LLM02'],
  cwe: ['CWE-327'],
  atlas: ['AML.T0010'],
  controls: ['C30'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['transport', 'tls'],
  languages: ['python'],
  what: 'Finds contexts and sockets that ask for SSL 2, SSL 3, TLS 1.0 or TLS 1.1.',
  why: 'These versions have known attacks that reveal or change what is sent, and servers and libraries have dropped them. A context that names one also keeps TLS 1.3 from being used.',
  fix: 'Use `ssl.create_default_context()`, or `ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)` with `minimum_version = ssl.TLSVersion.TLSv1_2`.',
  references: [
    { title: 'Python: ssl', url: 'https://docs.python.org/3/library/ssl.html#protocol-versions' },
    { title: 'RFC 8996: TLS 1.0 and 1.1 are deprecated', url: 'https://www.rfc-editor.org/rfc/rfc8996' },
  ],
  examples: {
    bad: [
      { title: 'a context', code: 'import ssl\n\ncontext = ssl.SSLContext(ssl.PROTOCOL_TLSv1)\n' },
      {
        title: 'by keyword',
        code: 'from ssl import SSLContext, PROTOCOL_SSLv3\n\ncontext = SSLContext(protocol=PROTOCOL_SSLv3)\n',
      },
      {
        title: 'a socket',
        code: 'import ssl\n\nserver = ssl.wrap_socket(sock, server_side=True, ssl_version=ssl.PROTOCOL_TLSv1_1)\n',
      },
      {
        title: 'the lowest version',
        code: 'import ssl\n\ncontext = ssl.create_default_context()\ncontext.minimum_version = ssl.TLSVersion.TLSv1\n',
      },
      { title: 'pyOpenSSL', code: 'from OpenSSL import SSL\n\ncontext = SSL.Context(SSL.SSLv3_METHOD)\n' },
    ],
    good: [
      {
        title: 'today’s',
        code: 'import ssl\n\ncontext = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)\ncontext.minimum_version = ssl.TLSVersion.TLSv1_2\n',
      },
      { title: 'the default', code: 'import ssl\n\ncontext = ssl.create_default_context()\n' },
      {
        title: 'pyOpenSSL',
        code: 'from OpenSSL import SSL\n\ncontext = SSL.Context(SSL.TLS_CLIENT_METHOD)\n',
      },
    ],
  },
  needs: ['risky-call:old-tls'],
  on: riskyCallListeners({
    topics: ['old-tls'],
    advice: 'What is sent can be read or changed by known attacks; allow TLS 1.2 and later only.',
  }),
};
