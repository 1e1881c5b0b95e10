import type { RuleExample } from '../../rule';

/** JavaScript and TypeScript for `secret-in-prompt`. */
export const JAVASCRIPT: { readonly bad: readonly RuleExample[]; readonly good: readonly RuleExample[] } = {
  bad: [
    {
      title: 'TypeScript: key of a service in the system prompt',
      file: 'src/app.ts',
      code: "import { generateText } from 'ai';\nimport { openai } from '@ai-sdk/openai';\n\nawait generateText({\n  model: openai('gpt-4o'),\n  system: `Call the shop with the key ${process.env.SHOP_API_KEY}`,\n  prompt: question,\n});\n",
    },
  ],
  good: [
    {
      title: 'TypeScript: key of the client itself',
      file: 'src/app.ts',
      code: "import { ChatOllama } from '@langchain/ollama';\n\nconst credentials = await load();\nconst headers = { Authorization: `Bearer ${credentials.apiKey}` };\nconst model = new ChatOllama({ model: 'llama', headers });\nawait model.invoke('hello');\n",
      seen: 'n8n, nodes for language models',
    },
  ],
};
