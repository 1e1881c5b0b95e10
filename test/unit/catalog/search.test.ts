import { describe, expect, it } from 'vitest';
import { checkCatalogFiles, readCatalogFiles } from '../../../scripts/catalog/read-catalog';
import { CatalogSearch } from '../../../src/catalog/search';

const result = checkCatalogFiles(readCatalogFiles());
if (!result.ok) throw new Error(result.problems.join('\n'));
const search = new CatalogSearch(result.catalog);
const idsOf = (query: string): string[] => search.find(query).map(({ id }) => id);

describe('searching the catalog', () => {
  it.each([
    ['owasp-llm-2026:LLM04', 'owasp-llm-2026:LLM04'],
    ['LLM04:2025', 'owasp-llm-2025:LLM04'],
    ['cwe-502', 'CWE-502'],
    ['AML.T0010.003', 'AML.T0010.003'],
    ['C07', 'C07'],
    ['experimentation', 'experimentation'],
  ])('puts the entry whose id is %s first', (query, id) => {
    expect(idsOf(query)[0]).toBe(id);
  });

  it('puts the newest edition first when the id names no year', () => {
    expect(idsOf('LLM04').slice(0, 2)).toEqual(['owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM04']);
  });

  it('finds words of the title', () => {
    expect(idsOf('prompt injection')).toEqual(expect.arrayContaining(['owasp-llm-2026:LLM01', 'AML.T0051']));
  });

  it('forgives a typing mistake', () => {
    expect(idsOf('deserialisation')).toContain('CWE-502');
  });

  it('finds a stage by another name of it', () => {
    expect(idsOf('Inference pipeline')).toContain('model-serving');
  });

  it('lists no entry twice and keeps to the limit', () => {
    const hits = search.find('model', 5).map(({ kind, id }) => `${kind} ${id}`);
    expect(hits).toHaveLength(5);
    expect(new Set(hits).size).toBe(5);
  });

  it.each([[''], ['   ']])('finds nothing for %j', (query) => {
    expect(search.find(query)).toEqual([]);
  });
});
