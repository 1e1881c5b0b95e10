import type { RuleExample } from '../../rule';

/** TypeScript for `model-output-to-url`. */
export const JAVASCRIPT: { readonly bad: readonly RuleExample[]; readonly good: readonly RuleExample[] } = {
  bad: [
    {
      title: 'TypeScript: the model names the address that is fetched',
      file: 'src/app.ts',
      code: "import OpenAI from 'openai';\n\nconst client = new OpenAI();\nconst completion = await client.chat.completions.create({ model: 'gpt-4o', messages, tools });\nconst { url } = JSON.parse(completion.choices[0].message.tool_calls[0].function.arguments);\nconst page = await fetch(url);\n",
    },
  ],
  good: [
    {
      title: 'TypeScript: answer as a query of a fixed host',
      file: 'src/app.ts',
      code: "import OpenAI from 'openai';\n\nconst client = new OpenAI();\nconst completion = await client.chat.completions.create({ model: 'gpt-4o', messages });\nconst answer = completion.choices[0].message.content;\nawait fetch(`https://api.example.com/search?q=${encodeURIComponent(answer)}`);\nawait fetch('https://api.example.com/notes', { method: 'POST', body: answer });\n",
    },
  ],
};
