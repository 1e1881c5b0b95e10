import type { RuleExample } from '../../rule';

/** JavaScript and TypeScript for `untrusted-input-in-system-prompt`. */
export const JAVASCRIPT: { readonly bad: readonly RuleExample[]; readonly good: readonly RuleExample[] } = {
  bad: [
    {
      title: 'Express: persona from the body in the system message',
      file: 'src/app.ts',
      code: "import express from 'express';\nimport OpenAI from 'openai';\n\nconst app = express();\nconst client = new OpenAI();\napp.post('/chat', async (req, res) => {\n  const { persona, question } = req.body;\n  const completion = await client.chat.completions.create({\n    model: 'gpt-4o',\n    messages: [\n      { role: 'system', content: `You are ${persona}.` },\n      { role: 'user', content: question },\n    ],\n  });\n  res.json(completion);\n});\n",
    },
    {
      title: 'Next.js: system prompt sent by the browser to the AI SDK',
      file: 'app/api/chat/route.ts',
      code: "import { streamText } from 'ai';\nimport { openai } from '@ai-sdk/openai';\n\nexport async function POST(req: Request) {\n  const { messages, system } = await req.json();\n  return streamText({ model: openai('gpt-4o'), system, messages }).toDataStreamResponse();\n}\n",
    },
    {
      title: 'Anthropic: tone from the query',
      file: 'src/ask.js',
      code: "const Anthropic = require('@anthropic-ai/sdk');\n\nconst client = new Anthropic();\nexports.ask = async (req, res) => {\n  const message = await client.messages.create({\n    model: 'claude',\n    max_tokens: 100,\n    system: 'Answer in this tone: ' + req.query.tone,\n    messages: [{ role: 'user', content: req.query.q }],\n  });\n  res.send(message);\n};\n",
    },
    {
      title: 'LangChain: role and text as a pair',
      file: 'src/app.ts',
      code: "import { Hono } from 'hono';\nimport { ChatPromptTemplate } from '@langchain/core/prompts';\n\nconst app = new Hono();\napp.post('/', async (c) => {\n  const { role } = await c.req.json();\n  const prompt = ChatPromptTemplate.fromMessages([\n    ['system', `You are ${role}`],\n    ['human', '{input}'],\n  ]);\n  return c.json(prompt);\n});\n",
    },
    {
      title: 'Gemini: system instruction from a form',
      file: 'pages/api/ask.ts',
      code: "import { GoogleGenAI } from '@google/genai';\nimport type { NextApiRequest, NextApiResponse } from 'next';\n\nconst ai = new GoogleGenAI({});\nexport default async function handler(req: NextApiRequest, res: NextApiResponse) {\n  const answer = await ai.models.generateContent({\n    model: 'gemini',\n    contents: req.body.question,\n    config: { systemInstruction: req.body.persona },\n  });\n  res.json(answer.text);\n}\n",
    },
  ],
  good: [
    {
      title: 'Express: fixed system prompt, question in the user role',
      file: 'src/app.ts',
      code: "import express from 'express';\nimport OpenAI from 'openai';\n\nconst SYSTEM = 'You are a helpful assistant.';\nconst app = express();\nconst client = new OpenAI();\napp.post('/chat', async (req, res) => {\n  const language = req.body.language === 'de' ? 'German' : 'English';\n  res.json(\n    await client.chat.completions.create({\n      model: 'gpt-4o',\n      messages: [\n        { role: 'system', content: SYSTEM },\n        { role: 'system', content: `Answer in ${language}, with at most ${Number(req.body.words)} words.` },\n        { role: 'user', content: `Question: ${req.body.question}` },\n      ],\n    }),\n  );\n});\n",
    },
    {
      title: 'Next.js: messages of the browser, system prompt of the server',
      file: 'app/api/chat/route.ts',
      code: "import { streamText, convertToModelMessages } from 'ai';\nimport { openai } from '@ai-sdk/openai';\n\nexport async function POST(req: Request) {\n  const { messages } = await req.json();\n  const result = streamText({ model: openai('gpt-4o'), system: 'You help.', messages: convertToModelMessages(messages) });\n  return result.toUIMessageStreamResponse();\n}\n",
    },
  ],
};
