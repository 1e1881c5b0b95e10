import type { RuleExample } from '../../rule';

/** JavaScript and TypeScript for `model-output-to-sql`. */
export const JAVASCRIPT: { readonly bad: readonly RuleExample[]; readonly good: readonly RuleExample[] } = {
  bad: [
    {
      title: 'TypeScript: answer run as a query',
      file: 'src/app.ts',
      code: "import { Pool } from 'pg';\nimport OpenAI from 'openai';\n\nconst client = new OpenAI();\nconst pool = new Pool();\nconst completion = await client.chat.completions.create({ model: 'gpt-4o', messages });\nconst answer = completion.choices[0].message.content;\nconst rows = await pool.query(answer.trim());\n",
    },
    {
      title: 'TypeScript: answer run by Prisma without parameters',
      file: 'src/app.ts',
      code: "import { PrismaClient } from '@prisma/client';\nimport { generateText } from 'ai';\nimport { openai } from '@ai-sdk/openai';\n\nconst { text } = await generateText({ model: openai('gpt-4o'), prompt });\nconst prisma = new PrismaClient();\nawait prisma.$queryRawUnsafe(text);\n",
    },
    {
      title: 'JavaScript: answer prepared by SQLite',
      file: 'src/app.js',
      code: "const Database = require('better-sqlite3');\nconst OpenAI = require('openai');\n\nconst db = new Database('app.db');\nconst client = new OpenAI();\nasync function ask(input) {\n  const { output_text: sql } = await client.responses.create({ model: 'gpt-4o', input });\n  return db.prepare(sql).all();\n}\n",
    },
    {
      title: 'TypeScript: answer as the text of a query object',
      file: 'src/app.ts',
      code: "import { Pool } from 'pg';\nimport OpenAI from 'openai';\n\nconst client = new OpenAI();\nconst pool = new Pool();\nconst { output_text: sql } = await client.responses.create({ model: 'gpt-4o', input: 'Hello' });\nawait pool.query({ text: sql, values: [] });\n",
    },
  ],
  good: [
    {
      title: 'TypeScript: answer as a value of a query object',
      file: 'src/app.ts',
      code: "import { Client } from 'pg';\nimport OpenAI from 'openai';\n\nconst client = new OpenAI();\nexport async function save(db: Client) {\n  const { output_text: answer } = await client.responses.create({ model: 'gpt-4o', input: 'Hello' });\n  await db.query({ text: 'INSERT INTO notes VALUES ($1)', values: [answer] });\n}\n",
    },
    {
      title: 'TypeScript: answer as a parameter',
      file: 'src/app.ts',
      code: "import { Pool } from 'pg';\nimport { PrismaClient } from '@prisma/client';\nimport OpenAI from 'openai';\n\nconst client = new OpenAI();\nconst pool = new Pool();\nconst prisma = new PrismaClient();\nconst completion = await client.chat.completions.create({ model: 'gpt-4o', messages });\nconst answer = completion.choices[0].message.content;\nawait pool.query('SELECT * FROM notes WHERE title = $1', [answer]);\nawait prisma.$queryRaw`SELECT * FROM notes WHERE title = ${answer}`;\n",
    },
  ],
};
