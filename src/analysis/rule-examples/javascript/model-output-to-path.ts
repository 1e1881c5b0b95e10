import type { RuleExample } from '../../rule';

/** TypeScript for `model-output-to-path`. */
export const JAVASCRIPT: { readonly bad: readonly RuleExample[]; readonly good: readonly RuleExample[] } = {
  bad: [
    {
      title: 'TypeScript: the model names the file that is written',
      file: 'src/app.ts',
      code: "import { writeFile } from 'node:fs/promises';\nimport OpenAI from 'openai';\n\nconst client = new OpenAI();\nconst completion = await client.chat.completions.create({ model: 'gpt-4o', messages, tools });\nconst { path, content } = JSON.parse(completion.choices[0].message.tool_calls[0].function.arguments);\nawait writeFile(path, content);\n",
    },
  ],
  good: [
    {
      title: 'TypeScript: the program names the file',
      file: 'src/app.ts',
      code: "import { writeFile } from 'node:fs/promises';\nimport path from 'node:path';\nimport OpenAI from 'openai';\n\nconst client = new OpenAI();\nconst completion = await client.chat.completions.create({ model: 'gpt-4o', messages });\nconst answer = completion.choices[0].message.content;\nawait writeFile('answer.txt', answer);\nawait writeFile(path.join('out', path.basename(answer)), 'x');\n",
    },
  ],
};
