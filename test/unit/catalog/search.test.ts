import { describe, expect, it } from 'vitest';
import { checkCatalogFiles, readCatalogFiles } from '../../../scripts/catalog/read-catalog';
import { CatalogSearch } from '../../../src/catalog/search/catalog-search';
import { QUERIES } from './search-queries';

const result = checkCatalogFiles(readCatalogFiles());
if (!result.ok) throw new Error(result.problems.join('\n'));
const { catalog } = result;
const search = new CatalogSearch(catalog);
const refsOf = (query: string, limit?: number): string[] =>
  search.find(query, limit).map(({ kind, id }) => `${kind}/${id}`);

describe('searching the catalog', () => {
  it.each(QUERIES)('puts what %j asks for first: %s', (query, wanted) => {
    expect(refsOf(query)[0]).toBe(wanted);
  });

  it('puts the newest edition first when the id names no year, and the oldest last', () => {
    const editions = search.find('LLM04').filter(({ kind }) => kind !== 'guidance');
    expect(editions.map(({ label }) => label)).toEqual(['LLM04:2026', 'LLM04:2025', 'LLM04:2023']);
  });

  it('finds both risks that poisoning means before anything else', () => {
    expect(refsOf('poisoning').slice(0, 2)).toEqual([
      'risks/owasp-ml-2023:ML02',
      'risks/owasp-llm-2026:LLM05',
    ]);
  });

  it('leads from the head of a family to its members', () => {
    expect(refsOf('AML.T0051')).toEqual([
      'techniques/AML.T0051',
      'techniques/AML.T0051.000',
      'techniques/AML.T0051.001',
      'techniques/AML.T0051.002',
    ]);
  });

  it('does not guess at the words of an id', () => {
    expect(new Set(search.find('CWE-502').map(({ why }) => why))).toEqual(new Set(['id']));
  });

  it('names what a retired id stands for, not the retired id', () => {
    expect(refsOf('AML.T0019')).toEqual(['techniques/AML.T0115.000']);
  });

  it('says why it found something', () => {
    const whyOf = (query: string): string | undefined => search.find(query)[0]?.why;
    expect(['C06', 'rug pull', 'prompt injection', 'whose account was taken over'].map(whyOf)).toEqual([
      'id',
      'synonym',
      'title',
      'text',
    ]);
  });

  it('gives the id as people write it', () => {
    const labels = ['nist-ai-rmf:GOVERN-1.1', 'AML.T0051', 'sigstore'].map((id) => search.find(id)[0]?.label);
    expect(labels).toEqual(['GOVERN 1.1', 'AML.T0051', '']);
  });

  it('finds what is searched along with the catalog', () => {
    const rule = {
      kind: 'rules',
      id: 'unsafe-pickle-load',
      title: 'Unsafe load',
      summary: 'Reads a file.',
    } as const;
    const [hit] = new CatalogSearch(catalog, [rule]).find('unsafe-pickle-load');
    expect(hit).toMatchObject({ kind: 'rules', id: 'unsafe-pickle-load', why: 'id' });
  });

  it('knows every synonym', () => {
    for (const { words, entries } of catalog.synonyms) {
      for (const word of words) expect(refsOf(word, 40), word).toEqual(expect.arrayContaining(entries));
    }
  });

  it('finds no sources, no retired ids and no entry twice, and keeps to the limit', () => {
    const hits = refsOf('model', 2000);
    expect(hits.length).toBeGreaterThan(100);
    expect(new Set(hits).size).toBe(hits.length);
    expect(hits.filter((ref) => /^(?:sources|retired)\//u.test(ref))).toEqual([]);
    expect(refsOf('model', 5)).toEqual(hits.slice(0, 5));
  });

  it.each([[''], ['   '], ['?!'], ['qqqqzzzz'], ['99999']])('finds nothing for %j', (query) => {
    expect(search.find(query)).toEqual([]);
  });
});
