import type { Call } from '../../source/expression';
import type { Rule, RuleContext } from '../rule';
import { saysPlaceholder } from '../rule-support/placeholder';
import { riskyCallListeners } from '../rule-support/risky-call';

const ADVICE =
  'Everybody who opens the page can read the key and spend it; ask the model on a server and let the page ask that.';

const SERVICE =
  'OPENAI|ANTHROPIC|CLAUDE|GEMINI|GOOGLE_AI|GOOGLE_GENAI|GOOGLE_GENERATIVE_AI|MISTRAL|GROQ|COHERE|HF|HUGGING_?FACE|TOGETHER|REPLICATE|DEEPSEEK|PERPLEXITY|OPENROUTER|FIREWORKS|XAI|ELEVENLABS|LANGSMITH|LANGCHAIN|PINECONE|TAVILY|LLM|AI';

/** Variables that a bundler copies into what the browser loads, named like the key of a service for models. */
const PUBLIC_KEY = new RegExp(
  String.raw`\b(?:NEXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|NUXT_PUBLIC|GATSBY|VUE_APP|PUBLIC|NX_PUBLIC)_(?:[A-Z0-9]+_)*(?:${SERVICE})_(?:[A-Z0-9]+_)*(?:KEY|TOKEN|SECRET)\b`,
  'gu',
);

const NO_KEY =
  /^(?:|unused|not-?(?:needed|used|required)|dummy|none|ignored|proxy|placeholder|ollama|lm-?studio)$/iu;

export const rule: Rule = {
  id: 'model-key-in-browser',
  title: 'Key of a model service is sent to the browser',
  stages: ['llm-develop-experiment', 'llm-deploy', 'model-serving'],
  risks: ['owasp-llm-2026:LLM02', 'owasp-llm-2025:LLM02'],
  cwe: ['CWE-522', 'CWE-200'],
  atlas: ['AML.T0055'],
  controls: ['C12'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['secrets', 'llm', 'web'],
  languages: ['javascript', 'typescript', 'dotenv'],
  what: 'Finds clients of model services that are told to run in a browser (`dangerouslyAllowBrowser: true`) and keys read from variables that a bundler copies into the page (`NEXT_PUBLIC_…`, `VITE_…`, `REACT_APP_…`).',
  why: 'What a page holds is public: the key can be read in the developer tools of any browser, and is found by scanners of published bundles within hours. Whoever has it asks models at your cost, reads what is stored with the account, and acts in its name.',
  fix: 'Keep the key on a server. Let the page call a route of your own that checks who asks, limits how much, and passes the question on. Where the provider has short-lived tokens for browsers, hand out those. Revoke a key that was published.',
  references: [
    {
      title: 'OpenAI: best practices for API key safety',
      url: 'https://help.openai.com/en/articles/5112595-best-practices-for-api-key-safety',
    },
    {
      title: 'Next.js: environment variables for the browser',
      url: 'https://nextjs.org/docs/app/guides/environment-variables#bundling-environment-variables-for-the-browser',
    },
  ],
  examples: {
    bad: [
      {
        title: 'client of OpenAI that may run in the browser',
        file: 'src/chat.tsx',
        code: "import OpenAI from 'openai';\n\nconst client = new OpenAI({ apiKey: key, dangerouslyAllowBrowser: true });\n",
      },
      {
        title: 'client of Anthropic with options kept apart',
        file: 'src/chat.js',
        code: "import Anthropic from '@anthropic-ai/sdk';\n\nconst options = { apiKey: key, dangerouslyAllowBrowser: true };\nexport const client = new Anthropic(options);\n",
      },
      {
        title: 'key that Vite copies into the page',
        file: 'src/api.ts',
        code: "export const ask = (body: string) =>\n  fetch('https://api.openai.com/v1/responses', {\n    method: 'POST',\n    headers: { Authorization: `Bearer ${import.meta.env.VITE_OPENAI_API_KEY}` },\n    body,\n  });\n",
      },
      {
        title: 'key that Next.js copies into the page',
        file: 'components/chat.tsx',
        code: "import { GoogleGenerativeAI } from '@google/generative-ai';\n\nconst ai = new GoogleGenerativeAI(process.env.NEXT_PUBLIC_GEMINI_API_KEY!);\n",
      },
      {
        title: 'environment of a page',
        file: '.env.production',
        code: 'VITE_API_URL=https://api.acme.io\nVITE_OPENAI_API_KEY=sk-proj-12ab34cd56ef\nNEXT_PUBLIC_ANTHROPIC_API_KEY="sk-ant-12ab34cd56ef"\n',
        findings: 2,
      },
    ],
    good: [
      {
        title: 'route of the own server, which adds the key',
        file: 'src/chat.tsx',
        code: "import OpenAI from 'openai';\n\nexport const client = new OpenAI({ baseURL: '/api/openai', apiKey: 'unused', dangerouslyAllowBrowser: true });\n",
      },
      {
        title: 'environment of a server, and one to be filled in',
        file: '.env.example',
        code: 'OPENAI_API_KEY=sk-proj-12ab34cd56ef\nVITE_OPENAI_API_KEY=your-key-here\nVITE_OPENAI_MODEL=gpt-4o-mini\n# NEXT_PUBLIC_OPENAI_API_KEY=\n',
      },
      {
        title: 'key of the server',
        file: 'app/api/chat/route.ts',
        code: "import OpenAI from 'openai';\n\nconst client = new OpenAI({ apiKey: process.env.OPENAI_API_KEY, dangerouslyAllowBrowser: false });\n",
      },
      {
        title: 'public settings that are no keys',
        file: 'src/settings.ts',
        code: 'export const host = process.env.NEXT_PUBLIC_API_URL;\nexport const site = process.env.NEXT_PUBLIC_RECAPTCHA_SITE_KEY;\nexport const model = import.meta.env.VITE_OPENAI_MODEL;\n',
      },
    ],
  },
  needs: ['risky-call:key-in-browser'],
  triggers: () => [
    'NEXT_PUBLIC_',
    'VITE_',
    'REACT_APP_',
    'EXPO_PUBLIC_',
    'NUXT_PUBLIC_',
    'GATSBY_',
    'VUE_APP_',
    'PUBLIC_',
    'dangerouslyAllowBrowser',
  ],
  on: {
    ...riskyCallListeners({
      topics: ['key-in-browser'],
      advice: ADVICE,
      weigh: (call, _, context) => (holdsNoKey(call, context) ? 'silent' : {}),
    }),
    text: checkText,
  },
};

/** Whether the key is a stand-in: a route of the page's own server, or a server that asks for none, is asked. */
function holdsNoKey(call: Call, { model }: RuleContext): boolean {
  const found = call.argument({ keyword: 'apiKey' });
  const key = found.state === 'given' ? model.evaluate(found.argument.value) : undefined;
  return key?.known === true && typeof key.value === 'string' && NO_KEY.test(key.value);
}

/** Every place that reads such a variable from the environment. */
function checkText(text: string, context: RuleContext): void {
  for (const { 0: name, index } of text.matchAll(PUBLIC_KEY)) {
    const before = text.slice(Math.max(0, index - 24), index);
    const isRead =
      context.model.language === 'dotenv'
        ? isSet(before, text.slice(index + name.length, index + name.length + 200))
        : /(?:process|import\.meta|Bun)\.env(?:\.|\[['"])$/u.test(before);
    if (!isRead) continue;
    const range = { start: index, end: index + name.length };
    context.report({
      at: range,
      subject: name,
      message: `The bundler copies ${name} into what the browser loads. ${ADVICE}`,
    });
  }
}

/** Whether a variable of a `.env` file is given a value that is no stand-in. */
function isSet(before: string, behind: string): boolean {
  const [, value = ''] = /^[ \t]*=[ \t]*["']?([^\s"'#]+)/u.exec(behind) ?? [];
  return /(?:^|\n)[ \t]*(?:export[ \t]+)?$/u.test(before) && value.length >= 8 && !saysPlaceholder(value);
}
