import type { Call } from '../../source/expression';
import { artifactUrl } from '../rule-support/artifact-url';
import { calleeName } from '../rule-support/call-text';
import { isOwnHost, plainHttpHost } from '../rule-support/own-host';
import { sourceRepair, USE_HTTPS } from '../rule-support/source-repair';
import type { Rule, RuleContext } from '../rule';

const CLIENT =
  /^(?:(?:requests|httpx|niquests|curl_cffi\.requests)\.(?:api\.)?(?:get|post|put|delete|patch|head|options|request|stream)|(?:requests|httpx|aiohttp)\.(?:sessions\.|client\.)?(?:Session|session|Client|AsyncClient|ClientSession)\(\)\.(?:get|post|put|delete|patch|head|options|request|stream|ws_connect)|urllib\.request\.(?:urlopen|urlretrieve|Request)|urllib2\.urlopen|urllib\.(?:urlopen|urlretrieve)|urllib3\.(?:request|PoolManager\(\)\.request)|http\.client\.HTTPConnection|wget\.download)$/;

function check(call: Call, context: RuleContext): void {
  if (!call.names.some((name) => CLIENT.test(name))) return;
  const { model } = context;
  for (const { value } of call.arguments.slice(0, 3)) {
    const [part] = model.stringParts(value) ?? [];
    const address = part?.kind === 'text' ? part.value : '';
    const host = plainHttpHost(address);
    if (host === undefined || isOwnHost(host) || artifactUrl(address)) continue;
    context.report({
      at: call,
      subject: host,
      message: `\`${calleeName(call, model)}\` asks \`http://${host}\` without encryption. Anybody on the way can read and change what is sent; use https.`,
      fixes: sourceRepair(value.range, [USE_HTTPS], model),
    });
    return;
  }
}

export const rule: Rule = {
  id: 'plain-http-request',
  title: 'Request over plain http',
  stages: ['data-engineering', 'llm-develop-experiment', 'model-serving'],
  risks: ['owasp-ml-2023:ML02', 'owasp-llm-2026:LLM05', 'owasp-llm-2025:LLM04'],
  cwe: ['CWE-319'],
  atlas: ['AML.T0010.002'],
  controls: ['C26', 'C30'],
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  tags: ['transport'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds requests with requests, httpx, aiohttp, urllib and urllib3 to an address that begins with `http://` and is not on this machine or the own network. Files of models are left to `download-without-hash`.',
  why: 'What comes back may be somebody else’s: a page that is put into a prompt, a table that a model learns from, an address to fetch next.',
  fix: 'Write `https://`. Nearly every public server answers there.',
  references: [
    {
      title: 'CWE-319: Cleartext Transmission of Sensitive Information',
      url: 'https://cwe.mitre.org/data/definitions/319.html',
    },
  ],
  examples: {
    bad: [
      {
        title: 'requests',
        code: 'import requests\n\npage = requests.get("http://news.acme.io/today", timeout=5).text\n',
      },
      {
        title: 'a session',
        code: 'import requests\n\nsession = requests.Session()\nsession.post("http://api.acme.io/v1/items", json=item)\n',
      },
      {
        title: 'urllib',
        code: 'from urllib.request import urlopen\n\nURL = "http://api.acme.io/v1/items"\nwith urlopen(URL) as response:\n    data = response.read()\n',
      },
      {
        title: 'aiohttp',
        code: 'import aiohttp\n\nasync def fetch(name):\n    async with aiohttp.ClientSession() as session:\n        async with session.get(f"http://api.acme.io/{name}") as response:\n            return await response.json()\n',
      },
    ],
    good: [
      { title: 'https', code: 'import requests\n\nrequests.get("https://news.acme.io/today", timeout=5)\n' },
      {
        title: 'the own network',
        code: 'import requests\n\nrequests.get("http://localhost:8000/health")\nrequests.get("http://model-server:8080/ping")\nrequests.get("http://169.254.169.254/latest/meta-data")\n',
      },
      {
        title: 'an unknown address',
        code: 'import requests\n\nrequests.get(url)\nrequests.get(f"http://{host}/ping")\n',
      },
    ],
  },
  triggers: () =>
    ['requests', 'httpx', 'aiohttp', 'urllib', 'HTTPConnection', 'wget', 'niquests', 'curl_cffi'].map(
      (word) => ['http://', word],
    ),
  on: { call: check },
};
