import type { RuleExample } from '../../rule';

/** JavaScript and TypeScript for `model-output-to-shell`. */
export const JAVASCRIPT: { readonly bad: readonly RuleExample[]; readonly good: readonly RuleExample[] } = {
  bad: [
    {
      title: 'JavaScript: answer run by the shell',
      file: 'src/app.ts',
      code: "import { exec } from 'node:child_process';\nimport OpenAI from 'openai';\n\nconst client = new OpenAI();\nconst completion = await client.chat.completions.create({ model: 'gpt-4o', messages });\nconst answer = completion.choices[0].message.content;\nexec(answer);\n",
    },
    {
      title: 'JavaScript: answer inside a command line, CommonJS',
      file: 'src/app.js',
      code: "const { execSync } = require('child_process');\nconst Anthropic = require('@anthropic-ai/sdk');\n\nconst client = new Anthropic();\nasync function main() {\n  const message = await client.messages.create({ model: 'claude', max_tokens: 100, messages });\n  execSync(`git checkout -b ${message.content[0].text.trim()}`);\n}\n",
    },
    {
      title: 'TypeScript: tool of the AI SDK that runs any command',
      file: 'src/tools.ts',
      code: "import { exec } from 'node:child_process';\nimport { promisify } from 'node:util';\nimport { tool } from 'ai';\nimport { z } from 'zod';\n\nconst run = promisify(exec);\nexport const shell = tool({\n  description: 'Runs a command',\n  inputSchema: z.object({ command: z.string() }),\n  execute: async ({ command }) => (await run(command)).stdout,\n});\n",
    },
    {
      title: 'TypeScript: tool of an MCP server that runs any command',
      file: 'src/server.ts',
      code: "import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';\nimport { execSync } from 'child_process';\nimport { z } from 'zod';\n\nconst server = new McpServer({ name: 'shell', version: '1.0.0' });\nserver.registerTool('ping', { inputSchema: { host: z.string() } }, async ({ host }) => {\n  const output = execSync(`ping -c 1 ${host}`);\n  return { content: [{ type: 'text', text: output.toString() }] };\n});\n",
    },
    {
      title: 'TypeScript: streamed answer handed to bash',
      file: 'src/app.ts',
      code: "import { spawn } from 'node:child_process';\nimport { streamText } from 'ai';\n\nconst { textStream } = streamText({ model, prompt });\nlet script = '';\nfor await (const part of textStream) script += part;\nspawn('bash', ['-c', script]);\n",
    },
    {
      title: 'TypeScript: answer of LangChain through a method and a promise',
      file: 'src/assistant.ts',
      code: "import { exec } from 'child_process';\nimport { ChatOpenAI } from '@langchain/openai';\n\nclass Assistant {\n  private readonly model = new ChatOpenAI({ model: 'gpt-4o' });\n\n  async ask(question: string) {\n    const reply = await this.model.invoke(question);\n    return reply.content as string;\n  }\n\n  run(question: string) {\n    return this.ask(question).then((command) => exec(command));\n  }\n}\n",
    },
  ],
  good: [
    {
      title: 'JavaScript: one argument of a fixed program',
      file: 'src/app.ts',
      code: "import { execFile, spawn } from 'node:child_process';\nimport OpenAI from 'openai';\n\nconst client = new OpenAI();\nconst completion = await client.chat.completions.create({ model: 'gpt-4o', messages });\nconst answer = completion.choices[0].message.content;\nexecFile('git', ['commit', '-m', answer]);\nspawn('say', [answer]);\n",
    },
    {
      title: 'JavaScript: command chosen from a table',
      file: 'src/app.ts',
      code: "import { exec } from 'node:child_process';\nimport OpenAI from 'openai';\n\nconst client = new OpenAI();\nconst completion = await client.chat.completions.create({ model: 'gpt-4o', messages });\nconst answer = completion.choices[0].message.content;\nconst COMMANDS = { status: 'git status', log: 'git log' };\nexec(COMMANDS[answer]);\n",
    },
    {
      title: 'JavaScript: quoted for the shell, or a number',
      file: 'src/app.ts',
      code: "import { exec } from 'node:child_process';\nimport { quote } from 'shell-quote';\nimport OpenAI from 'openai';\n\nconst client = new OpenAI();\nconst completion = await client.chat.completions.create({ model: 'gpt-4o', messages });\nconst answer = completion.choices[0].message.content;\nexec(`ls ${quote([answer])}`);\nexec(`sleep ${Number(answer)}`);\nexec(`kill ${completion.usage.total_tokens}`);\n",
    },
    {
      title: 'JavaScript: exec of a regular expression, fixed command',
      file: 'src/app.ts',
      code: "import OpenAI from 'openai';\n\nconst client = new OpenAI();\nconst completion = await client.chat.completions.create({ model: 'gpt-4o', messages });\nconst answer = completion.choices[0].message.content;\nconst match = /^yes/i.exec(answer);\nconsole.log(match);\n",
    },
  ],
};
