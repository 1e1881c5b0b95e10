import type { Rule } from '../rule';
import { JAVASCRIPT } from '../rule-examples/javascript/model-output-to-url';
import { modelOutputListeners } from '../rule-support/model-output-rule';
import { UNNAMED_MODEL_WORDS } from '../rule-support/unnamed-model-call';

const ASK =
  'import json\nimport requests\nfrom openai import OpenAI\n\nclient = OpenAI()\n\ndef ask(question):\n    return client.responses.create(model="gpt-4o", input=question).output_text\n\n';

export const rule: Rule = {
  id: 'model-output-to-url',
  title: 'Model output chooses the server that is asked',
  stages: ['llm-develop-experiment', 'llm-operate', 'model-serving'],
  risks: ['owasp-llm-2026:LLM10', 'owasp-llm-2025:LLM05', 'owasp-agentic-2026:ASI02'],
  cwe: ['CWE-918', 'CWE-1426'],
  atlas: ['AML.T0053', 'AML.T0051'],
  controls: ['C36', 'C39'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['llm', 'model-output', 'network'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds answers of language models that become the address of a request, of a browser or of a page loader, so that the model chooses the host. A value in the path or the query of a fixed host is not reported.',
  why: 'The request leaves from inside your network: `http://169.254.169.254/` gives cloud credentials, `http://localhost` the services that trust the machine. An address of an attacker carries away what the model has put into it.',
  fix: 'Compare the host with a list before the request (`urlparse(url).hostname in ALLOWED`), or let the model choose from fixed addresses. Do not follow redirects, refuse private and link-local addresses, and route such requests through a proxy that does.',
  references: [
    {
      title: 'OWASP: server-side request forgery prevention',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html',
    },
    { title: 'CWE-918: SSRF', url: 'https://cwe.mitre.org/data/definitions/918.html' },
  ],
  examples: {
    bad: [
      {
        title: 'address from the answer',
        code: `${ASK}page = requests.get(ask("Where is it?"), timeout=9)\n`,
      },
      {
        title: 'address from JSON, posted to',
        code: `${ASK}data = json.loads(ask("Where to?"))\nwith requests.Session() as session:\n    session.post(data["url"], json=data["body"])\n`,
      },
      { title: 'host from the answer', code: `${ASK}requests.get(f"https://{ask('Which host?')}/status")\n` },
      {
        title: 'asynchronous clients',
        code: `${ASK}import aiohttp\nimport httpx\n\nasync def fetch(question):\n    url = ask(question)\n    async with httpx.AsyncClient() as http:\n        await http.get(url)\n    async with aiohttp.ClientSession() as session:\n        async with session.get(url) as reply:\n            return await reply.text()\n`,
        findings: 2,
      },
      {
        title: 'standard library',
        code: `${ASK}from urllib.request import urlopen\n\nhtml = urlopen(ask("Where?")).read()\n`,
      },
      {
        title: 'browser',
        code: `${ASK}from playwright.sync_api import sync_playwright\n\nwith sync_playwright() as p:\n    page = p.chromium.launch().new_page()\n    page.goto(ask("Where?"))\n`,
      },
      {
        title: 'page loader of LangChain',
        code: `${ASK}from langchain_community.document_loaders import WebBaseLoader\n\ndocs = WebBaseLoader(ask("Where?")).load()\n`,
      },
      ...JAVASCRIPT.bad,
    ],
    good: [
      {
        title: 'query of a fixed host',
        code: `${ASK}word = ask("What to look for?")\nrequests.get("https://api.example.com/search", params={"q": word})\nrequests.get(f"https://api.example.com/search?q={word}")\nrequests.get("https://api.example.com/pages/" + word)\n`,
      },
      {
        title: 'path below a base address',
        code: `${ASK}import os\n\nBASE = os.environ["SERVICE"]\nrequests.get(f"{BASE}/items/{ask('Which item?')}")\n`,
      },
      {
        title: 'host compared with a list',
        code: `${ASK}from urllib.parse import urlparse\n\nALLOWED = {"docs.example.com"}\n\ndef fetch(question):\n    url = ask(question)\n    host = urlparse(url).hostname\n    if host not in ALLOWED:\n        raise ValueError(url)\n    return requests.get(url, timeout=9)\n`,
      },
      {
        title: 'begin of the address checked',
        code: `${ASK}def fetch(question):\n    url = ask(question)\n    if not url.startswith("https://docs.example.com/"):\n        return None\n    return requests.get(url, timeout=9)\n`,
      },
      {
        title: 'picture that a service has put somewhere',
        code: 'import replicate\nimport requests\n\noutput = replicate.run("stability-ai/sdxl", input={"prompt": "a lamp"})\nrequests.get(output[0], timeout=9)\n',
      },
      {
        title: 'answer sent to a fixed address',
        code: `${ASK}requests.post("https://hooks.example.com/notify", json={"text": ask("Summarise")})\n`,
      },
      ...JAVASCRIPT.good,
    ],
  },
  needs: ['llm-call'],
  triggers: () => UNNAMED_MODEL_WORDS,
  on: modelOutputListeners({
    sink: 'url',
    does: (text) => `asks the server that ${text.replace(/^what /u, '')} names`,
    advice:
      'From inside your network that can be any service or a collector of data; compare the host with a list first.',
    answersOnly: true,
  }),
};
