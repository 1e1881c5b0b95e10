import type { RuleExample } from '../../rule';

/** JavaScript and TypeScript for `model-output-executed`. */
export const JAVASCRIPT: { readonly bad: readonly RuleExample[]; readonly good: readonly RuleExample[] } = {
  bad: [
    {
      title: 'JavaScript: answer evaluated',
      file: 'src/app.mjs',
      code: "import OpenAI from 'openai';\n\nconst client = new OpenAI();\nconst completion = await client.chat.completions.create({ model: 'gpt-4o', messages });\nconst answer = completion.choices[0].message.content;\neval(answer);\n",
    },
    {
      title: 'JavaScript: answer made a function',
      file: 'src/app.js',
      code: "import OpenAI from 'openai';\n\nconst client = new OpenAI();\nconst completion = await client.chat.completions.create({ model: 'gpt-4o', messages });\nconst answer = completion.choices[0].message.content;\nconst run = new Function('input', answer);\nrun(1);\n",
    },
    {
      title: 'TypeScript: answer run in a context of node:vm, which is no sandbox',
      file: 'src/app.ts',
      code: "import vm from 'node:vm';\nimport { generateText } from 'ai';\nimport { openai } from '@ai-sdk/openai';\n\nconst { text } = await generateText({ model: openai('gpt-4o'), prompt });\nvm.runInNewContext(text, {});\n",
    },
    {
      title: 'TypeScript: arguments of a tool call evaluated',
      file: 'src/app.ts',
      code: "import OpenAI from 'openai';\n\nconst client = new OpenAI();\nconst completion = await client.chat.completions.create({ model: 'gpt-4o', messages, tools });\nfor (const call of completion.choices[0].message.tool_calls ?? []) {\n  const { expression } = JSON.parse(call.function.arguments);\n  console.log(eval(expression));\n}\n",
    },
  ],
  good: [
    {
      title: 'JavaScript: answer parsed as data',
      file: 'src/app.ts',
      code: "import OpenAI from 'openai';\n\nconst client = new OpenAI();\nconst completion = await client.chat.completions.create({ model: 'gpt-4o', messages });\nconst answer = completion.choices[0].message.content;\nconst data = JSON.parse(answer);\nsetTimeout(() => console.log(data), 10);\n",
    },
    {
      title: 'JavaScript: own code evaluated',
      file: 'src/app.js',
      code: "import OpenAI from 'openai';\n\nconst client = new OpenAI();\nconst completion = await client.chat.completions.create({ model: 'gpt-4o', messages });\nconst answer = completion.choices[0].message.content;\neval('1 + 1');\nconst log = new Function('message', 'console.log(message)');\nlog(answer);\n",
    },
  ],
};
