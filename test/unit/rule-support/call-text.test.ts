import { expect, test } from 'vitest';
import { calleeName } from '../../../src/analysis/rule-support/call-text';
import { parseSource, prepareLanguage } from '../../../src/source/front-ends';

/** What messages call the last call of a program. */
async function nameIn(code: string, language: 'python' | 'typescript'): Promise<string> {
  await prepareLanguage(language);
  const { model } = parseSource(code, { language, role: undefined });
  const call = model.calls.at(-1);
  if (!call) throw new Error('no call');
  return calleeName(call, model);
}

test.each([
  ['import OpenAI from "openai";\nconst a = new OpenAI();\n', 'OpenAI'],
  [
    'import express from "express";\nconst app = express();\napp.get("/", (req, res) => {\n  res.send("x");\n});\n',
    'res.send',
  ],
])(
  'a call in a script is named as it is written where its qualified name is spelled for us alone: %j',
  async (code, name) => {
    expect(await nameIn(code, 'typescript')).toBe(name);
  },
);

test('a call in Python is named by its qualified name', async () => {
  expect(await nameIn('import numpy as np\nnp.load("x")\n', 'python')).toBe('numpy.load');
});
