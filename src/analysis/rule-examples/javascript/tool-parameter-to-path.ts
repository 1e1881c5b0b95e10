import type { RuleExample } from '../../rule';

/** JavaScript for `tool-parameter-to-path`. */
export const JAVASCRIPT: { readonly bad: readonly RuleExample[]; readonly good: readonly RuleExample[] } = {
  bad: [
    {
      title: 'TypeScript: tool of the Vercel AI SDK',
      file: 'src/app.ts',
      code: "import { tool } from 'ai';\nimport { readFile } from 'node:fs/promises';\n\nexport const read = tool({ inputSchema, execute: async ({ name }) => readFile(name, 'utf8') });\n",
    },
  ],
  good: [
    {
      title: 'TypeScript: path checked before use',
      file: 'src/app.ts',
      code: "import { tool } from 'ai';\nimport path from 'node:path';\nimport { readFile } from 'node:fs/promises';\n\nexport const read = tool({\n  inputSchema,\n  execute: async ({ name }) => {\n    const whole = path.resolve(ROOT, name);\n    if (!whole.startsWith(ROOT + path.sep)) throw new Error('outside');\n    return readFile(whole, 'utf8');\n  },\n});\n",
    },
  ],
};
