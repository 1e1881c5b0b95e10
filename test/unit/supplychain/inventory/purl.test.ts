import { expect, it } from 'vitest';
import { packageUrl } from '../../../../src/supplychain/inventory/purl';

const DIGEST = `sha256:${'ab'.repeat(32)}`;

it.each([
  [{ kind: 'library', origin: 'pypi', name: 'torch', version: '2.6.0' }, 'pkg:pypi/torch@2.6.0'],
  [{ kind: 'library', origin: 'pypi', name: 'torch', version: '>=2.5' }, 'pkg:pypi/torch'],
  [
    { kind: 'library', origin: 'npm', name: '@ai-sdk/openai', version: '1.0.0' },
    'pkg:npm/%40ai-sdk/openai@1.0.0',
  ],
  [{ kind: 'model', origin: 'huggingface', name: 'acme/base' }, 'pkg:huggingface/acme/base'],
  [{ kind: 'dataset', origin: 'huggingface', name: 'acme/rows' }, undefined],
  [
    { kind: 'image', origin: 'oci', name: 'vllm/vllm-openai', version: 'v0.9.0' },
    'pkg:docker/vllm/vllm-openai@v0.9.0',
  ],
  [
    { kind: 'image', origin: 'oci', name: 'ghcr.io/acme/serve', version: 'v1' },
    'pkg:docker/acme/serve@v1?repository_url=ghcr.io',
  ],
  [
    { kind: 'image', origin: 'oci', name: 'ghcr.io/acme/serve', version: DIGEST },
    `pkg:oci/serve@sha256%3A${'ab'.repeat(32)}?repository_url=ghcr.io/acme/serve`,
  ],
  [{ kind: 'hosted-model', origin: 'openai', name: 'gpt-4o' }, undefined],
] as const)('the package URL of %o', (part, url) => {
  expect(packageUrl(part)).toBe(url);
});
