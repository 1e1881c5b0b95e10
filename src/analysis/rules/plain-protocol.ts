import { riskyCallListeners } from '../rule-support/risky-call';
import type { Rule } from '../rule';

export const rule: Rule = {
  id: 'plain-protocol',
  title: 'Protocol without encryption',
  stages: ['data-engineering', 'continuous-deployment'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-319'],
  atlas: ['AML.T0010.002'],
  controls: ['C26', 'C30'],
  severity: 'warning',
  preset: 'strict',
  since: '0.1.0',
  tags: ['transport'],
  languages: ['python'],
  what: 'Finds connections over FTP and Telnet.',
  why: 'Both send names, passwords and data as they are, and neither side proves who it is. Datasets fetched that way can be replaced by anybody on the way.',
  fix: 'Use SFTP, `ftplib.FTP_TLS` with `prot_p()`, https or SSH. For a public archive that offers only FTP, compare a hash that comes another way.',
  references: [
    { title: 'Python: ftplib.FTP_TLS', url: 'https://docs.python.org/3/library/ftplib.html#ftplib.FTP_TLS' },
    {
      title: 'CWE-319: Cleartext Transmission of Sensitive Information',
      url: 'https://cwe.mitre.org/data/definitions/319.html',
    },
  ],
  examples: {
    bad: [
      {
        title: 'FTP',
        code: 'from ftplib import FTP\n\nwith FTP("ftp.example.org") as ftp:\n    ftp.login()\n',
      },
      { title: 'Telnet', code: 'import telnetlib\n\nconnection = telnetlib.Telnet(host, 23)\n' },
    ],
    good: [
      {
        title: 'FTP over TLS',
        code: 'from ftplib import FTP_TLS\n\nwith FTP_TLS("ftp.example.org") as ftp:\n    ftp.login()\n    ftp.prot_p()\n',
      },
    ],
  },
  needs: ['risky-call:plain-protocol'],
  on: riskyCallListeners({
    topics: ['plain-protocol'],
    advice: 'Use a protocol that encrypts and proves who answers.',
  }),
};
