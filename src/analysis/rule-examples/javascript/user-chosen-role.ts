import type { RuleExample } from '../../rule';

/** JavaScript for `user-chosen-role`. */
export const JAVASCRIPT: { readonly bad: readonly RuleExample[]; readonly good: readonly RuleExample[] } = {
  bad: [
    {
      title: 'TypeScript: whole conversation of the request',
      file: 'src/app.ts',
      code: "import express from 'express';\nimport OpenAI from 'openai';\n\nconst app = express();\nconst client = new OpenAI();\napp.post('/chat', async (req, res) => {\n  res.json(await client.chat.completions.create({ model: 'gpt-4o', messages: req.body.messages }));\n});\n",
    },
  ],
  good: [
    {
      title: 'TypeScript: only the text of the request',
      file: 'src/app.ts',
      code: "import express from 'express';\nimport OpenAI from 'openai';\n\nconst app = express();\nconst client = new OpenAI();\napp.post('/chat', async (req, res) => {\n  const messages = [{ role: 'system', content: RULES }, { role: 'user', content: req.body.text }];\n  res.json(await client.chat.completions.create({ model: 'gpt-4o', messages }));\n});\n",
    },
  ],
};
