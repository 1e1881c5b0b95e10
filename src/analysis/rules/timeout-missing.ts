import { textIncludes } from '../rule-support/document-words';
import { riskyCallListeners } from '../rule-support/risky-call';
import type { Rule } from '../rule';

export const rule: Rule = {
  id: 'timeout-missing',
  title: 'Request without a time limit',
  stages: ['llm-operate', 'llm-develop-experiment', 'model-serving'],
  risks: ['owasp-llm-2026:LLM06', 'owasp-llm-2025:LLM10', 'owasp-agentic-2026:ASI08'],
  cwe: ['CWE-400'],
  atlas: ['AML.T0029'],
  controls: ['C34'],
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  tags: ['llm', 'guard-rails'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds clients of OpenAI, Anthropic, Groq, Together, Cohere, Mistral, Hugging Face and Ollama made without a timeout in a file that sets none, requests without `timeout=`, and httpx with `timeout=None`.',
  why: 'requests waits for ever, and the clients of model providers wait ten minutes and try again. A server that does not answer holds a worker, a connection and a user; a few of them hold all.',
  fix: 'Pass what the caller can wait: `OpenAI(timeout=30.0)`, `requests.get(url, timeout=10)`. For streams, limit the time between two pieces.',
  references: [
    { title: 'OpenAI Python: timeouts', url: 'https://github.com/openai/openai-python#timeouts' },
    { title: 'Requests: timeouts', url: 'https://requests.readthedocs.io/en/latest/user/advanced/#timeouts' },
  ],
  examples: {
    bad: [
      { title: 'a client', code: 'from openai import OpenAI\n\nclient = OpenAI()\n' },
      {
        title: 'LangChain',
        code: 'from langchain_openai import ChatOpenAI\n\nllm = ChatOpenAI(model="gpt-4o")\n',
      },
      {
        title: 'requests',
        code: 'import requests\n\nrequests.post("https://api.example.com/v1/chat", json=payload)\n',
      },
      {
        title: 'given as None',
        code: 'import httpx\nimport requests\n\nclient = httpx.Client(timeout=None)\nrequests.get(url, timeout=None)\n',
        findings: 2,
      },
    ],
    good: [
      {
        title: 'with a timeout',
        code: 'from openai import OpenAI\nimport requests\n\nclient = OpenAI(timeout=30)\nrequests.get(url, timeout=(3, 10))\n',
      },
      {
        title: 'at the call',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\nclient.chat.completions.create(model="gpt-4o", messages=messages, timeout=20)\n',
      },
      { title: 'the default of httpx', code: 'import httpx\n\nclient = httpx.Client()\n' },
      {
        title: 'arguments from elsewhere',
        code: 'import requests\n\ndef fetch(url, **options):\n    return requests.get(url, **options)\n',
      },
    ],
  },
  needs: ['risky-call:timeout-missing', 'risky-call:model-timeout-missing'],
  on: riskyCallListeners({
    topics: ['timeout-missing', 'model-timeout-missing'],
    does: 'may wait for minutes or for ever',
    advice: 'Pass a timeout, so that a server that does not answer holds nobody up.',
    weigh: (_, { topic }, { model }) =>
      topic === 'model-timeout-missing' && textIncludes(['timeout'], model) ? 'silent' : {},
  }),
};
