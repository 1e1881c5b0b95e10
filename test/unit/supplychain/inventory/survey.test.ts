import '../../../support/use-languages';
import { expect, it } from 'vitest';
import { sightModelFile } from '../../../../src/supplychain/inventory/sights/model-file';
import { textInventory } from '../../../../src/report/inventory/text-inventory';
import { surveyFiles } from '../support/survey-files';

/** A file of safetensors without tensors: the length of its header in eight bytes, and the header. */
function safetensors(metadata: Readonly<Record<string, string>>): string {
  const header = JSON.stringify({ __metadata__: metadata });
  return `${String.fromCharCode(header.length, 0, 0, 0, 0, 0, 0, 0)}${header}`;
}

const CARD =
  '---\nlicense: apache-2.0\nbase_model: acme/base\ndatasets:\n  - acme/rows\npipeline_tag: text-classification\nlibrary_name: transformers\n---\n# Ranker\n';

it('joins a model of the workspace with its card, its configuration and the signature beside it', async () => {
  const { inventory } = await surveyFiles({
    'models/ranker/model.safetensors': safetensors({ format: 'pt' }),
    'models/ranker/config.json': '{"model_type":"bert","architectures":["BertModel"]}',
    'models/ranker/README.md': CARD,
    'models/ranker/model.sig': '{}',
  });
  expect(inventory.parts.map(({ id }) => id)).toEqual([
    'model:huggingface/acme/base',
    'model:local/models/ranker',
    'dataset:huggingface/acme/rows',
  ]);
  const own = inventory.parts[1];
  expect(own).toMatchObject({
    signed: { value: 'present' },
    scanned: { value: 'safe' },
    license: 'apache-2.0',
    said: {
      format: 'safetensors',
      task: 'text-classification',
      framework: 'transformers',
      baseModels: ['acme/base'],
    },
  });
  expect(own?.uses.map(({ path }) => path)).toEqual([
    'models/ranker/README.md',
    'models/ranker/config.json',
    'models/ranker/model.safetensors',
  ]);
  expect(inventory.lineage.map(({ from, join, to }) => `${from} ${join} ${to}`)).toEqual([
    'model:local/models/ranker fine-tuned-from model:huggingface/acme/base',
    'model:local/models/ranker trained-on dataset:huggingface/acme/rows',
  ]);
});

it('says that a model file is not signed, and what the inspection thinks of it', async () => {
  const { inventory } = await surveyFiles({ 'model.pkl': "cos\nsystem\n(S'id'\ntR." });
  expect(inventory.parts).toMatchObject([
    {
      id: 'model:local/model.pkl',
      signed: { value: 'none' },
      scanned: { value: 'malicious' },
      pinning: { value: 'own' },
    },
  ]);
});

it('takes a readme without a header, and one that is damaged, for no card', async () => {
  const { inventory } = await surveyFiles({
    'README.md': '# Ranker\n\nlicense: mit\n',
    'a/README.md': '---\nlicense: [\n---\n',
    'b/README.md': '---\ntitle: Page\nsdk: gradio\n---\n',
  });
  expect(inventory.parts).toEqual([]);
});

it('finds a library also in a program that no rule has anything to say of, and none in its descriptions', async () => {
  const { inventory } = await surveyFiles({
    'a.py': '"""How to use it:\n\nimport torch\n"""\nimport os, spacy\nfrom sklearn.svm import SVC\n',
    'b.ts': "import { z } from 'zod';\nimport * as tf from '@tensorflow/tfjs';\n",
  });
  expect(
    inventory.parts.map(
      ({ name, uses }) => `${name} ${uses.map(({ location }) => location.start.line).join()}`,
    ),
  ).toEqual(['@tensorflow/tfjs 1', 'scikit-learn 5', 'spacy 4']);
});

it('gives the same bytes for the same workspace', async () => {
  const files = {
    'a.py': 'import openai\nopenai.OpenAI().chat.completions.create(model="gpt-4o", messages=m)\n',
    'requirements.txt': 'openai==1.55.0\n',
  };
  const [one, other] = [
    await surveyFiles(files),
    await surveyFiles(Object.fromEntries(Object.entries(files).reverse())),
  ];
  expect(JSON.stringify(other.inventory)).toBe(JSON.stringify(one.inventory));
  expect(one.inventory.parts.map(({ id }) => id)).toEqual([
    'hosted-model:openai/gpt-4o',
    'library:pypi/openai@1.55.0',
  ]);
});

it('takes values of a program in a pickle for no model', () => {
  const facts = { properties: [], moreProperties: 0, tensors: [], moreTensors: 0, parameters: 0, texts: [] };
  const inspection = { format: 'pickle', verdict: 'safe', facts } as const;
  expect(sightModelFile('data/voxels.pkl', inspection, undefined)).toEqual([]);
  expect(sightModelFile('data/classifier.pkl', inspection, undefined)).toHaveLength(1);
  expect(sightModelFile('data/voxels.pkl', { ...inspection, verdict: 'malicious' }, undefined)).toHaveLength(
    1,
  );
});

it('writes a table in which no name can send control characters', async () => {
  const { inventory } = await surveyFiles({
    '.mcp.json': '{"mcpServers":{"\\u001b[31mred":{"url":"https://mcp.example.org"}}}',
  });
  const text = textInventory(inventory, { color: false });
  expect(text).toContain('1 MCP server\n');
  expect(text).not.toContain('\u001b');
});
