import { expect, test } from 'vitest';
import { findingsIn } from './scan-program';

const LLM = `import OpenAI from "openai";
export const client = new OpenAI();
export const MODEL = "acme/encoder";
export async function ask(q: string): Promise<string> {
  const r = await client.chat.completions.create({ model: "gpt-4o", messages: [{ role: "user", content: q }] });
  return r.choices[0].message.content!;
}
export default async function main(q: string) {
  return ask(q);
}
`;

const FOUND = ['app.ts:2 model-output-executed'];

test.each([
  ['a function', 'import { ask } from "./llm";\neval(await ask("x"));\n'],
  ['a function of a module taken whole', 'import * as llm from "./llm.js";\neval(await llm.ask("x"));\n'],
  ['the default export', 'import main from "./llm";\neval(await main("x"));\n'],
])('a value that a model chose is followed through %s of another script', async (_, app) => {
  expect(await findingsIn({ 'llm.ts': LLM, 'app.ts': app })).toEqual(FOUND);
});

test.each([
  [
    'renamed',
    'export { ask as query } from "./llm";\n',
    'import { query } from "./index";\neval(await query("x"));\n',
  ],
  ['handed on whole', 'export * from "./llm";\n', 'import { ask } from "./index";\neval(await ask("x"));\n'],
  [
    'the default under a name',
    'export { default as entry } from "./llm";\n',
    'import { entry } from "./index";\neval(await entry("x"));\n',
  ],
])('and through a module that hands it on, %s', async (_, index, app) => {
  expect(await findingsIn({ 'llm.ts': LLM, 'index.ts': index, 'app.ts': app })).toEqual(FOUND);
});

test.each([
  [
    'export default async (q: string) => (await client.responses.create({ model: "x", input: q })).output_text;\n',
  ],
  [
    'async function ask(q: string) {\n  return (await client.responses.create({ model: "x", input: q })).output_text;\n}\nexport default ask;\n',
  ],
])('a default export needs no name: %j', async (end) => {
  const llm = `import OpenAI from "openai";\nconst client = new OpenAI();\n${end}`;
  const app = 'import gen from "./llm";\neval(await gen("x"));\n';
  expect(await findingsIn({ 'llm.ts': llm, 'app.ts': app })).toEqual(FOUND);
});

test('what module.exports is set to is what require gives', async () => {
  const llm =
    'const { OpenAI } = require("openai");\nconst client = new OpenAI();\nasync function ask(q) {\n  return (await client.responses.create({ model: "x", input: q })).output_text;\n}\nmodule.exports = ask;\n';
  const app = 'const ask = require("./llm");\nask("q").then((text) => eval(text));\n';
  expect(await findingsIn({ 'llm.js': llm, 'app.js': app })).toEqual(['app.js:2 model-output-executed']);
});

test('the name of a model may be a constant of another script', async () => {
  const app =
    'import { pipeline } from "@huggingface/transformers";\nimport { MODEL } from "./llm";\nawait pipeline("text-classification", MODEL);\n';
  expect(await findingsIn({ 'llm.ts': LLM, 'app.ts': app })).toEqual(['app.ts:3 model-unpinned']);
});

test.each([
  ['a hash pins the model', 'a1'.repeat(20), []],
  ['a branch does not', 'main', ['app.ts:3 model-unpinned']],
])('a revision from another script: %s', async (_, revision, found) => {
  const app =
    'import { pipeline } from "@huggingface/transformers";\nimport * as pins from "./pins";\nawait pipeline("text-classification", "acme/encoder", { revision: pins.REVISION });\n';
  expect(await findingsIn({ 'pins.ts': `export const REVISION = "${revision}";\n`, 'app.ts': app })).toEqual(
    found,
  );
});

test('a name that is not a string in the other script says nothing', async () => {
  const app =
    'import { pipeline } from "@huggingface/transformers";\nimport { MODEL } from "./llm";\nawait pipeline("text-classification", MODEL);\n';
  expect(await findingsIn({ 'llm.ts': 'export const MODEL = process.env.MODEL;\n', 'app.ts': app })).toEqual(
    [],
  );
});

test.each(['src/lib/llm.ts', 'lib/llm.ts'])(
  'a bundler may call the folder of the sources @: %s',
  async (llm) => {
    const app = 'import { ask } from "@/lib/llm";\neval(await ask("x"));\n';
    expect(await findingsIn({ [llm]: LLM, 'src/pages/app.ts': app })).toEqual([
      'src/pages/app.ts:2 model-output-executed',
    ]);
  },
);
