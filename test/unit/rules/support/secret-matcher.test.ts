import { describe, expect, it } from 'vitest';
import { exampleKey, HEXADECIMAL } from '../../../../src/analysis/rule-support/example-keys';
import { maskSecret, secretsIn, wholeSecret } from '../../../../src/analysis/rule-support/secret-matcher';
import { builtInCatalog } from '../../../../src/catalog/built-in';

const catalog = builtInCatalog();
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const LOWER = 'abcdefghijklmnopqrstuvwxyz0123456789';
const uuid = [8, 4, 4, 4, 12].map((length) => exampleKey('', length, HEXADECIMAL)).join('-');

const KEYS: readonly (readonly [string, string])[] = [
  ['openai-project', exampleKey('sk-proj-', 156)],
  ['openai-service-account', exampleKey('sk-svcacct-', 100)],
  ['openai-user', exampleKey(exampleKey('sk-', 20) + 'T3Blbk' + 'FJ', 20)],
  ['anthropic', exampleKey('sk-ant-api03-', 95)],
  ['openrouter', exampleKey('sk-or-v1-', 64, HEXADECIMAL)],
  ['hugging-face', exampleKey('hf_', 34)],
  ['google', exampleKey('AIza', 35)],
  ['groq', exampleKey('gsk_', 52)],
  ['replicate', exampleKey('r8_', 37)],
  ['perplexity', exampleKey('pplx-', 48)],
  ['xai', exampleKey('xai-', 80)],
  ['nvidia', exampleKey('nvapi-', 64)],
  ['cerebras', exampleKey('csk-', 48, LOWER)],
  ['tavily', exampleKey('tvly-dev-', 32)],
  ['langsmith', exampleKey(exampleKey('lsv2_pt_', 32, HEXADECIMAL) + '_', 10, HEXADECIMAL)],
  ['langfuse', `sk-lf-${uuid}`],
  ['pinecone', exampleKey(exampleKey('pcsk_', 6) + '_', 63)],
  ['databricks', exampleKey('dapi', 32, HEXADECIMAL)],
  ['aws-access-key', exampleKey('AKIA', 16, UPPER)],
  ['github', exampleKey('ghp_', 36)],
  ['github-fine-grained', exampleKey(exampleKey('github_pat_', 22) + '_', 59)],
  ['gitlab', exampleKey('glpat-', 20)],
  ['stripe', exampleKey('sk_' + 'live_', 24)],
];

describe('keys with a format of their own', () => {
  it.each(KEYS)('recognises %s in a longer text', (id, key) => {
    const found = secretsIn(`Authorization: Bearer ${key}, sent.`, catalog);
    expect(found.map(({ format, secret }) => [format.id, secret])).toEqual([[id, key]]);
  });

  it.each(KEYS)('does not take %s for a key when more text of the same kind follows', (_id, key) => {
    expect(secretsIn(`${key}_and_more_${key}`, catalog)).toEqual([]);
  });

  it.each([
    'sk-proj-' + 'x'.repeat(60),
    'sk-ant-api03-' + 'your-key-here-'.repeat(7),
    'hf_' + 'abcdefghijklmnopqrstuvwxyzABCDEFGH',
    'AKIA' + 'IOSFODNN7EXAMPLE',
    'ghp_' + '0123456789'.repeat(4).slice(0, 36),
    'sk-or-v1-' + 'ab12'.repeat(16),
    'gsk_' + 'this_is_not_a_real_key_at_all_but_fifty_two_long_ok_'.slice(0, 52),
  ])('leaves the placeholder %s alone', (text) => {
    expect(secretsIn(text, catalog)).toEqual([]);
  });

  it('reads a text of many candidates in time proportional to its length', () => {
    const text = 'sk-proj-sk-ant-api03-hf_AIza'.repeat(20_000);
    expect(secretsIn(text, catalog)).toEqual([]);
  });
});

describe('keys told by their name', () => {
  const isWandb = ({ id }: { readonly id: string }): boolean => id === 'wandb';

  it('is one when the whole text has the format', () => {
    expect(wholeSecret(exampleKey('', 40, HEXADECIMAL), catalog, isWandb)?.provider).toBe('Weights & Biases');
  });

  it('is none when the text is longer', () => {
    expect(wholeSecret(exampleKey('', 41, HEXADECIMAL), catalog, isWandb)).toBeUndefined();
  });
});

describe('a key as it is shown', () => {
  it.each(KEYS)('hides %s but for six characters', (_id, key) => {
    const shown = maskSecret(key);
    expect(shown).toMatch(/^.{4}….{2}$/);
    expect(key).not.toContain(shown);
  });
});
