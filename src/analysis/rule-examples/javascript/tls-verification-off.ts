import type { RuleExample } from '../../rule';

/** JavaScript for `tls-verification-off`. */
export const JAVASCRIPT: { readonly bad: readonly RuleExample[]; readonly good: readonly RuleExample[] } = {
  bad: [
    {
      title: 'JavaScript: agent that takes any certificate',
      file: 'src/app.js',
      code: "import https from 'node:https';\nimport axios from 'axios';\n\nconst httpsAgent = new https.Agent({ rejectUnauthorized: false });\naxios.get('https://models.example.com', { httpsAgent });\n",
    },
    {
      title: 'JavaScript: checks off for the whole program',
      file: 'src/app.js',
      code: "process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';\n",
    },
  ],
  good: [
    {
      title: 'JavaScript: own authority trusted',
      file: 'src/app.js',
      code: "import https from 'node:https';\n\nconst agent = new https.Agent({ ca, rejectUnauthorized: true });\nprocess.env.NODE_EXTRA_CA_CERTS = 'ca.pem';\n",
    },
  ],
};
