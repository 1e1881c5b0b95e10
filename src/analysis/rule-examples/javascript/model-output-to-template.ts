import type { RuleExample } from '../../rule';

/** JavaScript and TypeScript for `model-output-to-template`. */
export const JAVASCRIPT: { readonly bad: readonly RuleExample[]; readonly good: readonly RuleExample[] } = {
  bad: [
    {
      title: 'JavaScript: answer compiled as a template',
      file: 'src/app.js',
      code: "import Handlebars from 'handlebars';\nimport OpenAI from 'openai';\n\nconst client = new OpenAI();\nconst completion = await client.chat.completions.create({ model: 'gpt-4o', messages });\nconst answer = completion.choices[0].message.content;\nconst render = Handlebars.compile(answer);\n",
    },
    {
      title: 'TypeScript: answer rendered by EJS',
      file: 'src/app.ts',
      code: "import ejs from 'ejs';\nimport { generateText } from 'ai';\nimport { openai } from '@ai-sdk/openai';\n\nconst { text } = await generateText({ model: openai('gpt-4o'), prompt });\nconst page = ejs.render(`<h1>${text}</h1>`, {});\n",
    },
  ],
  good: [
    {
      title: 'JavaScript: answer as a value of a template',
      file: 'src/app.js',
      code: "import Handlebars from 'handlebars';\nimport OpenAI from 'openai';\n\nconst client = new OpenAI();\nconst completion = await client.chat.completions.create({ model: 'gpt-4o', messages });\nconst answer = completion.choices[0].message.content;\nconst render = Handlebars.compile('<p>{{answer}}</p>');\nrender({ answer });\n",
    },
  ],
};
