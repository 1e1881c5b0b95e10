import type { Assignment, Call } from '../../source/expression';
import type { DockerInstruction } from '../../source/content/docker-instruction';
import type { ShellCommand } from '../../source/content/shell-command';
import { calleeName } from '../rule-support/call-text';
import { COMMAND_LANGUAGES } from '../rule-support/commands/document-languages';
import { isUnverifiedSetting, unverifiedPart } from '../rule-support/commands/unverified-tls';
import { riskyCallListeners } from '../rule-support/risky-call';
import { riskyCommandListener } from '../rule-support/risky-command';
import { isFalse, isWrittenAs } from '../rule-support/written-value';
import { TLS_REPAIRS } from '../rule-support/commands/command-repairs';
import { saferValueFixes } from '../rule-support/safer-value-fixes';
import { sourceRepair } from '../rule-support/source-repair';
import type { Rule, RuleContext } from '../rule';
import { JAVASCRIPT } from '../rule-examples/javascript/tls-verification-off';

const ADVICE =
  'Anybody on the way can then read keys and prompts and replace models and answers; add the missing authority to the trusted ones instead.';

const HTTP_METHODS = /^(?:get|post|put|delete|patch|head|options|request|send|stream|fetch)$/;
const HTTP_CLIENT = /^_?(?:\w+_)?(?:session|sess|client|http|https|conn|connection|requests)$/i;

/** Commands that fetch without checking who answers. */
const COMMAND =
  /(?:^|[\s;&|])(?:curl\b[^;&|]*\s(?:-[a-zA-Z]*k[a-zA-Z]*|--insecure)(?=\s|$)|wget\b[^;&|]*\s--no-check-certificate\b)|\bhttp\.sslVerify[= ]+["']?(?:false|0)\b/;

const risky = riskyCallListeners({
  topics: ['tls-off', 'tls-warnings-off'],
  does: "does not check the server's certificate",
  advice: ADVICE,
  // The warnings come from a check that was switched off elsewhere.
  weigh: (_, { topic }) => (topic === 'tls-warnings-off' ? { severity: 'info' } : {}),
});

/** Contexts and sessions whose class is not known; the attribute says what it is. */
function checkAssignment({ target, value, range }: Assignment, context: RuleContext): void {
  const { model } = context;
  if (target.kind !== 'attribute') return;
  const isUnchecked =
    (target.name === 'check_hostname' && isFalse(value, model)) ||
    (target.name === 'verify_mode' && isWrittenAs(value, /(?:^|\.)(?:CERT|VERIFY)_NONE$/, model)) ||
    (target.name === 'verify' && isFalse(value, model) && isUnknownClient(target, context));
  if (!isUnchecked) return;
  // A class sets what its own contexts begin with; callers change it.
  if (target.object.kind === 'name' && target.object.name === 'self' && target.name !== 'verify') return;
  const written = model.textAt(target.range);
  const around = model.functionAt(range.start);
  const checksChain =
    target.name === 'check_hostname' && around && /CERT_REQUIRED/.test(model.textAt(around.range));
  context.report({
    at: range,
    subject: target.name,
    message: checksChain
      ? `\`${written}\` accepts a certificate of any host, as long as an authority that is trusted here signed it. That is fine with an authority of your own that signs nothing else; with the public ones, leave the check on.`
      : `\`${written}\` switches the check of the server's certificate off. ${ADVICE}`,
    fixes: saferValueFixes(value, model),
    ...(checksChain ? { confidence: 'probable' as const } : {}),
  });
}

function isUnknownClient(
  { object }: Extract<Assignment['target'], { kind: 'attribute' }>,
  { model }: RuleContext,
): boolean {
  const name = object.kind === 'name' || object.kind === 'attribute' ? object.name : '';
  return HTTP_CLIENT.test(name) && model.qualifiedNames(object).every((one) => one.startsWith('<local>.'));
}

/** Requests through a client whose class is not known. */
function checkCall(call: Call, context: RuleContext): void {
  const { callee } = call;
  if (callee.kind !== 'attribute' || !HTTP_METHODS.test(callee.name)) return;
  if (call.names.some((name) => !name.startsWith('<local>.') && !name.startsWith('.'))) return;
  const found = call.argument({ keyword: 'verify' });
  if (found.state !== 'given' || !isFalse(found.argument.value, context.model)) return;
  const { object } = callee;
  const receiver = object.kind === 'name' || object.kind === 'attribute' ? object.name : '';
  const isClient = HTTP_CLIENT.test(receiver);
  context.report({
    at: call,
    subject: calleeName(call, context.model),
    message: `\`${context.model.textAt(callee.range)}\` does not check the server's certificate. ${ADVICE}`,
    fixes: saferValueFixes(found.argument.value, context.model),
    ...(isClient ? {} : { confidence: 'probable' as const }),
  });
}

/** Commands and variables of the environment in scripts, images and notebook cells. */
function checkCommand(command: ShellCommand, context: RuleContext): void {
  const found = unverifiedPart(command);
  if (found) reportSwitch(found.text, found.range, context);
}

function checkInstruction({ keyword, settings }: DockerInstruction, context: RuleContext): void {
  if (keyword !== 'ENV' && keyword !== 'ARG') return;
  for (const { name, value, range } of settings) {
    if (isUnverifiedSetting(name, value)) reportSwitch(`${name}=${value ?? ''}`, range, context);
  }
}

function reportSwitch(text: string, at: ShellCommand['range'], context: RuleContext): void {
  context.report({
    at,
    subject: text.split(/[ =]/u)[0] ?? text,
    message: `\`${text}\` switches the check of the server's certificate off. ${ADVICE}`,
    fixes: sourceRepair(at, TLS_REPAIRS, context.model),
  });
}

export const rule: Rule = {
  id: 'tls-verification-off',
  title: 'TLS certificate is not checked',
  stages: [
    'data-engineering',
    'model-serving',
    'llm-operate',
    'llm-develop-experiment',
    'continuous-integration',
  ],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03', 'owasp-agentic-2026:ASI07'],
  cwe: ['CWE-295'],
  atlas: ['AML.T0010'],
  controls: ['C26', 'C30'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['transport', 'tls'],
  languages: ['javascript', 'typescript', ...COMMAND_LANGUAGES],
  what: 'Finds switches that stop a client from checking TLS certificates: `verify=False` in requests, httpx, boto3 and clients of models and vector stores, `ssl=False` in aiohttp, `CERT_NONE` and `check_hostname = False` in `ssl`, environment variables such as `PYTHONHTTPSVERIFY=0` and `CURL_CA_BUNDLE=""`, and commands such as `curl -k` in programs, scripts, images, workflows and notebooks.',
  why: 'The connection is encrypted, but nobody knows with whom. In a café, a company network or a taken-over router, somebody else can answer: hand out another model, read API keys and prompts, change what a model says. The switch often stays after the problem it was set for is gone.',
  fix: 'Leave the check on. For a server with a certificate of your own authority, name that authority: `verify="/path/ca.pem"`, `ssl.create_default_context(cafile=...)`, or `REQUESTS_CA_BUNDLE` and `SSL_CERT_FILE` in the environment.',
  references: [
    {
      title: 'Requests: SSL certificate verification',
      url: 'https://requests.readthedocs.io/en/latest/user/advanced/#ssl-cert-verification',
    },
    {
      title: 'Python: ssl, security considerations',
      url: 'https://docs.python.org/3/library/ssl.html#security-considerations',
    },
    {
      title: 'CWE-295: Improper Certificate Validation',
      url: 'https://cwe.mitre.org/data/definitions/295.html',
    },
  ],
  examples: {
    bad: [
      {
        title: 'commands of a script',
        file: 'ci.sh',
        code: 'curl -sSLk https://models.acme.io/a -o a\nwget --no-check-certificate https://models.acme.io/a\ngit -c http.sslVerify=false clone https://git.acme.io/a\ngit config --global http.sslVerify false\nexport GIT_SSL_NO_VERIFY=1\nnpm config set strict-ssl false\nconda config --set ssl_verify false\nNODE_TLS_REJECT_UNAUTHORIZED=0 node app.js\n',
        findings: 8,
      },
      {
        title: 'an image',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nENV PYTHONHTTPSVERIFY=0 CURL_CA_BUNDLE=""\nRUN curl --insecure https://models.acme.io/a -o a\nUSER me\n',
        findings: 3,
      },
      {
        title: 'a request',
        code: 'import requests\n\nrequests.get("https://models.example.com/list", verify=False, timeout=5)\n',
      },
      { title: 'by name', code: 'from requests import post\n\npost(url, json=data, verify=False)\n' },
      {
        title: 'a whole session',
        code: 'import requests\n\nsession = requests.Session()\nsession.verify = False\nsession.get(url)\n',
      },
      {
        title: 'one call of a session that came from elsewhere',
        code: 'def fetch(session, url):\n    return session.get(url, verify=False)\n',
      },
      {
        title: 'arguments in a dictionary',
        code: 'import requests\n\nOPTIONS = {"verify": False, "timeout": 5}\nrequests.get(url, **OPTIONS)\n',
      },
      {
        title: 'the client of a model provider',
        code: 'import httpx\nfrom openai import OpenAI\n\nclient = OpenAI(http_client=httpx.Client(verify=False))\n',
      },
      {
        title: 'an asynchronous client',
        code: 'import httpx\n\nasync def ask(url):\n    async with httpx.AsyncClient(verify=False) as client:\n        return await client.get(url)\n',
      },
      {
        title: 'aiohttp',
        code: 'import aiohttp\n\nasync def fetch(url):\n    connector = aiohttp.TCPConnector(ssl=False)\n    async with aiohttp.ClientSession(connector=connector) as session:\n        async with session.get(url, ssl=False) as response:\n            return await response.read()\n',
        findings: 2,
      },
      {
        title: 'urllib with a context of its own',
        code: 'import ssl\nimport urllib.request\n\nurllib.request.urlopen(url, context=ssl._create_unverified_context())\n',
      },
      {
        title: 'every https request of the program, as notebooks do',
        code: 'import ssl\nimport nltk\n\nssl._create_default_https_context = ssl._create_unverified_context\n',
      },
      {
        title: 'a context with both checks off',
        code: 'import ssl\n\nctx = ssl.create_default_context()\nctx.check_hostname = False\nctx.verify_mode = ssl.CERT_NONE\n',
        findings: 2,
      },
      { title: 'an encrypted socket', code: 'import ssl\n\nconnection = ssl.wrap_socket(sock)\n' },
      { title: 'urllib3', code: 'import urllib3\n\nhttp = urllib3.PoolManager(cert_reqs="CERT_NONE")\n' },
      { title: 'a cloud client', code: 'import boto3\n\ns3 = boto3.client("s3", verify=False)\n' },
      {
        title: 'a search index',
        code: 'from elasticsearch import Elasticsearch\n\nes = Elasticsearch("https://search:9200", verify_certs=False)\n',
      },
      {
        title: 'a database',
        code: 'from pymongo import MongoClient\n\nclient = MongoClient(uri, tls=True, tlsAllowInvalidCertificates=True)\n',
      },
      {
        title: 'redis',
        code: 'import redis\n\ncache = redis.Redis(host=host, ssl=True, ssl_cert_reqs=None)\n',
      },
      { title: 'through the environment', code: 'import os\n\nos.environ["CURL_CA_BUNDLE"] = ""\n' },
      {
        title: 'a tracking server, through the environment',
        code: 'import os\n\nos.environ.setdefault("PYTHONHTTPSVERIFY", "0")\nos.environ["MLFLOW_TRACKING_INSECURE_TLS"] = "true"\n',
        findings: 2,
      },
      {
        title: 'pycurl',
        code: 'import pycurl\n\ncurl = pycurl.Curl()\ncurl.setopt(pycurl.SSL_VERIFYPEER, 0)\n',
      },
      {
        title: 'a command',
        code: 'import subprocess\n\nsubprocess.run(["curl", "-k", "-o", "model.bin", url])\n',
      },
      {
        title: 'a command line',
        code: 'import os\n\nos.system("wget --no-check-certificate https://example.com/data.zip")\n',
      },
      {
        title: 'the warnings about it (information)',
        code: 'import urllib3\n\nurllib3.disable_warnings(urllib3.exceptions.InsecureRequestWarning)\n',
      },
      {
        title: 'git',
        code: 'import subprocess\n\nsubprocess.check_call("git -c http.sslVerify=false clone https://example.com/repo", shell=True)\n',
      },
      ...JAVASCRIPT.bad,
    ],
    good: [
      {
        title: 'what a context of its own begins with',
        code: 'import ssl\n\nclass Context:\n    def __init__(self):\n        self.check_hostname = False\n        self.verify_mode = ssl.CERT_NONE\n',
        seen: 'urllib3/urllib3, urllib3/contrib/pyopenssl.py',
      },
      {
        title: 'commands with the check on',
        file: 'ci.sh',
        code: 'curl -fsSL https://models.acme.io/a -o k\ncurl -k https://localhost:8443/health\ncurl -o a https://models.acme.io/k --cacert ca.pem\nwget https://models.acme.io/a\ngit config --global http.sslVerify true\nexport PYTHONHTTPSVERIFY=1\nunset CURL_CA_BUNDLE\nnpm config set strict-ssl true\n',
      },
      {
        title: 'the default',
        code: 'import requests\n\nrequests.get(url, timeout=5)\nsession = requests.Session()\nsession.get(url)\n',
      },
      {
        title: 'an authority of its own',
        code: 'import requests\n\nrequests.get(url, verify="/etc/ssl/company.pem")\nsession = requests.Session()\nsession.verify = "/etc/ssl/company.pem"\n',
      },
      {
        title: 'the caller decides',
        code: 'import requests\n\ndef fetch(url, verify):\n    return requests.get(url, verify=verify)\n',
      },
      {
        title: 'switched on',
        code: 'import requests\nimport aiohttp\n\nrequests.get(url, verify=True)\nconnector = aiohttp.TCPConnector(ssl=True)\n',
      },
      {
        title: 'a default context',
        code: 'import ssl\n\nctx = ssl.create_default_context(cafile="ca.pem")\nctx.check_hostname = True\nctx.verify_mode = ssl.CERT_REQUIRED\nssl._create_default_https_context = ssl.create_default_context\n',
      },
      {
        title: 'another method with such an argument',
        code: 'token = decoder.decode(data, verify=False)\nbackup.restore(path, verify=False)\nself.verify = False\n',
      },
      {
        title: 'a path in the environment',
        code: 'import os\n\nos.environ["REQUESTS_CA_BUNDLE"] = "/etc/ssl/company.pem"\nos.environ["PYTHONHTTPSVERIFY"] = "1"\n',
      },
      {
        title: 'a command with the check on',
        code: 'import subprocess\n\nsubprocess.run(["curl", "-fsSL", "-o", "model.bin", url])\nsubprocess.run("tar -kx", shell=True)\n',
      },
      {
        title: 'redis with the check on',
        code: 'import redis\n\ncache = redis.Redis(host=host, ssl=True, ssl_cert_reqs="required")\nother = redis.Redis(host=host)\n',
      },
      ...JAVASCRIPT.good,
    ],
  },
  // Of the calls that run a command only those of these programs matter: their words say more than the calls'.
  needs: ['risky-call:tls-off', 'risky-call:tls-warnings-off'],
  triggers: () => [
    'check_hostname',
    'verify_mode',
    'verify=False',
    '.verify = False',
    ['curl', ' -'],
    ['curl', "'-"],
    ['curl', '"-'],
    'no-check-certificate',
    'sslVerify',
  ],
  on: {
    api: {
      ...risky.api,
      'execution-sink': riskyCommandListener(
        [{ pattern: COMMAND, does: 'switches the check of certificates off' }],
        ADVICE,
        TLS_REPAIRS,
      ),
    },
    command: checkCommand,
    instruction: checkInstruction,
    assignment: checkAssignment,
    call: checkCall,
  },
};
