import { expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { checkCatalogFiles, readCatalogFiles } from '../../../../scripts/catalog/read-catalog';
import { hostedName } from '../../../../src/supplychain/inventory/knowledge/hosted-name';
import { readKnownParts } from '../../../../src/supplychain/openness/read-known-parts';

const known = readKnownParts(readFileSync('src/catalog/known-parts.generated.json', 'utf8'));

it.each([
  ['hub', 'meta-llama/Llama-3.1-8B-Instruct', 'open-weight', 'Llama 3.1 Community License'],
  ['hub', 'mistralai/Mistral-7B-v0.1', 'open-weight', 'Apache-2.0'],
  ['hub', 'bert-base-uncased', 'open-source', 'Apache-2.0'],
  ['hosted', 'gpt-4o', 'closed-service', undefined],
  ['hosted', 'gpt-oss-120b', 'open-weight', 'Apache-2.0'],
  ['hosted', 'claude-sonnet-4-6', 'closed-service', undefined],
  ['pypi', 'torch', 'open-source', 'BSD-3-Clause'],
  ['npm', '@langchain/openai', 'open-source', 'MIT'],
  ['hub', 'FacebookAI/xlm-mlm-en-2048', 'open-weight', 'CC-BY-NC-4.0'],
  ['hub', 'FacebookAI/xlm-roberta-base', 'open-source', 'MIT'],
  ['hub', 'mistralai/Mistral-Large-3-675B-Instruct-2512', 'open-weight', 'Apache-2.0'],
  ['hub', 'mistralai/Mistral-Large-Instruct-2411', 'open-weight', 'Mistral Research License'],
  ['hub', 'google/gemma-4-31b-it', 'open-weight', 'Apache-2.0'],
  ['hub', 'google/gemma-3-4b-it', 'open-weight', undefined],
  ['hub', 'deepseek-ai/DeepSeek-V3', 'open-weight', 'DeepSeek Model License'],
  ['hub', 'deepseek-ai/DeepSeek-V3-0324', 'open-weight', 'MIT'],
  ['hub', 'CohereLabs/aya-101', 'open-source', 'Apache-2.0'],
  ['hub', 'CohereLabs/aya-expanse-8b', 'open-weight', 'CC-BY-NC-4.0'],
  ['hub', 'black-forest-labs/FLUX.2-klein-4B', 'open-weight', 'Apache-2.0'],
  ['hub', 'openai/whisper-large-v3', 'open-source', 'Apache-2.0'],
  ['hub', 'databricks/dolly-v2-3b', 'open-weight', 'MIT'],
  ['hub', 'jinaai/jina-embeddings-v4', 'open-weight', 'Qwen Research License'],
  ['hub', 'moonshotai/Kimi-K2-Instruct', 'open-weight', 'Modified MIT License'],
  ['hub', 'zai-org/GLM-4.5-Air', 'open-weight', 'MIT'],
  ['hosted', 'voyage-4-nano', 'open-weight', 'Apache-2.0'],
  ['hosted', 'voyage-4-large', 'closed-service', undefined],
  ['image', 'nvcr.io/nim/meta/llama-3.1-8b-instruct', 'unknown', undefined],
  ['pypi', 'skops', 'open-source', 'MIT'],
  ['pypi', 'petals', 'open-source', 'MIT'],
] as const)('%s %s is known', (of, name, openness, license) => {
  expect(known.find(of, name)).toMatchObject({ openness });
  expect(known.find(of, name)?.license).toBe(license);
});

it.each([
  ['hub', 'acme/base'],
  ['hub', 'allenai/dolma'],
  ['hub', 'bert-base-german-dbmdz-cased'],
  ['hosted', 'acme-chat'],
  ['pypi', 'acme'],
] as const)('%s %s is not', (of, name) => {
  expect(known.find(of, name)).toBeUndefined();
});

it('calls nothing open source whose license it does not name', () => {
  const files = checkCatalogFiles(readCatalogFiles());
  const parts = files.ok ? files.entries.knownParts : [];
  expect(parts.length).toBeGreaterThan(0);
  expect(
    parts.filter(({ openness, license }) => openness === 'open-source' && license === undefined),
  ).toEqual([]);
});

it('refuses a file of another version', () => {
  expect(() => readKnownParts('{}')).toThrow('known-parts.json has no knownParts');
});

it.each([
  ['gpt-4o', undefined, 'openai gpt-4o mutable'],
  ['openai:chat:gpt-4o-2024-11-20', undefined, 'openai gpt-4o-2024-11-20 pinned'],
  ['azure/prod', undefined, 'azure-openai prod unknown'],
  ['gemini-2.0-flash-001', undefined, 'google gemini-2.0-flash-001 pinned'],
  ['gemini-2.5-pro', 'google', 'google gemini-2.5-pro unknown'],
  [
    'us.anthropic.claude-3-5-sonnet-20241022-v2:0',
    undefined,
    'aws-bedrock us.anthropic.claude-3-5-sonnet-20241022-v2:0 pinned',
  ],
  ['mistral-large-latest', 'mistral', 'mistral mistral-large-latest mutable'],
  ['mistral-large-2411', 'mistral', 'mistral mistral-large-2411 pinned'],
  ['claude-sonnet-5', undefined, 'anthropic claude-sonnet-5 pinned'],
  ['claude-opus-4-1', undefined, 'anthropic claude-opus-4-1 mutable'],
] as const)('%s from %s', (text, origin, expected) => {
  const found = hostedName(text, origin);
  expect(found && `${found.origin} ${found.name} ${found.pinning}`).toBe(expected);
});

it.each([
  'your-model',
  'model_name',
  '<model>',
  'a b',
  '',
  'acme-chat',
  'openai/whisper-large-v3',
  'google/vit-base-patch16-224',
])('%j is no name of a hosted model', (text) => {
  expect(hostedName(text)).toBeUndefined();
});
